"""What can be asked of the API, route by route, beside the filters of events."""

from datetime import UTC, date, datetime, time
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema

from hearsay.faces.web.filters import MOST, Day, Name, ProfileName, Words
from hearsay.picks import Turn
from hearsay.records.claim import Stance

_Limit = Annotated[int, Field(ge=1, le=MOST, description="How many at most.")]
_Cursor = Annotated[str | None, Field(min_length=1, max_length=300, description="What the page before gave as `next`.")]
_STRICT = ConfigDict(extra="forbid", frozen=True)


class OneEvent(BaseModel):
    """How an event is to be told."""

    model_config = _STRICT

    profile: Annotated[ProfileName, Field(description="By whose rules the numbers are reconciled.")] = "hearsay"
    as_of: Annotated[Day | None, Field(description="As known from what was published up to that day.")] = None


class SomeClaims(BaseModel):
    """Which claims are wanted; what is not given is not asked."""

    model_config = _STRICT

    report: Annotated[Name | None, Field(description="The id of a report.")] = None
    event: Annotated[Name | None, Field(description="The id of an event.")] = None
    voice: Annotated[Name | None, Field(description="Whose word it is, as the claims name it.")] = None
    type: Annotated[Name | None, Field(description="A type of happening.")] = None
    stance: Annotated[Stance | None, Field(description="What the voice does with it.")] = None
    limit: _Limit = 50
    cursor: _Cursor = None

    @property
    def picked(self) -> dict[str, str]:
        """What was given."""
        return {name: value for name in ("report", "event", "voice", "type", "stance") if (value := getattr(self, name)) is not None}


class SomeReports(BaseModel):
    """How many reports at a time."""

    model_config = _STRICT

    limit: _Limit = 50
    cursor: _Cursor = None


class SomeVoices(BaseModel):
    """Which voices are wanted."""

    model_config = _STRICT

    q: Annotated[Words | None, Field(description="What words of the name begin with.")] = None
    limit: _Limit = 50
    cursor: Annotated[str | None, Field(pattern=r"^\d{1,9}\.[^\x00]{1,300}$", description="What the page before gave as `next`.")] = None

    @property
    def turn(self) -> tuple[int, str] | None:
        """After which voice the page begins: (claims, turned round; name)."""
        number, _, name = (self.cursor or "").partition(".")
        return (-int(number), name) if self.cursor else None


class SomeWaiting(BaseModel):
    """How many claims that wait at a time."""

    model_config = _STRICT

    limit: _Limit = 50
    cursor: Annotated[
        str | None, Field(pattern=r"^[01]~\d(\.\d{1,20})?(e-\d{1,3})?~[^\x00]{1,300}$", description="What the page before gave as `next`.")
    ] = None

    @property
    def turn(self) -> Turn | None:
        """After which claim the page begins."""
        if self.cursor is None:
            return None
        bare, certainty, claim_id = self.cursor.split("~", 2)
        return int(bare), float(certainty), claim_id


class SomeJudgements(BaseModel):
    """How many judgements at a time."""

    model_config = _STRICT

    limit: _Limit = 50
    cursor: Annotated[int | None, Field(ge=1, le=2**31, description="What the page before gave as `next`.")] = None


class Sought(BaseModel):
    """Words that reports have all of."""

    model_config = _STRICT

    q: Annotated[Words, Field(description='Words; "two words" in this order; kill* however it goes on.')]
    limit: _Limit = 20


def _moment(said: object) -> datetime:
    """The moment that is said; of a day its end."""
    words = str(said)
    try:
        if len(words) <= len("2021-09-01"):
            return datetime.combine(date.fromisoformat(words), time.max, tzinfo=UTC)
        made = datetime.fromisoformat(words)
        return made.astimezone(UTC) if made.tzinfo else made.replace(tzinfo=UTC)
    except ValueError:
        raise ValueError(f"{words!r} is not a day like 2021-09-01 or a moment like 2021-09-01T14:30") from None
    except OverflowError:
        raise ValueError(f"{words!r} is out of the calendar in UTC") from None


_A_DAY_OR_A_MOMENT = {"anyOf": [{"type": "string", "format": "date"}, {"type": "string", "format": "date-time"}]}


class Since(BaseModel):
    """A moment, or a day (its end), UTC."""

    model_config = _STRICT

    moment: Annotated[
        datetime,
        BeforeValidator(_moment),
        WithJsonSchema(_A_DAY_OR_A_MOMENT),
        Field(alias="since", description="A day, of which the end is meant, or a moment; UTC unless it says a zone."),
    ]


def turn_cursor(turn: Turn) -> str:
    """The cursor of what comes after a claim in the queue.

    >>> turn_cursor((0, 0.25, "c1"))
    '0~0.25~c1'
    """
    return "~".join(map(str, turn))


class _Judged(BaseModel):
    model_config = _STRICT

    note: Annotated[str, Field(max_length=2_000, description="What to write beside it.")] = ""


class AboutAClaim(_Judged):
    """A claim is as its report has it, or is not in it at all."""

    verb: Literal["accept", "reject"]
    claim: Annotated[Name, Field(description="The id of a claim.")]


class Amendment(_Judged):
    """A claim says otherwise than it was read."""

    verb: Literal["amend"]
    claim: Annotated[Name, Field(description="The id of a claim.")]
    changes: Annotated[
        dict[str, Annotated[str, Field(max_length=500)]],
        Field(
            min_length=1,
            max_length=40,
            description="speaker, stance, type, realis, day, place, measure, low, high, victims; 2.low is the low of the second figure.",
        ),
    ]


class AboutEvents(_Judged):
    """Two claims tell of one event, or of two."""

    verb: Literal["same", "different"]
    left: Annotated[Name, Field(description="The id of a claim.")]
    right: Annotated[Name, Field(description="The id of another claim.")]


class AboutParties(BaseModel):
    """Two names are one party, or two."""

    model_config = _STRICT

    verb: Literal["merge", "split"]
    left: Annotated[Name, Field(description="The name that stays.")]
    right: Annotated[Name, Field(description="The other name.")]


class TakingBack(BaseModel):
    """A judgement is taken back."""

    model_config = _STRICT

    verb: Literal["undo"]
    judgement: Annotated[int, Field(ge=1, le=2**31, description="The id of a judgement.")]


Ruling = Annotated[AboutAClaim | Amendment | AboutEvents | AboutParties | TakingBack, Field(discriminator="verb")]
