"""The tables of a ledger: one that only grows, and those that say where in it the reports, the claims and the words are.

docs/ledger.md tells them column by column. Whoever changes them raises VERSION and adds a step to migrations.py.
"""

from sqlalchemy import JSON, Column, Connection, ForeignKey, Index, Integer, MetaData, String, Table, Text

VERSION = 2
tables = MetaData()


# What release of the schema this is: one row, ("schema", "2").
meta = Table("hearsay_meta", tables, Column("name", String(40), primary_key=True), Column("value", String(200), nullable=False))

# The truth. Ids are counted by whoever writes, who is alone while writing. recorded_at: UTC as "2021-09-03T10:20:30.000000Z", which sorts as text and
# reads the same in every database. key: a report's or a claim's id, or what a judgement is about ("parties"). body: a report with its text, the
# public claim record (records/public.py), or a judgement (judgements.py). hash: see chain.py.
entries = Table(
    "entries",
    tables,
    Column("entry_id", Integer, primary_key=True, autoincrement=False),
    Column("kind", String(20), nullable=False),
    Column("key", Text, nullable=False),
    Column("body", JSON, nullable=False),
    Column("by", Text, nullable=False),
    Column("recorded_at", String(27), nullable=False),
    Column("hash", String(64), nullable=False),
    Index("entries_by_kind", "kind", "entry_id"),
)

reports = Table(
    "reports",
    tables,
    Column("entry_id", Integer, ForeignKey("entries.entry_id"), primary_key=True, autoincrement=False),
    Column("report_id", Text, nullable=False, unique=True),
    Column("outlet", Text, nullable=False),
    Column("published", String(10)),
    Column("text_sha256", String(64), nullable=False),
)

claims = Table(
    "claims",
    tables,
    Column("entry_id", Integer, ForeignKey("entries.entry_id"), primary_key=True, autoincrement=False),
    Column("claim_id", Text, nullable=False, unique=True),
    Column("report_id", Text, ForeignKey("reports.report_id"), nullable=False, index=True),
)

# What the databases do each in their own way: the index of the reports' words (words.py), and views for whoever opens the file with something else.
_OWN: dict[str, tuple[str, ...]] = {
    "sqlite": (
        "CREATE VIRTUAL TABLE report_words USING fts5(words, content='', tokenize='unicode61')",
        # words in memory, in bytes, before they are written, sixteen times as many as by default: fewer pieces of index to be merged
        "INSERT INTO report_words (report_words, rank) VALUES ('hashsize', 16777216)",
        """CREATE VIEW reports_v AS
        SELECT report_id, outlet, published, json_extract(body, '$.title') AS title, json_extract(body, '$.url') AS url,
            json_extract(body, '$.text') AS text, recorded_at
        FROM reports JOIN entries USING (entry_id)""",
        """CREATE VIEW claims_v AS
        SELECT claim_id, claims.report_id, outlet, published, json_extract(body, '$.chain[0].name') AS speaker,
            json_extract(body, '$.stance') AS stance,
            json_extract(body, '$.event.type') AS type, json_extract(body, '$.event.realis') AS realis,
            json_extract(body, '$.event.places[0].name') AS place, json_extract(body, '$.event.time.from') AS first_day,
            json_extract(body, '$.event.time.to') AS last_day, json_extract(body, '$.evidence.text') AS evidence
        FROM claims JOIN entries ON entries.entry_id = claims.entry_id JOIN reports ON reports.report_id = claims.report_id""",
        """CREATE VIEW figures_v AS
        SELECT claim_id, claims.report_id, outlet, published, json_extract(body, '$.chain[0].name') AS speaker,
            json_extract(body, '$.stance') AS stance,
            json_extract(figure.value, '$.measure') AS measure, json_extract(figure.value, '$.low') AS low,
            json_extract(figure.value, '$.best') AS best, json_extract(figure.value, '$.high') AS high,
            (SELECT group_concat(json_extract(party.value, '$.name'), ', ') FROM json_each(figure.value, '$.victims') AS party) AS victims,
            json_extract(figure.value, '$.text') AS words
        FROM claims JOIN entries ON entries.entry_id = claims.entry_id JOIN reports ON reports.report_id = claims.report_id,
            json_each(body, '$.figures') AS figure""",
    ),
    "postgresql": (
        "CREATE TABLE report_words (entry_id INTEGER PRIMARY KEY REFERENCES entries (entry_id), words TSVECTOR NOT NULL)",
        "CREATE INDEX report_words_words ON report_words USING gin (words)",
    ),
}


def make(connection: Connection) -> None:
    """Make the tables and the views."""
    tables.create_all(connection)
    for statement in _OWN[connection.dialect.name]:
        connection.exec_driver_sql(statement)
