"""Reads documents with the reader's network and with rules: tokens, sentences, tags, trees, names, frames, antecedents.
Document in, Reading out."""

from hearsay.reading.reader import read

__all__ = ["read"]
