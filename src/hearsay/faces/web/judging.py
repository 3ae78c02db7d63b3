"""Writing: what people with a token rule, from programs (POST /api/judgements)."""

from collections.abc import Callable
from typing import Annotated

from fastapi import APIRouter, Body, Response

from hearsay import ledger
from hearsay.faces.web import shapes, told
from hearsay.faces.web.access import AtHand, ByToken
from hearsay.faces.web.answers import Json
from hearsay.faces.web.asking import AboutAClaim, AboutEvents, AboutParties, Amendment, Ruling, TakingBack
from hearsay.faces.web.describing import answers
from hearsay.faces.web.desk import Desk
from hearsay.faces.web.wrong import Refused
from hearsay.ledger import Ledger
from hearsay.records import Judgement, Problem

judging = APIRouter(prefix="/api", tags=["writing"], default_response_class=Json)

_UNKNOWN = ("unknown-claim", "unknown-party", "unknown-judgement")
_PAIRS: dict[str, Callable[..., Judgement | Problem]] = {
    "same": ledger.join,
    "different": ledger.part,
    "merge": ledger.merge,
    "split": ledger.split,
}


@judging.post("/judgements", status_code=201, responses=answers(shapes.JudgementShape, 401, 403, 404, 409, 413, made=201))
def judge(desk: AtHand, by: ByToken, ruling: Annotated[Ruling, Body()]) -> Response:
    """Rule about a claim, about what is one event, or about parties, or take a judgement back. The ledger keeps all of it."""
    return Json(told.judgement(carry_out(desk, ruling, by)), 201)


def carry_out(desk: Desk, ruling: AboutAClaim | Amendment | AboutEvents | AboutParties | TakingBack, by: str) -> Judgement:
    """Write the judgement. Raises Refused if it cannot be made; nothing is written then."""
    made = _write(desk.of, ruling, by)
    if isinstance(made, Problem):
        raise Refused(404 if made.code in _UNKNOWN else 422 if made.code == "bad-change" else 409, made.message)
    return made


def _write(of: Ledger, ruling: AboutAClaim | Amendment | AboutEvents | AboutParties | TakingBack, by: str) -> Judgement | Problem:
    match ruling:
        case AboutAClaim(verb="accept"):
            return ledger.accept(of, ruling.claim, by, note=ruling.note)
        case AboutAClaim():
            return ledger.reject(of, ruling.claim, by, note=ruling.note)
        case Amendment():
            return ledger.amend(of, ruling.claim, ruling.changes, by, note=ruling.note)
        case AboutEvents():
            return _PAIRS[ruling.verb](of, ruling.left, ruling.right, by, note=ruling.note)
        case AboutParties():
            return _PAIRS[ruling.verb](of, ruling.left, ruling.right, by)
        case TakingBack():
            return ledger.undo(of, ruling.judgement, by)
