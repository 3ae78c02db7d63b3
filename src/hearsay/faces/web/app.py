"""The application: routes, pages, files, and what stands between them and the world."""

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles

from hearsay import __version__
from hearsay.faces.web.api import api
from hearsay.faces.web.desk import Desk
from hearsay.faces.web.pages import HERE, pages
from hearsay.ledger import Ledger


def make(ledger: Ledger, *, writers: object = None) -> FastAPI:
    """The application that serves a ledger. ``writers``: who may write; None: nobody."""
    app = FastAPI(title="Hearsay", version=__version__, docs_url=None, redoc_url=None, openapi_url="/api/openapi.json")
    app.state.desk = Desk(ledger)
    app.state.writers = writers
    app.include_router(api)
    app.include_router(pages)
    app.mount("/static", StaticFiles(directory=HERE / "static"), name="static")
    return app
