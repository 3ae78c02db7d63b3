import hashlib

import pytest

from vendor import fetch

FILES = [one for package in fetch.packages() for _, one in fetch.vendored(package)]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.path.name)
def test_a_file_of_others_is_as_it_was_fetched(file):
    assert hashlib.sha256(file.path.read_bytes()).hexdigest() == file.sha256


def test_nothing_else_lies_among_the_files_of_others():
    folders = {fetch.ROOT / package["into"] for package in fetch.packages()}
    found = {path for top in {folder.parent for folder in folders} for path in top.rglob("*") if path.is_file()}
    assert found == {file.path for file in FILES}


@pytest.mark.parametrize("package", fetch.packages(), ids=lambda package: package["name"])
def test_each_package_brings_its_licence(package):
    assert any(name.startswith("LICENSE") for name in package["files"])
    assert package["licence"] in {"MIT", "ISC", "BSD-3-Clause"} or package["into"].startswith("tests/")


def test_a_package_that_is_not_as_written_down_is_refused(monkeypatch, tmp_path):
    monkeypatch.setattr(fetch, "REGISTRY", tmp_path.as_uri())
    (tmp_path / "tiny" / "-").mkdir(parents=True)
    (tmp_path / "tiny" / "-" / "tiny-1.0.0.tgz").write_bytes(b"something else")
    with pytest.raises(fetch.FetchError, match=r"tiny 1\.0\.0 does not have the checksum"):
        fetch.fetch({"name": "tiny", "version": "1.0.0", "integrity": "sha512-AAAA", "into": "build", "files": {}})
