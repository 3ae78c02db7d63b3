"""Measures how many words a second each stage reads, within one run on the machine at hand: ``python bench/speed.py [--in FILE]``.

Times differ from machine to machine and from run to run: compare stages of one run. Nothing is asserted.
"""

import argparse
import os
import platform
import time
from collections.abc import Callable
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path
from typing import Any, TypeVar

from onnxruntime import RunOptions

import hearsay
from hearsay import claims, documents, events, grounding, pipeline, reading, weights
from hearsay.claims.attribution import sayings_of
from hearsay.claims.phrases import Tree
from hearsay.claims.voices import Voices
from hearsay.reading.frames import frames_of
from hearsay.reading.inputs import inputs_of
from hearsay.reading.windows import windows_of
from hearsay.records import Document, Problem

DEMO = Path(hearsay.__file__).parent / "demo"
FRAMES = ("anchor", "at", "roles", "edges")  # the network's outputs for attribution
ATTRIBUTED = 60  # reports that its share is measured on
T = TypeVar("T")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--in", dest="texts", type=Path, help="reports as text or JSONL, gzipped or not; the demo's, over and over, if left out")
    options.add_argument("--reports", type=int, default=200, help="how many reports to read, at most (200)")
    given = options.parse_args()
    found = reports(given.texts, given.reports)
    reader = weights.load()
    run(found[:1], reader)  # what is loaded but once is no part of the pace
    words, seconds = run(found, reader)
    print(f"{platform.processor() or platform.machine()}, {os.cpu_count()} processors, Python {platform.python_version()}, {reader.name}")
    print(f"{len(found)} reports, {words:,} words\n\n{'stage':<10}{'words/s':>10}{'share':>8}{'times reading':>15}")
    for stage, taken in [*seconds.items(), ("all", sum(seconds.values()))]:
        share, ratio = taken / sum(seconds.values()), seconds["reading"] / taken
        print(f"{stage:<10}{words / taken:>10,.0f}{share:>8.0%}{ratio:>15.2f}")
    least, middle, most = sorted(attribution_added(found[:ATTRIBUTED], reader) for _ in range(3))
    print(f"\nattribution adds {middle:.0%} to the time of reading without it (three goes on one thread: {least:.0%} to {most:.0%})")


def reports(path: Path | None, most: int) -> list[Document]:
    """The reports to read; those of the demo come round again under new ids."""
    found: list[Document] = []
    for made in documents.load([path] if path else sorted(DEMO.glob("*.txt"))):
        if isinstance(made, Problem):
            print(made)
        elif len(found) < most:
            found.append(made)
    if not found:
        raise SystemExit(f"{path or DEMO} holds no report that can be read")
    return found if path else [replace(made, report_id=f"{made.report_id}-{n}") for n, made in enumerate(islice(cycle(found), most))]


def run(found: list[Document], reader: weights.Reader) -> tuple[int, dict[str, float]]:
    """The number of words, and the seconds that each stage takes for all reports."""
    seconds: dict[str, float] = {}
    groups = [found[k : k + pipeline.BATCH_DOCUMENTS] for k in range(0, len(found), pipeline.BATCH_DOCUMENTS)]
    read = timed(seconds, "reading", lambda: [made for group in groups for made in reading.read(group, reader)])
    told = timed(seconds, "claims", lambda: [claims.find(made) for made in read])
    grounded = timed(seconds, "grounding", lambda: [grounding.ground(made, own) for made, own in zip(read, told, strict=True)])
    timed(seconds, "linking", lambda: events.link([claim for own in grounded for claim in own], sketches=[events.sketch(one) for one in found]))
    return sum(len(made.tokens) for made in read), seconds


def attribution_added(found: list[Document], reader: weights.Reader) -> float:
    """How much longer reading takes, as a share, for its frames (in the network and after), and for the sayings and voices made of them."""
    reader, seconds = replace(reader, threads=1), dict[str, float]()
    cut = [(document, window) for document in found for window in windows_of(document.text)]
    inputs = [inputs_of([document.text[a:b] for a, b in window.tokens], window.sentence, reader.pieces) for document, window in cut]
    whole = [output.name for output in reader.session.get_outputs()]
    timed(seconds, "less", lambda: [_some(reader, [n for n in whole if n not in FRAMES], one) for one in inputs])
    scores = timed(seconds, "more", lambda: [_some(reader, whole, one) for one in inputs])
    framed = [{name: array[0] for name, array in zip(whole, one, strict=True)} for one in scores]
    timed(seconds, "frames", lambda: [frames_of(one, reader.anchor) for one in framed])
    trees = [Tree(made) for made in timed(seconds, "reading", lambda: reading.read(found, reader))]
    timed(seconds, "voices", lambda: [Voices(tree, sayings_of(tree)) for tree in trees])
    in_reading = seconds["more"] - seconds["less"] + seconds["frames"]
    return (in_reading + seconds["voices"]) / (seconds["reading"] - in_reading)


def _some(reader: weights.Reader, outputs: list[str], inputs: dict[str, Any]) -> list[Any]:
    """The network's outputs, without working out any other."""
    options = RunOptions()
    options.only_execute_path_to_fetches = True
    made: list[Any] = reader.session.run(outputs, inputs, options)
    return made


def timed(seconds: dict[str, float], stage: str, work: Callable[[], T]) -> T:
    begun = time.perf_counter()
    done = work()
    seconds[stage] = time.perf_counter() - begun
    return done


if __name__ == "__main__":
    main()
