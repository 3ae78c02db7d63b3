"""The commands about the gazetteer: add places to those that come with hearsay."""

from pathlib import Path
from typing import Annotated

import typer

from hearsay.faces.cli.screens import clean, screen
from hearsay.faces.cli.settings import FLAGS

gazetteer = typer.Typer(
    help="Add places to those that come with hearsay.",
    epilog="Example: hearsay gazetteer add AF.txt",
    no_args_is_help=True,
    rich_markup_mode=None,
    context_settings=FLAGS,
)


@gazetteer.command(epilog="Example: hearsay gazetteer add AF.txt")
def add(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A GeoNames dump, Who's On First records (JSON Lines), or a CSV; .gz or not.")],
    *,
    into: Annotated[
        Path | None, typer.Option("--into", metavar="G", envvar="HEARSAY_GAZETTEER", help="The file of added places, if not the user's own.")
    ] = None,
) -> None:
    """Add the places of a file, all or, if a line is faulty, none.

    A GeoNames dump has 19 columns with tabs between. A CSV has a head with name, lat, lon, and if you like also (names with | between), country
    (two letters), kind (country, region, district, town, site) and population.
    """
    from hearsay.grounding.additions import add as add_places
    from hearsay.grounding.gazetteer import GazetteerError

    try:
        added = add_places(file, into=into)
    except GazetteerError as fault:
        typer.echo("\n".join(map(clean, str(fault).splitlines())), err=True)
        raise typer.Exit(2) from None
    screen().print(f"Places added: {added.places:,}, under {added.names:,} new spellings.")
