"""Fetches what the page uses of others' work: ``python vendor/fetch.py``. It is in the repository already, so only a new release needs this.

Each package of packages.toml comes from the npm registry in the release that is pinned there. Nothing is written unless every package and every
file has the checksum that is written down.
"""

import base64
import hashlib
import io
import sys
import tarfile
import tomllib
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).parents[1]
REGISTRY = "https://registry.npmjs.org"

Package = dict[str, Any]


class Vendored(NamedTuple):
    """A file of another project: where it lies here, and its SHA-256 in hexadecimal."""

    path: Path
    sha256: str


class FetchError(Exception):
    """What came is not what is written down."""


def packages() -> list[Package]:
    """The packages, as packages.toml has them."""
    read: list[Package] = tomllib.loads((ROOT / "vendor" / "packages.toml").read_text(encoding="utf-8"))["package"]
    return read


def vendored(package: Package) -> Iterator[tuple[str, Vendored]]:
    """Each file that is taken from a package: its path there, and what it is here."""
    for name, sha256 in package["files"].items():
        yield name, Vendored(ROOT / package["into"] / Path(name).name, sha256)


def fetch(package: Package) -> dict[Path, bytes]:
    """The wanted files of a package, by where they go. Raises FetchError if a checksum does not fit."""
    name, version = package["name"], package["version"]
    with urllib.request.urlopen(f"{REGISTRY}/{name}/-/{name}-{version}.tgz") as answer:  # noqa: S310 - the address is https, and above
        packed = answer.read()
    algorithm, _, expected = package["integrity"].partition("-")
    if base64.b64encode(hashlib.new(algorithm, packed).digest()).decode() != expected:
        raise FetchError(f"{name} {version} does not have the checksum that vendor/packages.toml gives")
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        return {one.path: _member(archive, path, one.sha256) for path, one in vendored(package)}


def _member(archive: tarfile.TarFile, path: str, sha256: str) -> bytes:
    file = archive.extractfile(f"package/{path}")
    content = file.read() if file else b""
    if hashlib.sha256(content).hexdigest() != sha256:
        raise FetchError(f"{path} does not have the checksum that vendor/packages.toml gives: it is {hashlib.sha256(content).hexdigest()}")
    return content


def main() -> None:
    """Fetches everything, then writes it."""
    files: dict[Path, bytes] = {}
    for package in packages():
        files |= fetch(package)
    for path, content in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    print(f"{len(files)} files, {sum(map(len, files.values())):,} bytes")


if __name__ == "__main__":
    try:
        main()
    except (FetchError, OSError) as fault:
        sys.exit(f"nothing was written: {fault}")
