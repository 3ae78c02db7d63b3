"""What is answered when something is wrong: a plain sentence, as JSON (RFC 9457) to programs and as a page to people."""

from collections.abc import Mapping
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from pydantic import ValidationError
from starlette.exceptions import HTTPException
from starlette.types import Scope

from hearsay.faces.web.answers import Json
from hearsay.faces.web.caution import HEADERS
from hearsay.faces.web.desk import BusyError, NothingToSeekError
from hearsay.faces.web.pressing import page
from hearsay.ledger import LedgerError

_TITLES = {
    401: "A token is needed",
    403: "Not allowed",
    404: "Not found",
    405: "Not to be done here",
    409: "Does not go with what the ledger holds",
    413: "Too large",
    421: "Not this server's name",
    422: "Cannot be asked so",
    500: "A fault of hearsay",
    503: "Not now",
}


_OWN_FAULT = "this is a fault of hearsay; please report it, with the address of the page."
_PLAINLY = {  # what pydantic says in its own terms
    "string_pattern_mismatch": "is not written as it is to be: /api tells how",
    "extra_forbidden": "nothing of this name can be asked here: /api tells what can",
    "missing": "is missing",
    "json_invalid": "is no JSON",
}


class Refused(Exception):  # noqa: N818 - it is no fault of the program's
    """A request that is not done: ``detail`` says what is wrong and what to do."""

    def __init__(self, status: int, detail: str, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(detail)
        self.status, self.detail, self.headers = status, detail, dict(headers or {})


class ProblemJson(Json):
    """What is wrong, as JSON."""

    media_type = "application/problem+json"


def refusal(scope: Scope, wrong: Refused) -> Response:
    """The answer that says what is wrong."""
    title = _TITLES.get(wrong.status, "Not done")
    headers = {"Cache-Control": "no-store"} | wrong.headers
    if scope["path"].startswith("/api"):
        told = {"type": "about:blank", "title": title, "status": wrong.status, "detail": wrong.detail}
        return ProblemJson(told, wrong.status, headers)
    return page(scope, "wrong.html", {"title": title, "detail": wrong.detail}, status=wrong.status, headers=headers)


def plainly(fault: ValidationError | RequestValidationError) -> str:
    """What is wrong with what was asked, in a sentence each."""
    return "; ".join(_sentence(one) for one in fault.errors())


def tell_plainly(app: FastAPI) -> None:
    """Have the application answer every fault so."""
    app.add_exception_handler(Refused, _refused)
    app.add_exception_handler(RequestValidationError, _not_valid)
    app.add_exception_handler(HTTPException, _not_there)
    app.add_exception_handler(NothingToSeekError, lambda request, fault: refusal(request.scope, Refused(422, f"q: {fault}")))
    app.add_exception_handler(BusyError, lambda request, fault: refusal(request.scope, Refused(503, str(fault), {"Retry-After": "5"})))
    app.add_exception_handler(LedgerError, lambda request, fault: refusal(request.scope, Refused(503, str(fault))))
    app.add_exception_handler(Exception, _failed)


def _refused(request: Request, fault: Exception) -> Response:
    assert isinstance(fault, Refused)
    return refusal(request.scope, fault)


def _not_valid(request: Request, fault: Exception) -> Response:
    assert isinstance(fault, RequestValidationError)
    return refusal(request.scope, Refused(422, f"{plainly(fault)}. Nothing was changed."))


def _not_there(request: Request, fault: Exception) -> Response:
    assert isinstance(fault, HTTPException)
    if fault.status_code == 400:  # a body that is not even text
        return refusal(request.scope, Refused(422, "the body of the request is no JSON. Nothing was changed."))
    words = {404: f"there is nothing at {request.url.path}: / lists the events", 405: f"{request.method} is not for {request.url.path}"}
    return refusal(request.scope, Refused(fault.status_code, words.get(fault.status_code, fault.detail), fault.headers))


def _failed(request: Request, fault: Exception) -> Response:
    told = f"{type(fault).__name__}. If `hearsay ledger check` finds the ledger sound, {_OWN_FAULT}"
    return refusal(request.scope, Refused(500, told, HEADERS))  # it is answered outside of the guard, which gives others these headers


def _sentence(one: Any) -> str:
    where = [str(part) for part in one["loc"] if part not in ("query", "path", "body", "header")]
    message = str(one["msg"]).removeprefix("Value error, ")
    message = _PLAINLY.get(one["type"], message)
    return f"{'.'.join(where)}: {message}" if where else message
