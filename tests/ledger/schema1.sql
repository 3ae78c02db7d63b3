BEGIN TRANSACTION;
CREATE TABLE claims (
	claim_id TEXT NOT NULL, 
	entry_id INTEGER NOT NULL, 
	report_id TEXT NOT NULL, 
	PRIMARY KEY (claim_id), 
	UNIQUE (entry_id), 
	FOREIGN KEY(entry_id) REFERENCES entries (entry_id), 
	FOREIGN KEY(report_id) REFERENCES reports (report_id)
);
INSERT INTO "claims" VALUES('9f0c1a2b3c4d5e60',2,'courier-1');
INSERT INTO "claims" VALUES('1b0c1a2b3c4d5e61',4,'courier-2');
INSERT INTO "claims" VALUES('2c0c1a2b3c4d5e62',5,'courier-2');
CREATE TABLE entries (
	entry_id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	kind VARCHAR(20) NOT NULL, 
	"key" TEXT NOT NULL, 
	body JSON NOT NULL, 
	"by" TEXT NOT NULL, 
	recorded_at VARCHAR(27) NOT NULL
);
INSERT INTO "entries" VALUES(1,'report','courier-1','{"id": "courier-1", "text": "Adam Stone said that 34 men of the Hill Front were killed at Northville on Monday. The Hill Front denied it.", "outlet": "Courier", "title": "Fighting at Northville", "published": "2026-02-24", "url": "https://example.org/1"}','hearsay 0.1.0, lexicons 01234567, reader-en 1','2026-03-01T09:00:00.000000Z');
INSERT INTO "entries" VALUES(2,'claim','9f0c1a2b3c4d5e60','{"id": "9f0c1a2b3c4d5e60", "report": "courier-1", "evidence": {"start": 0, "end": 81, "text": "Adam Stone said that 34 men of the Hill Front were killed at Northville on Monday"}, "chain": [{"name": "Adam Stone", "surface": "Adam Stone", "start": 0, "end": 10, "kind": "person", "role": null, "of": null, "cue": {"text": "said", "start": 11, "end": 15}, "channel": null, "said": null}, {"name": "Courier", "surface": "", "start": 0, "end": 0, "kind": "media", "role": null, "of": null, "cue": null, "channel": null, "said": null}], "stance": "asserts", "event": {"type": "toll", "realis": "actual", "actors": [], "targets": [], "places": [{"name": "Northville", "surface": "Northville", "start": 61, "end": 71, "lat": 10.5, "lon": 20.25, "country": "XX", "admin1": null, "gazetteer": null, "precision": 1, "relation": null, "radius_km": null}], "time": {"from": "2026-02-23", "to": "2026-02-23", "precision": 1, "surface": "Monday", "start": 75, "end": 81, "basis": "stated"}, "weapons": []}, "figures": [{"measure": "killed", "low": 34, "high": 34, "best": 34, "start": 21, "end": 27, "text": "34 men", "victims": [{"name": "Hill Front", "surface": "Hill Front", "start": 35, "end": 45, "kind": "rebel", "label": null}], "approximate": false, "total": false, "added": false, "part_of": null, "time": null, "places": null}], "certainty": 0.9, "rule": "counted+voices"}','hearsay 0.1.0, lexicons 01234567, reader-en 1','2026-03-01T09:00:00.000000Z');
INSERT INTO "entries" VALUES(3,'report','courier-2','{"id": "courier-2", "text": "Zo\u00eb M\u00fcller of the ministry spoke of \u201cat least 40 dead\u201d near the Eastwood Bridge. Nobody was captured, she said.", "outlet": "Courier", "title": null, "published": null, "url": null}','hearsay 0.1.0, lexicons 01234567, reader-en 1','2026-03-04T09:00:00.000000Z');
INSERT INTO "entries" VALUES(4,'claim','1b0c1a2b3c4d5e61','{"id": "1b0c1a2b3c4d5e61", "report": "courier-2", "evidence": {"start": 0, "end": 79, "text": "Zo\u00eb M\u00fcller of the ministry spoke of \u201cat least 40 dead\u201d near the Eastwood Bridge"}, "chain": [{"name": "Zo\u00eb M\u00fcller", "surface": "Zo\u00eb M\u00fcller", "start": 0, "end": 10, "kind": "person", "role": null, "of": null, "cue": {"text": "said", "start": 106, "end": 110}, "channel": null, "said": null}, {"name": "Courier", "surface": "", "start": 0, "end": 0, "kind": "media", "role": null, "of": null, "cue": null, "channel": null, "said": null}], "stance": "asserts", "event": {"type": "toll", "realis": "actual", "actors": [], "targets": [], "places": [{"name": "Eastwood Bridge", "surface": "Eastwood Bridge", "start": 64, "end": 79, "lat": 10.5, "lon": 20.25, "country": "XX", "admin1": null, "gazetteer": null, "precision": 1, "relation": null, "radius_km": null}], "time": null, "weapons": []}, "figures": [{"measure": "killed", "low": 40, "high": null, "best": 40, "start": 37, "end": 53, "text": "at least 40 dead", "victims": [], "approximate": false, "total": false, "added": false, "part_of": null, "time": null, "places": null}], "certainty": 0.9, "rule": "counted+voices"}','hearsay 0.1.0, lexicons 01234567, reader-en 1','2026-03-04T09:00:00.000000Z');
INSERT INTO "entries" VALUES(5,'claim','2c0c1a2b3c4d5e62','{"id": "2c0c1a2b3c4d5e62", "report": "courier-2", "evidence": {"start": 81, "end": 100, "text": "Nobody was captured"}, "chain": [{"name": "Zo\u00eb M\u00fcller", "surface": "Zo\u00eb M\u00fcller", "start": 0, "end": 10, "kind": "person", "role": null, "of": null, "cue": {"text": "said", "start": 106, "end": 110}, "channel": null, "said": null}, {"name": "Courier", "surface": "", "start": 0, "end": 0, "kind": "media", "role": null, "of": null, "cue": null, "channel": null, "said": null}], "stance": "asserts", "event": {"type": "toll", "realis": "actual", "actors": [], "targets": [], "places": [], "time": null, "weapons": []}, "figures": [{"measure": "captured", "low": 0, "high": 0, "best": 0, "start": 81, "end": 87, "text": "Nobody", "victims": [], "approximate": false, "total": false, "added": false, "part_of": null, "time": null, "places": null}], "certainty": 0.9, "rule": "counted+voices"}','hearsay 0.1.0, lexicons 01234567, reader-en 1','2026-03-04T09:00:00.000000Z');
INSERT INTO "entries" VALUES(6,'report','wire-1','{"id": "wire-1", "text": "No figure was given.\u0000", "outlet": "Wire", "title": null, "published": null, "url": null}','hearsay 0.1.0, lexicons 01234567, reader-en 1','2026-03-02T09:00:00.000000Z');
INSERT INTO "entries" VALUES(7,'judgement','parties','{"verb": "split", "left": "Hill Front", "right": "Adam Stone"}','Ann','2026-03-05T09:00:00.000000Z');
INSERT INTO "entries" VALUES(8,'judgement','parties','{"verb": "undo", "judgement": 7}','Bob','2026-03-06T09:00:00.000000Z');
CREATE TABLE hearsay_meta (
	name VARCHAR(40) NOT NULL, 
	value VARCHAR(200) NOT NULL, 
	PRIMARY KEY (name)
);
INSERT INTO "hearsay_meta" VALUES('schema','1');
CREATE TABLE reports (
	report_id TEXT NOT NULL, 
	entry_id INTEGER NOT NULL, 
	outlet TEXT NOT NULL, 
	published VARCHAR(10), 
	text_sha256 VARCHAR(64) NOT NULL, 
	PRIMARY KEY (report_id), 
	UNIQUE (entry_id), 
	FOREIGN KEY(entry_id) REFERENCES entries (entry_id)
);
INSERT INTO "reports" VALUES('courier-1',1,'Courier','2026-02-24','6b78025e226c4bd86fd9ce5f3c63ffd1ed0dd3ba04bac04eb8829d378eff2f76');
INSERT INTO "reports" VALUES('courier-2',3,'Courier',NULL,'c7ad60c571a3d0f2af9323b7d802159dc49d1abe973eecd1161ecfcaba4ecc96');
INSERT INTO "reports" VALUES('wire-1',6,'Wire',NULL,'c2a342a256a982bfee25a425ef966426dcc61a5ae5a1fcf5f4b1be3402078648');
CREATE INDEX entries_by_kind ON entries (kind, recorded_at);
CREATE INDEX ix_claims_report_id ON claims (report_id);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('entries',8);
COMMIT;
