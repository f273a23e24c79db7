-- The log. Append-only: no statement of the product updates or deletes a row of event, event_epc or event_reference.
-- Inside one database an event is joined by its record_no, which grows, so that the indexes of its parts grow at one end only;
-- everywhere else an event is its event_key.

CREATE TABLE capture_job (
    capture_id   uuid        PRIMARY KEY,
    created_at   timestamptz NOT NULL,
    finished_at  timestamptz NOT NULL,
    events       integer     NOT NULL,
    duplicates   integer     NOT NULL
);
CREATE INDEX capture_job_by_time ON capture_job (created_at DESC, capture_id);

CREATE TABLE event (
    event_key          bytea       NOT NULL,  -- 32 bytes; what makes this event itself: see docs/decisions/0004
    record_no          bigint      NOT NULL,  -- order of commit, given by the one writer
    record_time        timestamptz NOT NULL,
    event_hash         bytea       NOT NULL,  -- CBV 2.0 event hash, sha-256
    event_id           text,                  -- as the client gave it; null where the hash is the id
    voids              bytea,                 -- error declarations only: event_key of the event declared erroneous
    event_type         smallint    NOT NULL,  -- 0 object, 1 aggregation, 2 transaction, 3 transformation, 4 association
    action             smallint,              -- 0 add, 1 observe, 2 delete
    event_time         timestamptz NOT NULL,
    zone_minutes       smallint    NOT NULL,  -- eventTimeZoneOffset
    biz_step           text COLLATE "C",      -- word of the CBV, or URI; so is the disposition
    disposition        text COLLATE "C",
    persistent_set     text[],
    persistent_unset   text[],
    read_point         text COLLATE "C",      -- canonical
    biz_location       text COLLATE "C",      -- canonical
    transformation_id  text COLLATE "C",
    lot                text COLLATE "C",      -- of the instance master data, as is the expiry
    expiry             date,
    capture_id         uuid        NOT NULL,
    body               text        NOT NULL,  -- compact JSON as captured
    context            text,                  -- JSON of the extra context that the body uses
    PRIMARY KEY (event_key)
);
CREATE UNIQUE INDEX event_by_record ON event (record_no);
CREATE INDEX event_by_record_time ON event USING brin (record_time);
CREATE INDEX event_by_time ON event (event_time, record_no);
CREATE INDEX event_by_step ON event (biz_step, event_time);
CREATE INDEX event_by_voids ON event (voids) WHERE voids IS NOT NULL;
CREATE INDEX event_by_transformation ON event (transformation_id) WHERE transformation_id IS NOT NULL;

-- One row for each mention of a thing (instance or class) in an event.
CREATE TABLE event_epc (
    epc         text COLLATE "C" NOT NULL,    -- canonical
    event_time  timestamptz      NOT NULL,
    record_no   bigint           NOT NULL,
    role        smallint         NOT NULL,    -- 0 epc, 1 parent, 2 child, 3 input, 4 output
    is_class    boolean          NOT NULL,
    quantity    numeric,
    uom         text COLLATE "C"
);
CREATE INDEX event_epc_by_epc ON event_epc (epc, event_time, record_no);
CREATE INDEX event_epc_by_event ON event_epc (record_no);

-- Business transactions, sources and destinations.
CREATE TABLE event_reference (
    record_no  bigint   NOT NULL,
    kind       smallint NOT NULL,             -- 0 bizTransaction, 1 source, 2 destination
    type       text COLLATE "C",
    value      text COLLATE "C" NOT NULL      -- canonical
);
CREATE INDEX event_reference_by_value ON event_reference (value, kind);
CREATE INDEX event_reference_by_event ON event_reference (record_no);

-- How far each listener has read the log.
CREATE TABLE listener_cursor (
    name       text   COLLATE "C" PRIMARY KEY,
    record_no  bigint NOT NULL
);
