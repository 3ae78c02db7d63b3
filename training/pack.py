"""Packs a training checkpoint into what the product ships: ``python -m training.pack --run DIR --out DIR``."""

import argparse
import hashlib
import json
import shutil
import tempfile
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from training import labels, lemmas
from training.fit import STAGES, encoder_folder
from training.network import Network

LEANING = (0.0, 1.0)  # added to the anchors' logits: the corpus with nested frames is small, and so the second anchor is too shy
INPUTS = ("pieces", "cases", "first", "last", "sentence")
OUTPUTS = ("upos", "arcs", "relation", "names", "anchor", "at", "roles", "edges")


class Packed(nn.Module):
    """The network as it is shipped, for one window at a time; choices are made inside wherever nothing is lost by it."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, pieces: Tensor, cases: Tensor, first: Tensor, last: Tensor, sentence: Tensor) -> tuple[Tensor, ...]:
        network = self.network
        x = network.encode(pieces, cases, is_padded=False)
        words, root = network.gather(x, first, last), x[:, :1]
        arcs = network.arc_scores(words, root, sentence)
        relation = network.relation_scores(words, root, arcs.argmax(-1)).argmax(-1)
        anchor = network.anchor(words) + torch.tensor(LEANING)
        likely = anchor[0].amax(-1)
        at = likely.ge(likely.max().clamp(max=0.0)).nonzero().squeeze(1)  # the likeliest at least, so that there is something to look at
        roles, edges = network.framer(words, torch.zeros_like(at), at, sentence, is_padded=False)
        return (
            network.upos(words).argmax(-1).to(torch.uint8),
            arcs,
            relation.to(torch.uint8),
            torch.log_softmax(network.names(words), -1),
            anchor,
            at.unsqueeze(0),
            torch.log_softmax(roles, -1).unsqueeze(0),
            edges.unsqueeze(0),
        )


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--run", type=Path, required=True)
    options.add_argument("--out", type=Path, required=True)
    options.add_argument("--corpora", type=Path, required=True)
    options.add_argument("--stage", default="voices")
    given = options.parse_args()
    state = torch.load(given.run / given.stage / "checkpoint.pt", map_location="cpu")
    network = Network()
    network.load_state_dict(state["average"])
    given.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        export(network.eval(), Path(folder) / "full.onnx")
        shrink(Path(folder) / "full.onnx", given.out / "reader.onnx")
    shutil.copy(encoder_folder() / "vocab.txt", given.out / "vocab.txt")
    exceptions = json.dumps(lemmas.table(given.corpora), ensure_ascii=False, indent=0)
    (given.out / "lemmas.json").write_text(exceptions + "\n", encoding="utf-8")
    write_manifest(given.out, steps_up_to(given.run, given.stage), given.run)


def steps_up_to(run: Path, stage: str) -> int:
    """The steps of a run in this stage and those before it."""
    before = STAGES[stage].begins_from
    step: int = torch.load(run / stage / "checkpoint.pt", map_location="cpu")["step"]
    return step + (steps_up_to(run, before) if before else 0)


def export(network: Network, path: Path) -> None:
    """Writes the float32 ONNX file."""
    batch, length, words = 1, 16, 9
    example = (
        torch.randint(1000, 2000, (batch, length)),
        torch.ones(batch, length, dtype=torch.long),
        torch.arange(1, words + 1).repeat(batch, 1),
        torch.arange(1, words + 1).repeat(batch, 1),
        torch.zeros(batch, words, dtype=torch.long),
    )
    axes = {name: {1: "piece" if name in ("pieces", "cases") else "word"} for name in INPUTS + OUTPUTS}
    axes["arcs"][2] = "head"
    axes["at"] = {1: "frame"}
    axes["roles"] = axes["edges"] = {1: "frame", 2: "word"}
    with torch.no_grad():
        torch.onnx.export(
            Packed(network),
            example,
            str(path),
            input_names=list(INPUTS),
            output_names=list(OUTPUTS),
            dynamic_axes=axes,
            opset_version=17,
            dynamo=False,
        )


def shrink(full: Path, small: Path) -> None:
    """Per-channel int8 for the encoder's and heads' matrices and the embeddings."""
    from onnxruntime.quantization.shape_inference import quant_pre_process

    ready = full.with_name("ready.onnx")
    quant_pre_process(str(full), str(ready), skip_symbolic_shape=True)
    biaffine = [node.name for node in onnx.load(str(ready)).graph.node if node.name.startswith(("/network/arcs", "/arcs"))]
    quantize_dynamic(  # the biaffine weights have three dimensions, which int8 matrix products cannot take
        str(ready), str(small), per_channel=True, weight_type=QuantType.QInt8, op_types_to_quantize=["MatMul", "Gather"], nodes_to_exclude=biaffine
    )
    onnx.checker.check_model(str(small))


def write_manifest(out: Path, step: int, run: Path) -> None:
    """Labels in the order of the outputs, and digests of the files, so that a ledger can say what read it."""
    files = {name: hashlib.sha256((out / name).read_bytes()).hexdigest() for name in ("reader.onnx", "vocab.txt", "lemmas.json")}
    manifest = {
        "name": "reader-en",
        "steps": step,
        "sources": run.name,
        "anchor": 1 if run.name == "open" else 0,
        "upos": labels.UPOS,
        "relations": labels.DEPREL,
        "names": labels.BIO,
        "roles": labels.ROLES,
        "files": files,
    }
    (out / "manifest.json").write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
