"""What each task's batch teaches."""

import torch
import torch.nn.functional as F
from torch import Tensor

from training import labels
from training.network import Network
from training.words import IGNORED


def loss_of(network: Network, batch: dict[str, Tensor]) -> Tensor:
    """Mean loss of one batch, whichever task it carries."""
    x = network.encode(batch["pieces"], batch["cases"])
    words = network.gather(x, batch["first"], batch["last"])
    if "upos" in batch:
        return _syntax(network, words, x[:, :1], batch)
    if "allowed" in batch:
        return _names(network, words, batch)
    return _voices(network, words, batch)


def _syntax(network: Network, words: Tensor, root: Tensor, batch: dict[str, Tensor]) -> Tensor:
    heads = batch["head"]
    arcs = network.arc_scores(words, root, batch["sentence"])
    relations = network.relation_scores(words, root, heads.clamp(min=0))
    tags = network.upos(words)
    return (
        F.cross_entropy(arcs.flatten(0, 1), heads.flatten(), ignore_index=IGNORED)
        + F.cross_entropy(relations.float().flatten(0, 1), batch["label"].flatten(), ignore_index=IGNORED)
        + 0.5 * F.cross_entropy(tags.float().flatten(0, 1), batch["upos"].flatten(), ignore_index=IGNORED)
    )


def _names(network: Network, words: Tensor, batch: dict[str, Tensor]) -> Tensor:
    """Negative log of the probability that the labels permitted by the corpus have together."""
    scores = network.names(words).float()
    permitted = scores.masked_fill(~batch["allowed"], -1e4)
    each = torch.logsumexp(scores, -1) - torch.logsumexp(permitted, -1)
    real = batch["sentence"].ge(0)
    return each[real].mean() * 1.5


def _voices(network: Network, words: Tensor, batch: dict[str, Tensor]) -> Tensor:
    scores, wanted = network.anchor(words).float(), batch["anchor"]
    known = ~torch.isnan(wanted)
    loss = 2.0 * F.binary_cross_entropy_with_logits(scores[known], wanted[known])
    if len(batch["frame_window"]):
        roles, edges = network.framer(words, batch["frame_window"], batch["frame_anchor"], batch["sentence"])
        loss = loss + 1.5 * F.cross_entropy(roles.float().flatten(0, 1), batch["roles"].flatten(), ignore_index=IGNORED)
        real = batch["roles"].ne(IGNORED)
        loss = loss + 1.5 * F.binary_cross_entropy_with_logits(edges.float()[real], _edges(batch["roles"])[real])
    return loss


def _edges(roles: Tensor) -> Tensor:
    """(F, N) roles -> (F, N, 2): 1.0 where a run of content begins, and where one ends."""
    content = roles.eq(labels.ROLES.index("content"))
    begins, ends = content & ~F.pad(content[:, :-1], (1, 0)), content & ~F.pad(content[:, 1:], (0, 1))
    return torch.stack([begins, ends], -1).float()
