"""Every route and every parameter is in the papers, and what they promise is there."""

import re
from pathlib import Path
from typing import Any

from fastapi import FastAPI
from fastapi.routing import APIRoute

from hearsay.faces.web.filters import MOST
from hearsay.faces.web.guard import MOST_BYTES
from hearsay.faces.web.pages import pages
from hearsay.faces.web.writing_pages import forms
from tests.web.sites import Site

PAPER = (Path(__file__).parents[2] / "docs" / "web.md").read_text(encoding="utf-8")


def described(app: FastAPI) -> dict[str, Any]:
    """What the description of the API has of each route."""
    return {f"{method.upper()} {path}": told for path, methods in app.openapi()["paths"].items() for method, told in methods.items()}


def test_the_paper_has_every_route_and_no_other(reading: Site) -> None:
    assert set(re.findall(r"^\| `((?:GET|POST) /api/[^`]*)`", PAPER, re.MULTILINE)) == set(described(reading.app))


def test_the_paper_has_every_parameter_and_status(reading: Site) -> None:
    for told in described(reading.app).values():
        names = [one["name"] for one in told.get("parameters", ()) if one["in"] == "query"]
        assert [name for name in names if f"`{name}`" not in PAPER] == []
        assert [status for status in told["responses"] if status >= "400" and f"| {status} |" not in PAPER] == []


def test_each_route_says_what_it_is_for_and_each_parameter_too(reading: Site) -> None:
    for name, told in described(reading.app).items():
        assert told["description"], name
        assert [one["name"] for one in told.get("parameters", ()) if not one.get("description") and one["in"] == "query"] == []


def test_the_paper_has_every_page() -> None:
    routes = [route for router in (pages, forms) for route in router.routes if isinstance(route, APIRoute)]
    paths = {route.path_format for route in routes if "GET" in (route.methods or ())}
    shown = {re.sub(r"\{[^}]*\}", lambda found: "NAME" if "name" in found[0] else "ID", path) for path in paths}
    assert set(re.findall(r"^\| `(/[^`]*)` \|", PAPER, re.MULTILINE)) == shown


def test_the_limits_are_those_of_the_paper() -> None:
    assert f"from 1 to {MOST}" in PAPER
    assert f"larger than {MOST_BYTES // 1024} KiB" in PAPER
