"""What forms of the pages send: a token, and judgements. A browser that gave its token once has a session, in a cookie that no other site's page can
send and no script can read."""

from collections.abc import Mapping
from typing import Annotated, Any
from urllib.parse import parse_qsl, urlsplit

from fastapi import APIRouter, Depends, Request, Response
from pydantic import TypeAdapter, ValidationError
from starlette.responses import RedirectResponse

from hearsay.faces.web import holdings
from hearsay.faces.web.access import COOKIE, AtHand, BySession, session_of, writers_of
from hearsay.faces.web.asking import AboutAClaim, AboutEvents, AboutParties, Amendment, Ruling, TakingBack
from hearsay.faces.web.desk import Desk
from hearsay.faces.web.judging import carry_out
from hearsay.faces.web.pressing import fields_of, page
from hearsay.faces.web.wrong import Refused, plainly

forms = APIRouter(include_in_schema=False)

_RULING: TypeAdapter[AboutAClaim | Amendment | AboutEvents | AboutParties | TakingBack] = TypeAdapter(Ruling)
_TOLD = ("verb", "claim", "left", "right", "judgement", "note")  # the other fields of a form are what a claim is to be


async def _form(request: Request) -> dict[str, str]:
    """What a form sends. Raises Refused."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip()
    if kind != "application/x-www-form-urlencoded":
        raise Refused(422, "this address takes what a form of its pages sends; programs use POST /api/judgements. Nothing was changed.")
    body = (await request.body()).decode("utf-8", "replace")
    return dict(parse_qsl(body, keep_blank_values=True, max_num_fields=200))


Form = Annotated[dict[str, str], Depends(_form)]


@forms.get("/token")
def ask(request: Request) -> Response:
    """The page where a token is given."""
    shown = {"writer": session_of(request), "back": _own(request.query_params.get("back", "/")), "can_write": bool(writers_of(request).hashes)}
    return page(request.scope, "token.html", shown, headers={"Cache-Control": "no-store"})


@forms.post("/token")
def take(request: Request, form: Form) -> Response:
    """Begin a session of whose token it is."""
    name = writers_of(request).who(form.get("token", "").strip())
    if name is None:
        raise Refused(401, "that is nobody's token here: `hearsay serve` prints one when it starts, or `hearsay token` makes one")
    made = _led_back(form)
    secret = writers_of(request).open_session(name)
    made.set_cookie(COOKIE, secret, httponly=True, samesite="strict", secure=request.url.scheme == "https", max_age=12 * 3600)
    return made


@forms.post("/token/end")
def leave(request: Request, form: Form, _: BySession) -> Response:
    """End the session."""
    writers_of(request).end_session(request.cookies.get(COOKIE, ""))
    made = _led_back(form)
    made.delete_cookie(COOKIE, httponly=True, samesite="strict")
    return made


@forms.post("/judgements")
def judge(desk: AtHand, form: Form, by: BySession) -> Response:
    """Write what a form says, and go back to where it stood."""
    try:
        ruling = _RULING.validate_python(_ruling(desk, form))
    except ValidationError as fault:
        raise Refused(422, f"{plainly(fault)}. Nothing was changed.") from fault
    carry_out(desk, ruling, by)
    return _led_back(form)


def _ruling(desk: Desk, form: Mapping[str, str]) -> dict[str, Any]:
    told: dict[str, Any] = {name: form[name] for name in _TOLD if form.get(name)}
    if told.get("verb") == "amend" and "claim" in told:
        told["changes"] = _changes(desk, told["claim"], form)
    if told.get("judgement", "").isdecimal():
        told["judgement"] = int(told["judgement"])
    return told


def _changes(desk: Desk, claim_id: str, form: Mapping[str, str]) -> dict[str, str]:
    """What of a claim the form has otherwise. Raises Refused if nothing."""
    claim, _, _ = holdings.claim(desk, claim_id)
    changes = {name: form[name] for name, value in fields_of(claim).items() if name in form and form[name].strip() != value}
    if not changes:
        raise Refused(422, "the claim is to be just what it is: change a field, or accept it. Nothing was changed.")
    return changes


def _led_back(form: Mapping[str, str]) -> Response:
    return RedirectResponse(_own(form.get("back", "/")), 303)


def _own(address: str) -> str:
    """The address if it is one of this server's, else the first page."""
    parts = urlsplit(address)
    is_own = address.startswith("/") and not address.startswith(("//", "/\\")) and not parts.scheme and not parts.netloc
    return address if is_own and address.isprintable() else "/"
