"""The application: routes, pages, files, and what stands between them and the world."""

from collections.abc import Iterable

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles

from hearsay import __version__
from hearsay.faces.web.api import api
from hearsay.faces.web.desk import Desk
from hearsay.faces.web.guard import Guard, Turns
from hearsay.faces.web.judging import judging
from hearsay.faces.web.pages import pages
from hearsay.faces.web.pressing import HERE
from hearsay.faces.web.records_api import records
from hearsay.faces.web.writers import Writers
from hearsay.faces.web.writing_pages import forms
from hearsay.faces.web.wrong import tell_plainly
from hearsay.ledger import Ledger

_WORDS = "Who claims what in the reports of a ledger, with the words it was read from. docs/web.md tells how paging, ETags and tokens work."


def make(ledger: Ledger, *, writers: Writers | None = None, names: Iterable[str] = (), is_read_only: bool = False) -> FastAPI:
    """The application that serves a ledger. ``writers``: who may write, None: nobody; ``names``: of hosts under which it may be asked for, beside
    those of the machine itself; ``is_read_only``: the ledger is not even brought up to date."""
    app = FastAPI(
        title="Hearsay",
        version=__version__,
        description=_WORDS,
        docs_url=None,
        redoc_url=None,
        openapi_url="/api/openapi.json",
        redirect_slashes=False,
    )
    app.state.desk = Desk(ledger, is_read_only)
    app.state.writers = writers or Writers()
    for router in (api, records, judging, forms, pages):
        app.include_router(router)
    app.mount("/static", StaticFiles(directory=HERE / "static"), name="static")
    tell_plainly(app)
    app.add_middleware(Turns)
    app.add_middleware(Guard, names=tuple(names))
    return app
