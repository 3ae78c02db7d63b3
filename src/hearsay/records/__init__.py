"""The nouns: frozen records that the stages hand to each other. Standard library only; nothing here reads, writes or decides."""

from hearsay.records.change import Change
from hearsay.records.claim import Claim, Evidence, Happening
from hearsay.records.contradiction import Contradiction, Quote
from hearsay.records.correction import Correction, Rereading
from hearsay.records.document import Document
from hearsay.records.entry import Entry
from hearsay.records.event import Event, Link, Ruling, Tie
from hearsay.records.figure import Figure
from hearsay.records.judgement import Judgement
from hearsay.records.origin import Origin, Sketch
from hearsay.records.party import Party
from hearsay.records.place import Place, Relation
from hearsay.records.problem import Problem
from hearsay.records.reading import Frame, Name, Reading, Sentence, Token
from hearsay.records.span import Span
from hearsay.records.tally import Loss, Tally
from hearsay.records.telling import Days, Rarity, Spot, Standing, Stretch, Telling, Trait
from hearsay.records.track import Graded, Track
from hearsay.records.voice import Cue, Voice
from hearsay.records.when import When

__all__ = [
    "Change",
    "Claim",
    "Contradiction",
    "Correction",
    "Cue",
    "Days",
    "Document",
    "Entry",
    "Event",
    "Evidence",
    "Figure",
    "Frame",
    "Graded",
    "Happening",
    "Judgement",
    "Link",
    "Loss",
    "Name",
    "Origin",
    "Party",
    "Place",
    "Problem",
    "Quote",
    "Rarity",
    "Reading",
    "Relation",
    "Rereading",
    "Ruling",
    "Sentence",
    "Sketch",
    "Span",
    "Spot",
    "Standing",
    "Stretch",
    "Tally",
    "Telling",
    "Tie",
    "Token",
    "Track",
    "Trait",
    "Voice",
    "When",
]
