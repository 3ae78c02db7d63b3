"""Libraries that only some forms need, which not everybody has."""

from importlib import import_module
from typing import Any

from hearsay.faces.exports.forms import ExportError


def need(library: str, *, form: str) -> Any:
    """The library. Raises ExportError that says how to get it."""
    try:
        return import_module(library)
    except ImportError:
        raise ExportError(f"the form {form} needs {library}, which is not installed: pip install 'hearsay[tables]'") from None
