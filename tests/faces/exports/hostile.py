"""A small event whose report tries what spreadsheets and readers fall for, and what no format may lose."""

from datetime import date

from hearsay.dossiers import Dossier
from hearsay.faces.exports import Holdings
from hearsay.records import Claim, Document, Event, Evidence, Figure, Happening, Party, Place, Tally, Voice, When

TEXT = (
    "=cmd|' /C calc'!A0 said at least 40 +Hill Front fighters,\n\"all armed\", were killed near Orun on 3 May. "
    "<script>alert(1)</script> \u202eevil\u0007"
)
DAY = When(date(2031, 5, 3), date(2031, 5, 3), 1, "3 May", 0, 0, "stated")
VICTIMS = Party("+Hill Front", "+Hill Front fighters", 0, 0, "rebel", "terrorists")
ARMY = Party("army", "army", 0, 0, "state")
PLACE = Place("Orun", "Orun", 0, 0)
OUTLET = Voice("@Herald", "", 0, 0, "media")
SPEAKER = Voice("=cmd|' /C calc'!A0", "=cmd", 0, 4, "person", "spokesman", "army")


def holdings(profile: str = "hearsay") -> Holdings:
    """One event with one claim, of an open number that only one side gives, at a place that was not resolved."""
    figure = Figure("killed", 40, None, 40, 0, 0, "at least 40", (VICTIMS,))
    happening = Happening("clash", actors=(ARMY,), targets=(VICTIMS,), places=(PLACE,), time=DAY)
    claim = Claim("c1", "-report", Evidence(0, len(TEXT), TEXT), (SPEAKER, OUTLET), "asserts", happening, (figure,), 0.9, "r")
    tally = Tally("e1", "+Hill Front", "killed", 0, None, None, ("c1",), "army 40 or more (a side on what its enemy lost or did).", profile)
    document = Document("-report", TEXT, "@Herald", "=1+1", date(2031, 5, 4), "https://example.org/?a=1&b=<2>")
    return Holdings((Dossier(Event("e1", ("c1",), ()), (claim,), (tally,)),), {"-report": document}, profile)
