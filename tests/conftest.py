"""What several folders of tests need: a real PostgreSQL, where its programs are installed."""

from collections.abc import Iterator

import pytest

from tests.ledger.servers import Server, programs, server


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    found = programs()
    if found is None:
        pytest.skip("PostgreSQL is not installed")
    with server(found) as made:
        yield made
