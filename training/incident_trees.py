"""Grows the trees of bench/incidents and writes them as an ONNX graph (a TreeEnsembleRegressor of the ai.onnx.ml operators)."""

from collections.abc import Iterator
from dataclasses import dataclass

import lightgbm
import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper

from bench.incidents.trees import INPUT, Rows

_VERSIONS = (("", 17), ("ai.onnx.ml", 3))


@dataclass(frozen=True)
class Growth:
    trees: int
    leaves: int
    rate: float
    columns: float  # the share of the features that a tree sees


PAIRS = Growth(trees=150, leaves=8, rate=0.05, columns=0.6)
NUMBERS = Growth(trees=300, leaves=15, rate=0.03, columns=0.4)


def grow(rows: Rows, is_true: NDArray[np.bool_], growth: Growth) -> bytes:
    """Trees that give each row the chance that it is true, as a graph."""
    settings = {
        "objective": "binary",
        "learning_rate": growth.rate,
        "num_leaves": growth.leaves,
        "min_data_in_leaf": 60,
        "feature_fraction": growth.columns,
        "bagging_fraction": 0.7,
        "bagging_freq": 1,
        "lambda_l2": 5,
        "seed": 1,
        "deterministic": True,
        "verbose": -1,
    }
    grown = lightgbm.train(settings, lightgbm.Dataset(rows, is_true), growth.trees).dump_model()
    return _graph([tree["tree_structure"] for tree in grown["tree_info"]], rows.shape[1])


def _graph(trees: list[dict], columns: int) -> bytes:
    nodes = [node for number, tree in enumerate(trees) for node in _nodes(number, tree)]
    leaves = [node for node in nodes if node["mode"] == "LEAF"]
    told = {name: [node[name] for node in nodes] for name in ("treeid", "nodeid", "featureid", "mode", "value", "truenodeid", "falsenodeid")}
    ensemble = helper.make_node(
        "TreeEnsembleRegressor",
        [INPUT],
        ["score"],
        domain="ai.onnx.ml",
        n_targets=1,
        **{f"nodes_{name}s": values for name, values in told.items()},
        target_treeids=[leaf["treeid"] for leaf in leaves],
        target_nodeids=[leaf["nodeid"] for leaf in leaves],
        target_ids=[0] * len(leaves),
        target_weights=[leaf["weight"] for leaf in leaves],
    )
    ends = (helper.make_tensor_value_info(name, TensorProto.FLOAT, [None, width]) for name, width in ((INPUT, columns), ("score", 1)))
    graph = helper.make_graph([ensemble], "trees", *([end] for end in ends))
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid(*version) for version in _VERSIONS], ir_version=8)
    onnx.checker.check_model(model)
    return model.SerializeToString()


def _nodes(tree: int, root: dict) -> Iterator[dict]:
    """The nodes of a tree, each before those below it."""
    waiting, count = [(0, root)], 1
    while waiting:
        number, node = waiting.pop()
        own = {"treeid": tree, "nodeid": number, "featureid": 0, "mode": "LEAF", "value": 0.0, "truenodeid": 0, "falsenodeid": 0}
        if "leaf_value" in node:
            yield own | {"weight": node["leaf_value"]}
            continue
        waiting += [(count, node["left_child"]), (count + 1, node["right_child"])]
        told = {"featureid": node["split_feature"], "mode": "BRANCH_LEQ", "value": node["threshold"]}
        yield own | told | {"truenodeid": count, "falsenodeid": count + 1}
        count += 2
