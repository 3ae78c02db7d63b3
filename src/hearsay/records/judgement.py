"""What a person ruled: about parties, about a claim, or about what is one event."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, get_args

from hearsay.records.claim import Claim

Subject = Literal["parties", "claims", "events"]
PartyVerb = Literal["merge", "split"]
ClaimVerb = Literal["accept", "amend", "reject"]
EventVerb = Literal["same", "different"]
Verb = Literal["merge", "split", "accept", "amend", "reject", "same", "different"]


@dataclass(frozen=True, slots=True)
class Judgement:
    """``judgement_id`` is the entry's; ``undone_by`` the id of the entry that took it back.

    ``merge``: ``right`` is the party ``left``, under whose name it goes from then on. ``split``: the two are not one party, whatever their names
    look like. ``same``/``different``: the claims with the ids ``left`` and ``right`` tell of one event, or of two. ``accept``, ``amend``, ``reject``:
    the claim ``left`` is as the report has it, is to be as ``record`` says, or is not in the report; ``record`` is how it stands by the judgement,
    and for ``reject`` how it stood; ``right`` is empty. ``note`` is what the person wrote beside it.
    """

    judgement_id: int
    verb: Verb
    left: str
    right: str
    by: str
    recorded_at: datetime
    undone_by: int | None = None
    record: Claim | None = None
    note: str = ""

    @property
    def subject(self) -> Subject:
        """What kind of thing it is about."""
        return subject_of(self.verb)


def subject_of(verb: Verb) -> Subject:
    """What kind of thing a verb rules about.

    >>> subject_of("amend")
    'claims'
    """
    if verb in get_args(PartyVerb):
        return "parties"
    return "claims" if verb in get_args(ClaimVerb) else "events"
