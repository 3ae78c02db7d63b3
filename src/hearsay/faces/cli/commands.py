"""The commands. What they need is imported inside them, so that --help comes at once."""

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated

import typer

from hearsay import __version__
from hearsay.faces.cli.choosing import the_event
from hearsay.faces.cli.correction_commands import corrections
from hearsay.faces.cli.event_commands import chart, report
from hearsay.faces.cli.export_commands import export
from hearsay.faces.cli.gazetteer_commands import gazetteer
from hearsay.faces.cli.import_commands import take_over
from hearsay.faces.cli.ledger_commands import book, search
from hearsay.faces.cli.party_commands import parties
from hearsay.faces.cli.review_commands import review
from hearsay.faces.cli.screens import Outcome, screen
from hearsay.faces.cli.serve_commands import serve, token
from hearsay.faces.cli.settings import DEFAULT_LEDGER, FLAGS, AsOf, LedgerPath, ProfileName, RecordedBy, day, faults_told, kept_up, moment
from hearsay.faces.cli.voice_commands import voices

app = typer.Typer(
    name="hearsay",
    help="Reads armed-conflict news and keeps a ledger of who claims what. Offline, and with the words behind every number.",
    epilog="Example: hearsay demo",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings=FLAGS,
)
app.add_typer(parties, name="parties")
app.add_typer(gazetteer, name="gazetteer")
app.add_typer(corrections, name="corrections")
app.add_typer(review, name="review")
app.command(epilog="Example: hearsay voices --ledger panjshir.db")(voices)
app.add_typer(book, name="ledger")
app.command(epilog="Example: hearsay export --ledger panjshir.db --to csv --out panjshir")(export)
app.command(epilog="Example: hearsay report e3f9a0c2d1 -o event.html --ledger panjshir.db")(report)
app.command(epilog="Example: hearsay chart e3f9a0c2d1 -o chart.svg --ledger panjshir.db")(chart)
app.command(name="import", epilog="Example: hearsay import project-1.json --ledger panjshir.db --by Ann")(take_over)
app.command(epilog="Example: hearsay search Khawak 'kill*' --ledger panjshir.db")(search)

app.command(epilog="Example: hearsay serve --ledger panjshir.db --port 8000")(serve)
app.command(epilog="Example: hearsay token Ann --users writers.toml")(token)


class Counts(StrEnum):
    """How ``read`` bounds the figures."""

    words = "words"
    acled = "acled"
    ucdp = "ucdp"


class Format(StrEnum):
    """How ``read`` prints."""

    table = "table"
    jsonl = "jsonl"


Files = Annotated[
    list[str],
    typer.Argument(
        metavar="FILE...", help="Reports as plain text or JSON Lines (text, id, title, outlet, date, url), .gz or not; - is standard input."
    ),
]
Outlet = Annotated[str | None, typer.Option(metavar="NAME", help="Who printed the reports, where they do not say it.")]
Published = Annotated[
    date | None,
    typer.Option("--date", parser=day, metavar="YYYY-MM-DD", help="Day of publication, where the reports do not say it."),
]


def _version(value: bool) -> None:  # noqa: FBT001 - how Typer calls it
    if value:
        typer.echo(f"hearsay {__version__}")
        raise typer.Exit


@app.callback()
def hearsay(*, _: Annotated[bool, typer.Option("--version", help="Print the version.", callback=_version, is_eager=True)] = False) -> None:
    """Only carries the options that stand before a command."""


@app.command(epilog="Example: hearsay read report.txt --outlet VOA --date 2021-09-02")
def read(
    file: Files,
    *,
    form: Annotated[Format, typer.Option("--format", help="Tables to look at, or one claim a line as JSON.")] = Format.table,
    counts: Annotated[Counts, typer.Option(help="Figures as their words allow, or as ACLED or UCDP code such words.")] = Counts.words,
    outlet: Outlet = None,
    published: Published = None,
) -> None:
    """Show who claims what in each report.

    Every count and happening with its speaker, and with the words that it was read from. Several reports may stand in one JSON Lines file.

    Exit status: 0 all reports read, 1 some failed, 2 none read or wrong usage.
    """
    from hearsay import claims, documents, pipeline
    from hearsay.faces.cli.report_view import print_lines, show_report

    outcome, console = Outcome(), screen()
    with faults_told():
        for account in outcome.sift(pipeline.read(documents.load(file, outlet=outlet, published=published))):
            counted = tuple(claims.recount(claim, counts.value) for claim in account.claims)
            if form is Format.jsonl:
                print_lines(counted)
            else:
                show_report(console, account.document, counted)
    raise typer.Exit(outcome.status)


@app.command(epilog="Example: hearsay ingest reports/*.txt wire.jsonl.gz --ledger panjshir.db")
def ingest(file: Files, *, path: LedgerPath = DEFAULT_LEDGER, outlet: Outlet = None, published: Published = None) -> None:
    """Read reports and post their claims to a ledger.

    Each report is posted whole or not at all. Posting the same report again changes nothing.

    Exit status: 0 all reports read, 1 some failed or events not brought up to date, 2 none read or wrong usage.
    """
    from hearsay import documents, pipeline
    from hearsay.faces.cli.screens import counted

    outcome, console = Outcome(), screen()
    with kept_up(path, create=True) as opened:
        made = outcome.sift(pipeline.ingest(documents.load(file, outlet=outlet, published=published), opened))
        postings = [(posting.is_new, len(posting.claims)) for posting in counted(made, "reports")]
        new, claims = sum(is_new for is_new, _ in postings), sum(number for _, number in postings)
        left = "; the rest was not posted" if outcome.is_cut_short else ""
        console.print(f"{new} new reports with {claims} claims posted; {len(postings) - new} were there already; {outcome.failed} failed{left}.")
        if postings:
            console.print(f"See what they tell of: hearsay events --ledger {opened.argument}", soft_wrap=True)
        if outcome.is_cut_short:
            raise typer.Exit(outcome.status)
    raise typer.Exit(outcome.status)


