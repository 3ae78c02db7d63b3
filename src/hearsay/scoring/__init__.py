"""Compares the figures that were found in reports with those that a reader expects: precision, recall and F1, with bootstrap intervals.
Expected figures and Claims in, Scores out."""

from hearsay.scoring.figures import Expected, Score, interval, score

__all__ = ["Expected", "Score", "interval", "score"]
