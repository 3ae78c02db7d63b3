"""The page and the HTTP API: reads a ledger for browsers and programs, and takes judgements from who has a token.
A Ledger in, an ASGI application out."""

from hearsay.faces.web.app import make

__all__ = ["make"]