@app.command(epilog="Example: hearsay events --ledger panjshir.db --profile airwars")
def events(
    *,
    path: LedgerPath = DEFAULT_LEDGER,
    every: Annotated[bool, typer.Option("--all", help="Also list the events without any count.")] = False,
    as_of: AsOf = None,
    recorded_by: RecordedBy = None,
    profile: ProfileName = "hearsay",
) -> None:
    """List the events of a ledger with each side's losses, and whether they are contested.

    The earliest comes first. Losses are given as low - best - high; ? is where nobody who says a number can be taken alone.
    """
    from hearsay import dossiers, ledger
    from hearsay.faces.cli.event_view import list_events

    with faults_told(), ledger.open(path, read_only=True) as opened:
        console, standing = screen(), [one for one in ledger.judgements(opened) if one.undone_by is None]
        if recorded_by is None and profile == "hearsay":
            listed = dossiers.listings(opened, published_by=as_of)
        else:
            listed = [one.listing for one in dossiers.dossiers(opened, profile=profile, published_by=as_of, recorded_by=recorded_by)]
        list_events(console, listed, every=every)
        if standing:
            told = f"Judgements about parties are heeded, {len(standing)} in all: `hearsay parties --ledger {opened.argument}` lists them."
            console.print(told, soft_wrap=True)


@app.command(epilog="Example: hearsay show e3f9a0c2d1 --ledger panjshir.db --as-of 2021-09-03")
def show(
    event: Annotated[str, typer.Argument(metavar="EVENT", help="The id of an event, as `hearsay events` lists it; its beginning will do.")],
    *,
    path: LedgerPath = DEFAULT_LEDGER,
    profile: ProfileName = "hearsay",
    as_of: AsOf = None,
    recorded_by: RecordedBy = None,
    why: Annotated[bool, typer.Option("--why", help="Also say why its claims are one event: each link with its reasons.")] = False,
) -> None:
    """Lay the claims of one event side by side, with what is reconciled from them and where they contradict each other.

    Under each number stand its rule and the claims it rests on, by the beginnings of their ids, which stand behind the words.

    With --as-of, only what was published up to that day; with --recorded-by, the event as this ledger had it then, maybe under another id.
    """
    from hearsay import dossiers, ledger
    from hearsay.faces.cli.dossier_view import show_event
    from hearsay.faces.cli.event_view import list_printings, list_ties
    from hearsay.faces.cli.link_view import show_links
    from hearsay.faces.cli.party_view import list_judgements
    from hearsay.faces.printings import copied, printings
    from hearsay.faces.speakers import is_about

    with faults_told(), ledger.open(path, read_only=True) as opened:
        shown = the_event(opened, event, profile, as_of, recorded_by)
        tied = dossiers.ties(opened, shown) if not as_of and not recorded_by else []
        judgements, printed = ledger.judgements(opened), printings(shown, copied(opened, shown))
        console = screen()
        show_event(console, shown)
        if why:
            show_links(console, shown)
        list_printings(console, printed)
        list_ties(console, tied)
        list_judgements(console, [one for one in judgements if is_about(one, shown)])


@app.command(epilog="Example: hearsay diff --since 2021-09-03 --ledger panjshir.db")
def diff(
    *,
    since: Annotated[datetime, typer.Option(parser=moment, metavar="WHEN", help="A day (its end) or a moment, UTC.")],
    path: LedgerPath = DEFAULT_LEDGER,
    form: Annotated[Format, typer.Option("--format", help="Tables to look at, or one change a line as JSON.")] = Format.table,
) -> None:
    """Show what became of the events since a moment.

    Which are new, which changed, by which claims and to which numbers, and which are withdrawn: by reports posted, corrections, new readings,
    judgements."""
    from hearsay import dossiers, ledger
    from hearsay.faces.cli.change_view import list_changes, print_changes

    with faults_told(), ledger.open(path, read_only=True) as opened:
        found = dossiers.changes(opened, since)
        claims = {claim.claim_id: claim for claim in (*ledger.claims(opened), *ledger.hold(opened).claims)}  # as judged
        if form is Format.jsonl:
            print_changes(found)
        else:
            list_changes(screen(), found, claims)


@app.command(epilog="Example: hearsay reread --ledger panjshir.db")
def reread(*, path: LedgerPath = DEFAULT_LEDGER) -> None:
    """Read all reports of a ledger anew, after an upgrade.

    What is read otherwise is appended, what is no longer read is withdrawn, and nothing is erased. Judgements of people stay in force.

    Exit status: 0 all reports read, 1 some failed or events not brought up to date, 2 none read.
    """
    from hearsay import ledger, pipeline
    from hearsay.faces.cli.change_view import list_rereadings
    from hearsay.faces.cli.screens import counted

    outcome, console = Outcome(), screen()
    with kept_up(path) as opened:
        made = list(counted(outcome.sift(pipeline.reread(opened)), "reports"))
        list_rereadings(console, made, ledger.hold(opened).unheeded)
        if outcome.is_cut_short:
            raise typer.Exit(outcome.status)
    raise typer.Exit(outcome.status)


@app.command(epilog="Example: hearsay demo")
def demo() -> None:
    """Show all of it on the reports that come with hearsay."""
    from hearsay.faces.cli.tour import guide

    with faults_told():
        raise typer.Exit(guide(screen()))


def main() -> None:
    """Runs the command line."""
    app(prog_name="hearsay")
