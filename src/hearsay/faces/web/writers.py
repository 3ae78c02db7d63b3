"""Who may write: people with a token, of which only a hash is kept."""

import tomllib
from base64 import b64decode, b64encode, urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import scrypt, sha256
from hmac import compare_digest
from pathlib import Path
from secrets import token_bytes, token_urlsafe
from time import monotonic

_COST = {"n": 2**14, "r": 8, "p": 1}  # 16 MiB and some hundredths of a second for each try
_SESSION_SECONDS = 12 * 3600.0
_MOST_SESSIONS = 1_000


class WritersError(Exception):
    """The file of users cannot be used; the message says why and what to do."""


@dataclass
class Writers:
    """``hashes``: by name, the hash of the token. Sessions of browsers are kept in memory: they end with the server, or after twelve hours."""

    hashes: Mapping[str, str] = field(default_factory=dict)
    _known: dict[str, str] = field(default_factory=dict)  # digests of tokens that were found right, so that the costly hash is made once
    _sessions: dict[str, tuple[str, float]] = field(default_factory=dict)

    def who(self, token: str) -> str | None:
        """Whose token it is, None if nobody's."""
        digest = sha256(token.encode("utf-8", "replace")).hexdigest()
        if digest in self._known:
            return self._known[digest]
        name = name_in(token)
        if name is None or not is_of(token, self.hashes.get(name, "")):
            return None
        self._known[digest] = name
        return name

    def open_session(self, name: str) -> str:
        """The secret of a new session of that person."""
        now = monotonic()
        for old in [one for one, (_, ends) in self._sessions.items() if ends < now] or list(self._sessions)[: -_MOST_SESSIONS + 1]:
            del self._sessions[old]
        secret = token_urlsafe(32)
        self._sessions[secret] = (name, now + _SESSION_SECONDS)
        return secret

    def of_session(self, secret: str) -> str | None:
        """Whose session it is, None if there is no such session any more."""
        name, ends = self._sessions.get(secret, (None, 0.0))
        return name if ends > monotonic() else None

    def end_session(self, secret: str) -> None:
        """Forget a session."""
        self._sessions.pop(secret, None)


def new_token(name: str) -> tuple[str, str]:
    """A token for a person, and the hash of it that a file of users keeps. The token holds the name, so that one hash has to be tried."""
    token = f"{urlsafe_b64encode(name.encode()).decode().rstrip('=')}.{token_urlsafe(24)}"
    return token, _hash(token, token_bytes(16))


def name_in(token: str) -> str | None:
    """The name that a token says.

    >>> name_in("QW5u.secret"), name_in("nothing")
    ('Ann', None)
    """
    told, point, _ = token.partition(".")
    try:
        return urlsafe_b64decode(told + "=" * (-len(told) % 4)).decode() if point and told else None
    except ValueError:
        return None


def is_of(token: str, kept: str) -> bool:
    """True if that is the hash of the token."""
    kind, _, rest = kept.partition("$")
    salt, dollar, _ = rest.partition("$")
    if kind != "scrypt" or not dollar:
        return False
    try:
        return compare_digest(_hash(token, b64decode(salt, validate=True)), kept)
    except ValueError:
        return False


def read_writers(path: Path) -> Writers:
    """Those whom a file of users names. Raises WritersError."""
    try:
        told = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise WritersError(f"{path} is not there: `hearsay token NAME --users {path}` makes it") from None
    except (OSError, ValueError) as fault:
        raise WritersError(f"{path} cannot be read as a file of users ({fault}): see docs/web.md for how it is written") from fault
    users = told.get("users")
    if not isinstance(users, dict) or not all(isinstance(one, str) and one.count("$") == 2 and one.startswith("scrypt$") for one in users.values()):
        raise WritersError(f'{path} needs a table [users] with lines NAME = "scrypt$...": `hearsay token NAME --users {path}` writes them')
    return Writers(users)


def add_writer(path: Path, name: str, kept: str) -> None:
    """Put a person into a file of users, which is made if it is not there, in the place of what it has for that name. Raises WritersError."""
    users = dict(read_writers(path).hashes) if path.exists() else {}
    lines = ["# Who may write to a ledger that is served: `hearsay serve --users FILE`. Each line: a name, and the hash of a token.", "[users]"]
    lines += [line_of(*one) for one in sorted((users | {name: kept}).items())]
    beside = path.with_name(f"{path.name}.new")
    try:
        beside.touch(mode=0o600)
        beside.write_text("\n".join(lines) + "\n", encoding="utf-8")
        beside.replace(path)
    except OSError as fault:
        raise WritersError(f"{path} cannot be written ({fault}). Nothing was changed.") from fault


def line_of(name: str, kept: str) -> str:
    """The line of a file of users for one person.

    >>> line_of("Ann Lee", "scrypt$aa$bb")
    '"Ann Lee" = "scrypt$aa$bb"'
    """
    escaped = name.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}" = "{kept}"'


def _hash(token: str, salt: bytes) -> str:
    made = scrypt(token.encode("utf-8", "replace"), salt=salt, dklen=32, **_COST)
    return f"scrypt${b64encode(salt).decode()}${b64encode(made).decode()}"
