"""Writes the reference from the code: ``python -m docs.reference`` makes docs/reference.md anew. A test holds the two together."""

import ast
import inspect
import tempfile
import textwrap
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import typer.main

import hearsay
from hearsay import claims, documents, dossiers, events, grounding, ledger, picks, pipeline, reading, records, scoring, upkeep
from hearsay.faces import exports
from hearsay.faces.cli.commands import app
from hearsay.faces.web.app import make

PAPER = Path(__file__).parent / "reference.md"
_WIDTH = 150
_HEAD = """# Reference
Commands, forms of export, routes and functions, as the code has them. `python -m docs.reference` writes this page; nobody else does.
"""


def reference() -> str:
    """The whole page."""
    parts = ("## Commands", *_commands(), "## Forms of export", *_forms(), "## Routes of the API", *_routes(), "## From Python", *_modules())
    return _HEAD + "\n" + "\n\n".join(parts) + "\n"


def _commands() -> Iterator[str]:
    for name, command in sorted(typer.main.get_command(app).commands.items()):  # type: ignore[attr-defined]
        nested = getattr(command, "commands", {})
        yield from (_command(f"{name} {inner}", made) for inner, made in sorted(nested.items())) if nested else (_command(name, command),)


def _command(name: str, command: Any) -> str:
    given = [(one.metavar or one.name).upper() for one in command.params if one.param_type_name == "argument"]
    options = [_option(one) for one in command.params if one.param_type_name == "option" and one.name != "help"]
    told = (f"### `{' '.join((f'hearsay {name}', *given))}`", inspect.cleandoc(command.help or ""), "\n".join(options))
    return "\n\n".join(part for part in told if part)


def _option(option: Any) -> str:
    names = ", ".join(f"`{name}`" for name in (*option.opts, *option.secondary_opts))
    return f"- {names}: {option.help}"


def _forms() -> Iterator[str]:
    yield "\n".join(f"- `{form.name}`: {form.words}" for form in exports.forms())


def _routes() -> Iterator[str]:
    with tempfile.TemporaryDirectory() as folder, ledger.open(Path(folder) / "none.db") as book:
        described = make(book).openapi()
    for path, methods in described["paths"].items():
        for method, told in methods.items():
            asked = [f"- `{one['name']}`: {one.get('description', '')}" for one in told.get("parameters", ())]
            yield "\n\n".join((f"### `{method.upper()} {path}`", told["description"], *(("\n".join(asked),) if asked else ())))


def _modules() -> Iterator[str]:
    for module in (hearsay, documents, reading, claims, grounding, events, ledger, upkeep, dossiers, picks, pipeline, scoring, exports, records):
        yield f"### {module.__name__}\n\n{inspect.getdoc(module)}"
        things = ((name, getattr(module, name)) for name in _names(module))
        yield from (_thing(name, thing) for name, thing in things if inspect.isclass(thing) or inspect.isfunction(thing))


def _names(module: ModuleType) -> list[str]:
    own = [name for name, thing in vars(module).items() if not name.startswith("_") and getattr(thing, "__module__", "") == module.__name__]
    return sorted(getattr(module, "__all__", own))


def _thing(name: str, thing: Any) -> str:
    """A function with what it takes and gives, or a class; its words without the examples that are run."""
    words = (inspect.getdoc(thing) or "").partition("\n>>>")[0].strip()
    shown = f"**class `{name}`**" if inspect.isclass(thing) else f"**`{name}`**\n\n```python\n{_signature(name, inspect.unwrap(thing))}\n```"
    return f"{shown}\n\n{words}"


def _signature(name: str, function: Any) -> str:
    """As its source has it, which is the same under every Python."""
    made = ast.parse(textwrap.dedent(inspect.getsource(function))).body[0]
    assert isinstance(made, ast.FunctionDef)
    gives = f" -> {ast.unparse(made.returns)}" if made.returns else ""
    line = f"{name}({ast.unparse(made.args)}){gives}"
    return line if len(line) <= _WIDTH else "\n    ".join(textwrap.wrap(line, _WIDTH - 4, break_long_words=False))


if __name__ == "__main__":
    PAPER.write_text(reference(), encoding="utf-8")
