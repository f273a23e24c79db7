-- Scans of codes outside the log: kept as they came, without anything that says who scanned.
CREATE TABLE scan (
    scan_no     bigint           GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    scanned_at  timestamptz      NOT NULL,
    code        text COLLATE "C" NOT NULL,  -- canonical identifier of the thing
    place       text COLLATE "C"            -- canonical location, or geo: URI of the given coordinates; null where not said
);
CREATE INDEX scan_by_code ON scan (code, scanned_at);

-- What does not fit in the journeys of things: a pure function of the log, of master data and of the scans.
CREATE TABLE oddity (
    kind         smallint         NOT NULL,  -- 0 impossible travel, 1 diversion
    thing        text COLLATE "C" NOT NULL,  -- canonical
    carrier      text COLLATE "C" NOT NULL,  -- the container in which it was known at the start; else the thing itself
    from_at      timestamptz      NOT NULL,
    from_place   text COLLATE "C" NOT NULL,
    from_event   text,                       -- event id; null for a scan
    to_at        timestamptz      NOT NULL,
    to_place     text COLLATE "C" NOT NULL,
    to_event     text,
    sent_to      text COLLATE "C",           -- diversion: country it was sent to, ISO 3166-1 alpha-2
    distance_km  double precision,
    speed_kmh    double precision
);
CREATE INDEX oddity_by_thing ON oddity (thing);
CREATE INDEX oddity_by_time ON oddity (to_at);

-- Up to where oddities have been looked for.
CREATE TABLE oddity_cursor (
    record_no    bigint NOT NULL,  -- of the log
    master_data  bigint NOT NULL   -- version of the places
);
INSERT INTO oddity_cursor VALUES (0, 0);
