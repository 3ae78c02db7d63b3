"""The bundled reports in a ledger, read once."""

from tests.faces.exports.conftest import demo, holdings

__all__ = ["demo", "holdings"]
