"""The command about voices: how often their figures were borne out, overtaken or contradicted."""

from typing import Annotated

import typer

from hearsay.faces.cli.screens import screen
from hearsay.faces.cli.settings import DEFAULT_LEDGER, LedgerPath, fail, faults_told
from hearsay.lexicons import naming
from hearsay.lexicons.naming import AS_NAMED


def voices(
    name: Annotated[str | None, typer.Argument(metavar="NAME", help="A voice, by any of its names: shows what became of its figures.")] = None,
    *,
    path: LedgerPath = DEFAULT_LEDGER,
) -> None:
    """List the voices of a ledger and what became of their figures.

    A figure is borne out, overtaken by a later toll, or contradicted, by observers, officials of neither side, or who admits the losses; else it
    is open. A voice is never found wrong on its enemy's word alone.
    """
    from hearsay import dossiers, ledger
    from hearsay.faces.cli.voice_view import list_tracks, show_track

    with faults_told(), ledger.open(path, read_only=True) as opened:
        made, reports = dossiers.dossiers(opened), ledger.reports(opened)
        sameness = made[0].sameness if made else AS_NAMED
        claims = [claim for dossier in made for claim in dossier.claims]
        tracks = ledger.track([dossier.event for dossier in made], claims, reports, sameness)
        if name is None:
            list_tracks(screen(), tracks)
            return
        found = [one for one in tracks if sameness.is_same(naming.key(one.voice), naming.key(name))]
        if not found:
            fail(f"{opened.name}: no voice goes by the name {name!r}. `hearsay voices --ledger {opened.argument}` lists them.")
        for one in found:
            show_track(screen(), one)
