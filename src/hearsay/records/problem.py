"""A fault in the input, as a value: gathered and shown, never raised."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """What was wrong and where. ``message`` says what to do about it.

    ``code`` is stable ("missing-file", "empty", "binary", ...); ``source`` is a file name or a report's id; ``line`` counts from 1.
    """

    code: str
    message: str
    source: str
    line: int | None = None
    is_read: bool = False  # whether the report, or the rest of it, is read all the same

    def __str__(self) -> str:
        where = self.source if self.line is None else f"{self.source}, line {self.line}"
        return f"{where}: {self.message}"
