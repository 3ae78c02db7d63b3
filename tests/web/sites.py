"""What the tests of the page share: an application with its client, and a report that would do harm if it were run."""

from datetime import date
from typing import Any, NamedTuple

from fastapi import FastAPI
from starlette.testclient import TestClient

from hearsay.faces.web import make
from hearsay.faces.web.writers import Writers, new_token
from hearsay.ledger import Ledger
from hearsay.records import Claim, Document, Evidence, Figure, Happening, Party, Place, Voice, When

HERE = "http://127.0.0.1:8000"
TOKEN, KEPT = new_token("Ann")
FROM_HERE = {"Sec-Fetch-Site": "same-origin"}
BEARER = {"Authorization": f"Bearer {TOKEN}"}
EVIL = '<script>alert("x")</script>'
HOSTILE = Document(
    "evil/../<b>",
    f'The army said on Friday that 12 rebels were killed in Herat {EVIL}. A spokesman, "{EVIL}, said that 30 were wounded.\n\nIt rained all day.',
    outlet=f"The {EVIL} Post",
    title=f"Talks {EVIL} fail",
    url="javascript:alert(1)",
)
ODD = Document("odd\u202e", f"Words {EVIL} of a voice \ud800 \x00 \x1b[31m and more. {EVIL}", outlet=EVIL, title=EVIL, published=date(2021, 9, 3))


def odd_claims() -> list[Claim]:
    """Claims in which every word that a page may show would do harm if it were run."""
    who = Party(EVIL, EVIL, 0, 5, "rebel", EVIL)
    where = Place(EVIL, EVIL, 0, 5, 35.0, 69.0, "AF")
    when = When(date(2021, 9, 2), date(2021, 9, 2), 1, EVIL, 0, 5, "stated")
    speaker, outlet = Voice(EVIL, EVIL, 0, 5, "person", EVIL, f"{EVIL} of", channel=EVIL), Voice(f"{EVIL}!", "", 0, 0, "media")
    made = []
    for number, low in ((1, 5), (2, 50)):
        figure = Figure("killed", low, low, low, 0, 5, "Words", (who,))
        happening = Happening("attack", actors=(who,), targets=(who,), places=(where,), time=when, weapons=(EVIL,))
        evidence = Evidence(0, len(ODD.text), ODD.text)
        made.append(Claim(f"{EVIL}{number}\"'", ODD.report_id, evidence, (speaker, outlet)[number - 1 :], "asserts", happening, (figure,), 0.5, EVIL))
    return made


class Site(NamedTuple):
    """An application with a client that nobody vouches for, and the ledger that it serves."""

    client: TestClient
    of: Ledger
    app: FastAPI

    def json(self, path: str) -> Any:
        """What the path answers."""
        answer = self.client.get(path)
        assert answer.status_code == 200, answer.text
        return answer.json()

    def claim_id(self) -> str:
        """The claim that waits first."""
        found: str = self.json("/api/queue?limit=1")["claims"][0]["claim"]["id"]
        return found


def site_of(opened: Ledger) -> Site:
    """A ledger that is served, with Ann to write."""
    app = make(opened, writers=Writers({"Ann": KEPT}))
    return Site(TestClient(app, base_url=HERE, follow_redirects=False), opened, app)
