"""The API does what its description says, whatever is asked: schemathesis asks, in process."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from fastapi.routing import APIRoute
from hypothesis import HealthCheck, given, settings
from schemathesis.config import SchemathesisConfig
from schemathesis.generation import GenerationMode
from schemathesis.specs.openapi.schemas import OpenApiSchema

from hearsay import ledger
from hearsay.faces.web.api import api
from hearsay.faces.web.judging import judging
from hearsay.faces.web.records_api import records
from tests.web.sites import BEARER, HERE, site_of

# What the description cannot say, a period that ends before it begins or words without a letter, is refused though it looks well.
ASKING = SchemathesisConfig.from_dict({"checks": {"positive_data_acceptance": {"expected-statuses": ["2xx", "401", "404", "409", "422"]}}})
ROUTES = [route for router in (api, records, judging) for route in router.routes if isinstance(route, APIRoute)]


def method_of(route: APIRoute) -> str:
    return min(route.methods or ())


@pytest.fixture(scope="module")
def description(filled: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenApiSchema]:
    path = tmp_path_factory.mktemp("schema") / "own.db"
    shutil.copy(filled, path)
    with ledger.open(path) as opened:
        app = site_of(opened).app
        yield schemathesis.openapi.from_asgi("/api/openapi.json", app, config=ASKING, headers={"Host": "127.0.0.1"})


@pytest.mark.parametrize("mode", GenerationMode)
@pytest.mark.parametrize("route", ROUTES, ids=lambda route: f"{method_of(route)} {route.path}")
def test_every_route_answers_as_it_is_described(description: OpenApiSchema, route: APIRoute, mode: GenerationMode) -> None:
    operation = description[route.path_format][method_of(route)]

    @settings(max_examples=6, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
    @given(case=operation.as_strategy(generation_mode=mode))
    def ask(case: Any) -> None:
        case.call_and_validate(base_url=HERE, headers=BEARER)

    ask()
