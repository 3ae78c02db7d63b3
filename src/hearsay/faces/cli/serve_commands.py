"""The commands of the page: serve a ledger to browsers, and make a token for who may write there."""

from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from hearsay.faces.cli.screens import clean, margin
from hearsay.faces.cli.settings import DEFAULT_LEDGER, By, LedgerPath, fail, faults_told, named

if TYPE_CHECKING:
    pass

if TYPE_CHECKING:
    from hearsay.faces.web.writers import Writers

Users = Annotated[
    str | None, typer.Option("--users", metavar="FILE", help="Who may write, as `hearsay token` writes it; none: nobody may, and nothing is written.")
]
TokenFile = Annotated[Path | None, typer.Option("--users", metavar="FILE", help="The file of users to put it into; it is made if it is not there.")]
NOBODY = "none"


def serve(
    *,
    path: LedgerPath = DEFAULT_LEDGER,
    port: Annotated[int, typer.Option(metavar="N", min=0, max=65_535, help="Where to listen; 0: any free port.")] = 8000,
    host: Annotated[str, typer.Option(metavar="ADDRESS", help="On which address; on another, others can read the ledger too.")] = "127.0.0.1",
    site: Annotated[list[str] | None, typer.Option("--site", metavar="NAME", help="A further name of this server, as browsers ask for it.")] = None,
    users: Users = None,
    by: By = "user",
) -> None:
    """Show a ledger in the browser: map, timeline, events, reports, voices; and answer programs (HTTP API).

    Reading needs nothing. Writing needs a token: the one that is printed, for --by, or one of --users.

    Exit status: 0 ended by Ctrl-C, 2 it could not be served.
    """
    from hearsay import ledger, upkeep
    from hearsay.faces.web import serving
    from hearsay.faces.web.app import make

    is_read_only = users == NOBODY
    writers, token = _writers(users, named(by))
    try:
        at = serving.listen(host, port)
    except serving.PortError as fault:
        fail(str(fault))
    with at, faults_told(), ledger.open(path, create=False, read_only=is_read_only) as opened:
        if not is_read_only:
            with margin().status("bringing events up to date") if margin().is_terminal else nullcontext():
                upkeep.refresh(opened)
        names = [*(site or ()), *([] if serving.is_loopback(host) else [host])]
        app = make(opened, writers=writers, names=names, is_read_only=is_read_only)
        app.state.desk.cards(None)  # so that the first page comes as quickly as the others
        _greet(opened.name, f"{host}:{at.getsockname()[1]}", token)
        if not serving.is_loopback(host):
            typer.echo("Whoever reaches this machine can read the ledger, and tokens travel as they are: put a server with TLS before it.", err=True)
        serving.serve(app, at)


def token(
    name: Annotated[str, typer.Argument(metavar="NAME", help="Who is to write with it; judgements bear the name.")],
    *,
    users: TokenFile = None,
) -> None:
    """Make a token for a person who may write to a served ledger.

    The token is printed once and kept nowhere; the file gets only a hash. An older token of the same name holds no more.
    """
    from hearsay.faces.web.writers import WritersError, add_writer, line_of, new_token

    made, kept = new_token(named(name))
    try:
        if users:
            add_writer(users, named(name), kept)
    except WritersError as fault:
        fail(str(fault))
    typer.echo(made)
    told = f"{users} lets it write; a server reads the file when it starts." if users else f"Line for a file of users: {line_of(named(name), kept)}"
    typer.echo(clean(told), err=True)


def _writers(users: str | None, by: str) -> "tuple[Writers, str | None]":
    """Who may write, and the token that is printed, if one is made."""
    from hearsay.faces.web.writers import Writers, WritersError, new_token, read_writers

    if users == NOBODY:
        return Writers(), None
    if users is None:
        token, kept = new_token(by)
        return Writers({by: kept}), token
    try:
        return read_writers(Path(users)), None
    except WritersError as fault:
        fail(str(fault))


def _greet(name: str, address: str, token: str | None) -> None:
    typer.echo(clean(f"{name} is at http://{address}/ until Ctrl-C; the API at http://{address}/api"))
    if token:
        typer.echo(f"To write, give this token at http://{address}/token, or programs: {token}")
