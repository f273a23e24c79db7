-- Recalls that were started. The scope of one is frozen here; that its units are recalled also stands in the log.

CREATE TABLE recall (
    id          uuid        PRIMARY KEY,
    name        text        NOT NULL,
    reason      text        NOT NULL,
    condition   text        NOT NULL,               -- JSON, as the client gave it
    started_at  timestamptz NOT NULL
);

CREATE TABLE recall_unit (
    recall_id       uuid             NOT NULL REFERENCES recall,
    epc             text COLLATE "C" NOT NULL,      -- canonical
    component_lots  text[]           NOT NULL,      -- the recalled lots that are built in
    PRIMARY KEY (recall_id, epc)
);
