"""Writes what a ledger knows to files that other tools read.
Dossiers and their reports in; a file or a folder out, whole or not at all."""

from hearsay.faces.exports.forms import ExportError, Form, Told
from hearsay.faces.exports.holdings import Holdings, Reports, take
from hearsay.faces.exports.registry import form, forms
from hearsay.faces.exports.writing import Written, one_file, write

__all__ = ["ExportError", "Form", "Holdings", "Reports", "Told", "Written", "form", "forms", "one_file", "take", "write"]
