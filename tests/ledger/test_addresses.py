"""How a ledger is called: by what finds it again, and never with a password."""

import shlex

import pytest

from hearsay import ledger
from hearsay.ledger.addresses import address_of, name_of

PLAIN = "postgresql+psycopg://"


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ("postgresql://me:secret@db.example.org:5433/panjshir", f"{PLAIN}me@db.example.org:5433/panjshir"),
        ("postgresql://me:s%40cret@/panjshir?host=/run/pg", f"{PLAIN}me@/panjshir?host=/run/pg"),
        (f"{PLAIN}me@h/p?options=-c search_path=war&password=secret&sslpassword=secret", f"{PLAIN}me@h/p?options=-c+search_path=war"),
        (f"{PLAIN}me@/p?host=a:1,b:2&application_name=a%26b", f"{PLAIN}me@/p?host=a:1,b:2&application_name=a%26b"),
        ("sqlite:///folder/war.db", "folder/war.db"),
        ("war.db", "war.db"),
    ],
)
def test_a_name_leads_to_the_same_ledger_without_any_password(given: str, name: str) -> None:
    assert name_of(address_of(given)) == name
    assert name_of(address_of(name)) == name
    assert "secret" not in name


def test_a_name_is_quoted_for_the_shell() -> None:
    with ledger.open("sqlite://") as book:
        assert book.argument == "sqlite://"
        assert shlex.split(type(book)("my own's.db", book.engine).argument) == ["my own's.db"]
