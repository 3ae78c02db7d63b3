"""The reader's network: a MiniLM encoder with a case feature and small heads for tags, trees, names and voices."""

import json
import math
import struct
from pathlib import Path

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from training import labels

WIDTH, LAYERS, HEADS, INNER = 384, 6, 12, 1536
CASES = 8
ARC, LABEL, FRAME = 320, 128, 96
REACH, STEPS = 32, 3  # classes of distance on each side of an anchor: in words, in sentences


class Dropout(nn.Module):
    """Dropout whose masks are random cuts of one pool: drawing fresh bits is an eighth of the training time on a CPU."""

    def __init__(self, rate: float) -> None:
        super().__init__()
        keep = torch.rand(1 << 23, generator=torch.Generator().manual_seed(round(rate * 100))) >= rate
        self.register_buffer("pool", keep.to(torch.bfloat16) / (1 - rate), persistent=False)

    def forward(self, x: Tensor) -> Tensor:
        if not self.training:
            return x
        start = int(torch.randint(len(self.pool) - x.numel(), (1,)))
        return x * self.pool[start : start + x.numel()].view(x.shape)


class Layer(nn.Module):
    """One post-norm transformer layer, as in BERT."""

    def __init__(self) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up = nn.Linear(WIDTH, INNER)
        self.down = nn.Linear(INNER, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = Dropout(0.1)

    def forward(self, x: Tensor, bias: Tensor | None) -> Tensor:
        batch, length, _ = x.shape
        q, k, v = self.qkv(x).view(batch, length, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        scores = torch.matmul(q * (WIDTH // HEADS) ** -0.5, k.transpose(2, 3))
        scores = scores if bias is None else scores + bias.to(q.dtype)
        mixed = torch.matmul(torch.softmax(scores, -1).to(v.dtype), v)  # on the CPU this trains faster than the fused form
        x = self.norm1(x + self.drop(self.out(mixed.transpose(1, 2).reshape(batch, length, WIDTH))))
        inner = F.gelu(self.up(x))
        if self.training:
            inner = inner + (rounded(inner.detach()) - inner.detach())
        return self.norm2(x + self.drop(self.down(inner)))


def rounded(x: Tensor) -> Tensor:
    """What eight bits leave of each window's activations, so that training knows how it will be shipped."""
    low, high = x.amin((1, 2), keepdim=True).float(), x.amax((1, 2), keepdim=True).float()
    step = (high - low).clamp(min=1e-6) / 255
    return (((x.float() - low) / step).round() * step + low).to(x.dtype)


class Biaffine(nn.Module):
    """``classes`` bilinear scores for each pair of rows, with linear terms."""

    def __init__(self, width: int, classes: int) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.zeros(classes, width + 1, width + 1))
        nn.init.normal_(self.weight, std=0.02)

    def forward(self, rows: Tensor, columns: Tensor) -> Tensor:
        """rows (B, N, W), columns (B, M, W) -> (B, classes, N, M)."""
        rows, columns = F.pad(rows, (0, 1), value=1.0), F.pad(columns, (0, 1), value=1.0)
        return torch.matmul(torch.matmul(rows.unsqueeze(1), self.weight), columns.unsqueeze(1).transpose(2, 3))


class Near(nn.Module):
    """Lets each word see two neighbours on each side."""

    def __init__(self) -> None:
        super().__init__()
        self.norm, self.mix, self.out = nn.LayerNorm(FRAME), nn.Conv1d(FRAME, FRAME, 5, padding=2), nn.Linear(FRAME, FRAME)
        self.drop = Dropout(0.1)

    def forward(self, x: Tensor, real: Tensor | None) -> Tensor:
        seen = self.norm(x) if real is None else self.norm(x) * real.unsqueeze(-1)
        return x + self.drop(self.out(F.gelu(self.mix(seen.transpose(1, 2)).transpose(1, 2))))


class Far(nn.Module):
    """Lets each word see all others: one small pre-norm transformer layer."""

    HEADS = 4

    def __init__(self) -> None:
        super().__init__()
        self.norm1, self.qkv, self.out = nn.LayerNorm(FRAME), nn.Linear(FRAME, 3 * FRAME), nn.Linear(FRAME, FRAME)
        self.norm2, self.up, self.down = nn.LayerNorm(FRAME), nn.Linear(FRAME, 2 * FRAME), nn.Linear(2 * FRAME, FRAME)
        self.drop = Dropout(0.1)

    def forward(self, x: Tensor, real: Tensor | None) -> Tensor:
        frames, length, _ = x.shape
        q, k, v = self.qkv(self.norm1(x)).view(frames, length, 3, self.HEADS, FRAME // self.HEADS).permute(2, 0, 3, 1, 4)
        scores = torch.matmul(q * (FRAME // self.HEADS) ** -0.5, k.transpose(2, 3))
        scores = scores if real is None else scores + (~real[:, None, None, :]).to(scores.dtype) * -1e4
        mixed = torch.matmul(torch.softmax(scores, -1).to(v.dtype), v)
        x = x + self.drop(self.out(mixed.transpose(1, 2).reshape(frames, length, FRAME)))
        return x + self.drop(self.down(F.gelu(self.up(self.norm2(x)))))


class Framer(nn.Module):
    """Reads each attribution frame by itself, given the first word of its cue: which words are its source, its content and its cue."""

    def __init__(self) -> None:
        super().__init__()
        self.word, self.gate, self.anchor = nn.Linear(WIDTH, FRAME), nn.Linear(WIDTH, FRAME), nn.Linear(WIDTH, FRAME)
        self.distance, self.apart = nn.Embedding(2 * REACH + 1, FRAME), nn.Embedding(2 * STEPS + 1, FRAME)
        self.near, self.far, self.norm = Near(), Far(), nn.LayerNorm(FRAME)
        self.roles, self.edges = nn.Linear(FRAME, len(labels.ROLES)), nn.Linear(FRAME, 2)
        self.drop = Dropout(0.25)
        self.register_buffer("classes", torch.tensor([distance_class(k) for k in range(-511, 512)]), persistent=False)

    def forward(self, words: Tensor, window: Tensor, at: Tensor, sentence: Tensor, *, is_padded: bool = True) -> tuple[Tensor, Tensor]:
        """words (B, N, WIDTH), sentence (B, N); window, at (F,): the frames' windows and anchors -> roles (F, N, roles), edges (F, N, 2): how
        much each word looks like the first and like the last of a run of content."""
        anchors, numbers = words[window, at], sentence[window]
        where = torch.arange(words.shape[1], device=words.device).unsqueeze(0) - at.unsqueeze(1)
        apart = (numbers - sentence[window, at].unsqueeze(1)).clamp(-STEPS, STEPS)
        x = self.word(self.drop(words))[window] * torch.sigmoid(self.gate(anchors)).unsqueeze(1) + self.anchor(self.drop(anchors)).unsqueeze(1)
        x = F.gelu(x + self.distance(self.classes[where + 511]) + self.apart(apart + STEPS))
        real = numbers.ge(0) if is_padded else None
        x = self.norm(self.far(self.near(x, real), real))
        return self.roles(x), self.edges(x)


def distance_class(words: int) -> int:
    """0 to 2 * REACH: every distance below 12 words by itself, then ever coarser."""
    size = abs(words) if abs(words) < 12 else min(REACH, 12 + int(5 * math.log2(abs(words) / 12)))
    return REACH + (size if words > 0 else -size)


def mlp(width: int) -> nn.Module:
    return nn.Sequential(nn.Linear(WIDTH, width), nn.GELU(), Dropout(0.25))


class Network(nn.Module):
    """Inputs: pieces, cases (B, P) with 0 as padding; first, last (B, N): each word's first and last piece; sentence (B, N): -1 as padding."""

    def __init__(self, vocabulary: int = 30522) -> None:
        super().__init__()
        self.words = nn.Embedding(vocabulary, WIDTH, padding_idx=0)
        self.positions = nn.Embedding(512, WIDTH)
        self.types = nn.Parameter(torch.zeros(WIDTH))
        self.cases = nn.Embedding(CASES, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = Dropout(0.1)
        self.mix = nn.Parameter(torch.tensor([0.0] * LAYERS + [6.0]))  # how much each layer's output counts, before the softmax
        self.ending = nn.Parameter(torch.zeros(WIDTH))  # how much a word's last piece counts beside its first
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.upos = nn.Linear(WIDTH, len(labels.UPOS))
        self.names = nn.Linear(WIDTH, len(labels.BIO))
        self.anchor = nn.Linear(WIDTH, 2)
        self.arc_dependent, self.arc_head = mlp(ARC), mlp(ARC)
        self.label_dependent, self.label_head = mlp(LABEL), mlp(LABEL)
        self.arcs = Biaffine(ARC, 1)
        self.relations = Biaffine(LABEL, len(labels.DEPREL))
        self.framer = Framer()
        nn.init.zeros_(self.cases.weight)

    def encode(self, pieces: Tensor, cases: Tensor, *, is_padded: bool = True) -> Tensor:
        """(B, P) -> (B, P, WIDTH). Without padding, as for a single window, no mask is needed."""
        where = torch.arange(pieces.shape[1], device=pieces.device)
        x = self.words(pieces) + self.positions(where) + self.types + self.cases(cases)
        x = self.drop(self.norm(x))
        bias = (pieces.eq(0)[:, None, None, :]).float() * -1e4 if is_padded else None
        shares = torch.softmax(self.mix, 0)
        mixed = x * shares[0]
        for k, layer in enumerate(self.layers):
            x = layer(x, bias)
            mixed = mixed + x * shares[k + 1]
        return mixed

    def gather(self, x: Tensor, first: Tensor, last: Tensor) -> Tensor:
        """(B, P, WIDTH) of pieces to (B, N, WIDTH) of words, by each word's first and last piece."""
        wide = (-1, -1, x.shape[-1])
        return torch.gather(x, 1, first.unsqueeze(-1).expand(*wide)) + self.ending * torch.gather(x, 1, last.unsqueeze(-1).expand(*wide))

    def arc_scores(self, words: Tensor, root: Tensor, sentence: Tensor) -> Tensor:
        """(B, N, 1 + N): for each word the score of each head, the root first; other sentences' words are ruled out."""
        heads = torch.cat([root, words], 1)
        scores = self.arcs(self.arc_dependent(words), self.arc_head(heads)).squeeze(1)
        apart = (sentence.unsqueeze(2) != sentence.unsqueeze(1)).float() * -1e4
        return scores.float() + F.pad(apart, (1, 0))

    def relation_scores(self, words: Tensor, root: Tensor, head: Tensor) -> Tensor:
        """(B, N, relations) for the given heads (B, N), 0 the root."""
        dependents = F.pad(self.label_dependent(words), (0, 1), value=1.0)
        heads = F.pad(self.label_head(torch.cat([root, words], 1)), (0, 1), value=1.0)
        heads = torch.gather(heads, 1, head.unsqueeze(-1).expand(-1, -1, heads.shape[-1]))
        width = LABEL + 1
        mixed = torch.matmul(dependents, self.relations.weight.permute(1, 0, 2).reshape(width, -1))
        mixed = mixed.view(*dependents.shape[:2], len(labels.DEPREL), width)
        return torch.matmul(mixed, heads.unsqueeze(-1)).squeeze(-1)


def load_encoder(network: Network, path: Path) -> None:
    """Copies the weights of a BERT safetensors file into the encoder."""
    given = read_safetensors(path)
    own: dict[str, Tensor] = {
        "words.weight": given["embeddings.word_embeddings.weight"],
        "positions.weight": given["embeddings.position_embeddings.weight"],
        "types": given["embeddings.token_type_embeddings.weight"][0],
        "norm.weight": given["embeddings.LayerNorm.weight"],
        "norm.bias": given["embeddings.LayerNorm.bias"],
    }
    for k in range(LAYERS):
        theirs, ours = f"encoder.layer.{k}.", f"layers.{k}."
        for kind in ("weight", "bias"):
            own[f"{ours}qkv.{kind}"] = torch.cat([given[f"{theirs}attention.self.{part}.{kind}"] for part in ("query", "key", "value")])
            own[f"{ours}out.{kind}"] = given[f"{theirs}attention.output.dense.{kind}"]
            own[f"{ours}norm1.{kind}"] = given[f"{theirs}attention.output.LayerNorm.{kind}"]
            own[f"{ours}up.{kind}"] = given[f"{theirs}intermediate.dense.{kind}"]
            own[f"{ours}down.{kind}"] = given[f"{theirs}output.dense.{kind}"]
            own[f"{ours}norm2.{kind}"] = given[f"{theirs}output.LayerNorm.{kind}"]
    _, unexpected = network.load_state_dict(own, strict=False)
    if unexpected:
        raise ValueError(f"{path}: weights that the network has no place for: {unexpected}")


def read_safetensors(path: Path) -> dict[str, Tensor]:
    """The float32 tensors of a safetensors file (8 bytes of header length, a JSON header, the raw data)."""
    raw = path.read_bytes()
    (length,) = struct.unpack("<Q", raw[:8])
    header = json.loads(raw[8 : 8 + length])
    out = {}
    for name, entry in header.items():
        if name != "__metadata__" and entry["dtype"] == "F32":
            a, b = entry["data_offsets"]
            flat = torch.frombuffer(bytearray(raw[8 + length + a : 8 + length + b]), dtype=torch.float32)
            out[name] = flat.view(entry["shape"])
    return out
