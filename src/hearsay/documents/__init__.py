"""Loads reports from plain text and JSON Lines files, gzipped or not, and from standard input.
Paths in, Documents and Problems out."""

from hearsay.documents.loading import load, make

__all__ = ["load", "make"]
