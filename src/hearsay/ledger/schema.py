"""The tables of a ledger: one that only grows, and two that say where in it the reports and claims are."""

from sqlalchemy import JSON, Column, ForeignKey, Index, Integer, MetaData, String, Table, Text

VERSION = 1
tables = MetaData()

# What release of the schema this is: one row, ("schema", "1").
meta = Table("hearsay_meta", tables, Column("name", String(40), primary_key=True), Column("value", String(200), nullable=False))

# The truth. `recorded_at` is UTC as "2021-09-03T10:20:30.000000Z": sorts as text, and reads the same in every database.
# key: a report's or a claim's id, or what a judgement is about ("parties"). body: a report with its text, the public claim record
# (records/public.py), or a judgement (judgements.py).
entries = Table(
    "entries",
    tables,
    Column("entry_id", Integer, primary_key=True, autoincrement=True),
    Column("kind", String(20), nullable=False),
    Column("key", Text, nullable=False),
    Column("body", JSON, nullable=False),
    Column("by", Text, nullable=False),
    Column("recorded_at", String(27), nullable=False),
    Index("entries_by_kind", "kind", "recorded_at"),
    sqlite_autoincrement=True,
)

reports = Table(
    "reports",
    tables,
    Column("report_id", Text, primary_key=True),
    Column("entry_id", Integer, ForeignKey("entries.entry_id"), nullable=False, unique=True),
    Column("outlet", Text, nullable=False),
    Column("published", String(10)),
    Column("text_sha256", String(64), nullable=False),
)

claims = Table(
    "claims",
    tables,
    Column("claim_id", Text, primary_key=True),
    Column("entry_id", Integer, ForeignKey("entries.entry_id"), nullable=False, unique=True),
    Column("report_id", Text, ForeignKey("reports.report_id"), nullable=False, index=True),
)
