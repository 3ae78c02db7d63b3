"""The commands that write one event out: a static report, and its chart."""

from pathlib import Path
from typing import Annotated

import typer

from hearsay.faces.cli.choosing import the_event
from hearsay.faces.cli.screens import clean, screen
from hearsay.faces.cli.settings import DEFAULT_LEDGER, AsOf, LedgerPath, ProfileName, RecordedBy, fail, faults_told

EventId = Annotated[str, typer.Argument(metavar="EVENT", help="The id of an event, as `hearsay events` lists it; its beginning will do.")]
Out = Annotated[Path | None, typer.Option("--out", "-o", metavar="FILE", help="The file to write; without it, one named after the event.")]
Overwrite = Annotated[bool, typer.Option("--overwrite", help="Replace the file if it is there.")]

_DRAWN = ("timeline", "chain")


def report(  # noqa: PLR0913 - each is an option of the command
    event: EventId,
    *,
    out: Out = None,
    path: LedgerPath = DEFAULT_LEDGER,
    profile: ProfileName = "hearsay",
    as_of: AsOf = None,
    recorded_by: RecordedBy = None,
    overwrite: Overwrite = False,
) -> None:
    """Write a report on one event: one HTML file that opens offline and prints well.

    Figures with their reasons, who says how many, what does not agree, the timeline, the chain of voices, and the words themselves.
    """
    from hearsay import ledger
    from hearsay.faces import event_page, exports

    with faults_told(), ledger.open(path, read_only=True) as opened:
        dossier = the_event(opened, event, profile, as_of, recorded_by)
        shown = event_page.gather(opened, dossier, profile=profile, published_by=as_of, recorded_by=recorded_by)
        out = out or Path(f"{dossier.event.event_id}.html")
        try:
            with exports.one_file(out, overwrite=overwrite) as draft:
                draft.write_text(event_page.page_of(shown), encoding="utf-8")
        except exports.ExportError as fault:
            fail(str(fault))
    screen().print(clean(f"{out}: event {dossier.event.event_id}, {len(dossier.claims)} claims. Open it in a browser."), soft_wrap=True)


def chart(  # noqa: PLR0913 - each is an option of the command
    event: EventId,
    *,
    out: Out = None,
    show: Annotated[str, typer.Option("--show", metavar="WHAT", help="What to draw: timeline or chain.")] = "timeline",
    path: LedgerPath = DEFAULT_LEDGER,
    profile: ProfileName = "hearsay",
    as_of: AsOf = None,
    recorded_by: RecordedBy = None,
    overwrite: Overwrite = False,
) -> None:
    """Draw the timeline of one event, or its chain of voices, as SVG or PNG.

    The file's ending decides. A PNG needs matplotlib: pip install 'hearsay[chart]'.
    """
    from hearsay import ledger
    from hearsay.faces import drawing, exports
    from hearsay.faces.drawing.png import draw_png

    if show not in _DRAWN:
        raise typer.BadParameter(f"there is no chart {show!r}; there are {', '.join(_DRAWN)}", param_hint="--show")
    with faults_told(), ledger.open(path, read_only=True) as opened:
        dossier = the_event(opened, event, profile, as_of, recorded_by)
        reports = [found for name in {claim.report_id for claim in dossier.claims} if (found := ledger.report(opened, name))]
        out = out or Path(f"{dossier.event.event_id}.svg")
        if out.suffix.casefold() not in (".svg", ".png"):
            fail(f"{out}: a chart is an .svg or a .png")
        picture = drawing.timeline_of(dossier, reports) if show == "timeline" else drawing.chain_of(dossier)
        try:
            with exports.one_file(out, overwrite=overwrite) as draft:
                if out.suffix.casefold() == ".png":
                    draw_png(picture, draft)
                else:
                    draft.write_text(drawing.draw(picture, is_file=True), encoding="utf-8")
        except (exports.ExportError, ImportError) as fault:
            fail(str(fault))
    screen().print(clean(f"{out}: {picture.title}."), soft_wrap=True)
