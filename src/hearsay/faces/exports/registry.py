"""All forms that there are. A new one is a file beside this, and a line here."""

from hearsay.faces.exports import (
    acled,
    airwars,
    annotations,
    claim_lines,
    csv_tables,
    doccano,
    follow_the_money,
    geojson_map,
    hxl_table,
    label_studio,
    package,
    parquet_tables,
    plover,
    schema_org,
    timemap,
    ucdp_ged,
    workbook,
)
from hearsay.faces.exports.forms import ExportError, Form

_FORMS = (
    csv_tables.FORM,
    workbook.FORM,
    parquet_tables.FORM,
    package.FORM,
    claim_lines.FORM,
    geojson_map.FORM,
    ucdp_ged.FORM,
    acled.FORM,
    airwars.FORM,
    hxl_table.FORM,
    timemap.FORM,
    plover.FORM,
    schema_org.FORM,
    annotations.FORM,
    follow_the_money.FORM,
    label_studio.FORM,
    doccano.FORM,
)


def forms() -> tuple[Form, ...]:
    """All forms, in the order in which they are listed."""
    return _FORMS


def form(name: str) -> Form:
    """The form of that name. Raises ExportError with the names that there are."""
    for one in _FORMS:
        if one.name == name:
            return one
    raise ExportError(f"there is no form {name!r} of export; there are {', '.join(one.name for one in _FORMS)}")
