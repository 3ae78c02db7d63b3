"""Tables that are worked out from the entries and can be worked out anew: they make questions quick and are never the truth.

They have no part in the schema's version. What made them is kept beside them (state); if that is another release now, they are made anew.
"""

from sqlalchemy import BigInteger, Column, Float, Index, Integer, MetaData, String, Table, Text

tables = MetaData()
RELEASE = 6  # raised when a table is new or told otherwise: what an older one worked out is worked out anew

# "engine": what made the tables; "posted": up to which entry reports are heeded; "said": up to which judgements and corrections are.
state = Table("derived_state", tables, Column("name", String(20), primary_key=True), Column("value", Text, nullable=False))

# What each report tells of each thing (records.Telling), why its claims are together, the event that it was put in, and its keys as 63 bits of a
# hash: two tellings that share one may be of one event. `lot` is where it stands among those that share a key. The names and figures that it bears,
# which say something only while few bear them, are kept apart, with the stretch of days in which its report was published. Strong links hold together
# those of one knot; all links within a knot are kept, strong or not.
tellings = Table(
    "derived_tellings",
    tables,
    Column("telling_id", Text, primary_key=True),
    Column("report_id", Text, nullable=False, index=True),
    Column("event_id", Text, nullable=False, index=True),
    Column("body", Text, nullable=False),
    Column("links", Text, nullable=False),
    Column("knot", Text, nullable=False, index=True),
)
bonds = Table(
    "derived_bonds",
    tables,
    Column("knot", Text, primary_key=True),
    Column("left", Text, primary_key=True),
    Column("right", Text, primary_key=True),
    Column("body", Text, nullable=False),
    sqlite_with_rowid=False,
)
telling_keys = Table(
    "derived_keys",
    tables,
    Column("key", BigInteger, primary_key=True),
    Column("lot", BigInteger, primary_key=True),
    Column("telling_id", Text, primary_key=True),
    sqlite_with_rowid=False,
)
traits = Table(
    "derived_traits",
    tables,
    Column("key", BigInteger, primary_key=True),
    Column("stretch", Integer, primary_key=True),
    Column("telling_id", Text, primary_key=True),
    sqlite_with_rowid=False,
)

# Reports: from which ordinal day on their claims count, and until before which (corrections); the day of publication; the report that each is a copy
# of; and what tells it from others (records.Sketch), its shingles also one by one.
reports = Table(
    "derived_reports",
    tables,
    Column("report_id", Text, primary_key=True),
    Column("since", Integer, nullable=False),
    Column("until", Integer, nullable=False),
    Column("published", Integer),
    Column("origin_id", Text, nullable=False, index=True),
    Column("sketch", Text, nullable=False),
)
shingles = Table(
    "derived_shingles",
    tables,
    Column("shingle", BigInteger, primary_key=True),
    Column("report_id", Text, primary_key=True),
    sqlite_with_rowid=False,
)

# Which event a claim is in, why the claims of an event are together, and what lists show of events, for each stretch of days in which it stood so:
# from the ordinal day `since` on, until before `until`. The other days are ordinals too, 0 if unknown. `losses`: its
# tallies in short (records.Loss).
placements = Table(
    "derived_placements",
    tables,
    Column("claim_id", Text, primary_key=True),
    Column("event_id", Text, nullable=False, index=True),
    sqlite_with_rowid=False,
)
links = Table("derived_links", tables, Column("event_id", Text, primary_key=True), Column("body", Text, nullable=False))
stale = Table("derived_stale", tables, Column("event_id", Text, primary_key=True))  # events of which that is to be told anew
events = Table(
    "derived_events",
    tables,
    Column("event_id", Text, primary_key=True),
    Column("since", Integer, primary_key=True),
    Column("until", Integer, nullable=False),
    Column("first_day", Integer, nullable=False),
    Column("last_day", Integer, nullable=False),
    Column("what", Text, nullable=False),
    Column("place", Text, nullable=False),
    Column("claims", Integer, nullable=False),
    Column("voices", Integer, nullable=False),
    Column("reports", Integer, nullable=False),
    Column("contradictions", Integer, nullable=False),
    Column("losses", Text, nullable=False),
    Index("derived_events_by_day", "first_day"),
)

# Who speaks for whom ("master" empty: who fights), by the reports that tell it and by how many they are; and which names and events have which marks:
# two names for one party share one (naming.marks).
facts = Table(
    "derived_facts",
    tables,
    Column("report_id", Text, primary_key=True),
    Column("name", Text, primary_key=True),
    Column("master", Text, primary_key=True),
    sqlite_with_rowid=False,
)
known_facts = Table(
    "derived_known_facts",
    tables,
    Column("name", Text, primary_key=True),
    Column("master", Text, primary_key=True),
    Column("reports", Integer, nullable=False),
    sqlite_with_rowid=False,
)
fact_marks = Table(
    "derived_fact_marks",
    tables,
    Column("mark", Text, primary_key=True),
    Column("name", Text, primary_key=True),
    Index("derived_fact_marks_by_name", "name"),
    sqlite_with_rowid=False,
)
event_marks = Table(
    "derived_event_marks",
    tables,
    Column("mark", Text, primary_key=True),
    Column("event_id", Text, primary_key=True),
    Index("derived_event_marks_by_event", "event_id"),
    sqlite_with_rowid=False,
)

# The tallies by the profile "hearsay", in their order, for each stretch of days in which they stood.
tallies = Table(
    "derived_tallies",
    tables,
    Column("event_id", Text, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("since", Integer, primary_key=True),
    Column("until", Integer, nullable=False),
    Column("victims", Text, nullable=False),
    Column("measure", String(20), nullable=False),
    Column("low", Integer),
    Column("best", Integer),
    Column("high", Integer),
    Column("body", Text, nullable=False),
)

# What events can be picked by (facets.Facets, a list), for each stretch of days; and the claims that count now, by what they are looked for.
facets = Table(
    "derived_facets",
    tables,
    Column("event_id", Text, primary_key=True),
    Column("since", Integer, primary_key=True),
    Column("until", Integer, nullable=False),
    Column("body", Text, nullable=False),
)
told = Table(
    "derived_claims",
    tables,
    Column("event_id", Text, primary_key=True),
    Column("claim_id", Text, primary_key=True, index=True),
    Column("report_id", Text, nullable=False, index=True),
    Column("voice", Text, nullable=False, index=True),
    Column("type", String(40), nullable=False),
    Column("stance", String(20), nullable=False),
    Column("is_bare", Integer, nullable=False),
    Column("certainty", Float(53), nullable=False),
    Index("derived_claims_in_turn", "is_bare", "certainty", "claim_id"),
    sqlite_with_rowid=False,
)
