"""The command line: ``hearsay read``, ``ingest``, ``events``, ``show``, ``voices``, ``search``, ``diff``, ``review``, ``corrections``, ``parties``,
``reread``, ``export``, ``import``, ``report``, ``chart``, ``ledger``, ``gazetteer`` and ``demo``.
Files and a ledger in, a readable screen or JSON Lines out."""

from hearsay.faces.cli.commands import main

__all__ = ["main"]
