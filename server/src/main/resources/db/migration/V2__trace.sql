-- Projections of a unit: pure functions of the log, dropped and made again by `touchstone rebuild`.

-- State of each thing with an identity of its own (instances only), after all of its events.
CREATE TABLE item (
    epc                      text COLLATE "C" PRIMARY KEY,
    class                    text COLLATE "C",      -- canonical class, e.g. https://id.gs1.org/01/09521321000018; null without one
    kind                     smallint    NOT NULL,  -- 0 product unit, 1 logistic unit, 2 other
    state                    smallint    NOT NULL,  -- ItemState
    disposition              text COLLATE "C",
    persistent_dispositions  text[]      NOT NULL DEFAULT '{}',
    biz_step                 text COLLATE "C",
    location                 text COLLATE "C",      -- last known place from its own events: bizLocation, else readPoint
    located_at               timestamptz,
    in_transit               boolean     NOT NULL,  -- its last event that says where or why sent it off
    parent                   text COLLATE "C",      -- container now (aggregation), null where none
    commissioned_at          timestamptz,
    commissioned_location    text COLLATE "C",      -- bizLocation of the event that made it: the plant
    commissioned_read_point  text COLLATE "C",      -- its readPoint: the line
    lot                      text COLLATE "C",
    expiry                   date,
    first_event_time         timestamptz NOT NULL,
    last_event_time          timestamptz NOT NULL,  -- of the last event that names it or empties its container
    last_record_no           bigint      NOT NULL,  -- of that event
    events                   integer     NOT NULL   -- that name it
);
CREATE INDEX item_by_class ON item (class, lot);
CREATE INDEX item_by_parent ON item (parent) WHERE parent IS NOT NULL;
CREATE INDEX item_by_maker ON item (commissioned_read_point, commissioned_at) WHERE commissioned_at IS NOT NULL;

-- When a thing was in a container. Half-open: since <= t < until.
CREATE TABLE containment (
    child      text COLLATE "C" NOT NULL,
    parent     text COLLATE "C" NOT NULL,
    kind       smallint         NOT NULL,           -- 0 aggregation, 1 association
    since      timestamptz      NOT NULL,
    since_key  bytea            NOT NULL,           -- event_key of the event that put it there
    until      timestamptz,
    until_key  bytea                                -- of the event that ended it
);
CREATE INDEX containment_by_child ON containment (child, since);
CREATE INDEX containment_by_parent ON containment (parent, since);

-- What went into and what came out of each transformation; events that share a transformationID are one transformation.
-- A part that is installed in or assembled into a thing is an input of that thing.
CREATE TABLE genealogy (
    transformation  bytea            NOT NULL,      -- 32 bytes: event_key, or the hash of the transformationID
    epc             text COLLATE "C" NOT NULL,
    output          boolean          NOT NULL,
    kind            smallint         NOT NULL,      -- 0 transformation, 1 association
    event_time      timestamptz      NOT NULL,
    event_key       bytea            NOT NULL,
    quantity        numeric,
    uom             text COLLATE "C"
);
CREATE INDEX genealogy_by_transformation ON genealogy (transformation, output);
CREATE INDEX genealogy_by_epc ON genealogy (epc, output);
CREATE INDEX genealogy_by_lot_number ON genealogy (substring(epc FROM '/10/(.*)$')) WHERE epc LIKE '%/10/%';

-- Where each thing is now: the newest place among its own and those of its containers, the outermost of equals.
CREATE VIEW standing AS
WITH RECURSIVE chain AS (
    SELECT c.epc AS container, c.parent, c.location, c.located_at, c.in_transit, 0 AS depth
    FROM (SELECT DISTINCT parent FROM item WHERE parent IS NOT NULL) AS holders JOIN item c ON c.epc = holders.parent
    UNION ALL
    SELECT chain.container, c.parent, c.location, c.located_at, c.in_transit, chain.depth + 1
    FROM chain JOIN item c ON c.epc = chain.parent WHERE chain.depth < 8
),
placed AS (
    SELECT DISTINCT ON (container) container, location, located_at, in_transit
    FROM chain WHERE located_at IS NOT NULL ORDER BY container, located_at DESC, depth DESC
)
SELECT i.epc, i.kind, i.state, here.location, here.located_at, here.in_transit
FROM item i LEFT JOIN placed p ON p.container = i.parent
CROSS JOIN LATERAL (
    SELECT i.location, i.located_at, i.in_transit
    WHERE p.located_at IS NULL OR i.located_at > p.located_at
    UNION ALL
    SELECT p.location, p.located_at, p.in_transit
    WHERE p.located_at IS NOT NULL AND (i.located_at IS NULL OR i.located_at <= p.located_at)
) AS here;
