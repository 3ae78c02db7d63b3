"""Making records by the hundred thousand, and writing them meanwhile."""

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager

_TURN_SECONDS = 0.0002


@contextmanager
def making_many() -> Iterator[None]:
    """Keeps Python from looking for cycles while many records are made: they have none, and it would go through all of them again and again, which
    takes as long as making them. Afterwards they count as old, so that it does not go through all of them at once then. Also a decorator:
    ``@making_many()``."""
    was_looking = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_looking:
            if not gc.get_freeze_count():  # nobody else's are there to be thawed
                gc.freeze()
                gc.unfreeze()
            gc.enable()


@contextmanager
def taking_turns() -> Iterator[None]:
    """Lets a thread that waits for Python's lock have it soon, as one that writes to a database does again and again, while another makes records: by
    default it would wait five milliseconds each time."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(_TURN_SECONDS)
    try:
        yield
    finally:
        sys.setswitchinterval(before)
