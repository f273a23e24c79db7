-- Master data as captured, part of the log: no statement of the product updates or deletes a row.
-- An element equal to the newest one of its vocabulary and identifier is not kept again.
CREATE TABLE master_data (
    element_no   bigint           GENERATED ALWAYS AS IDENTITY PRIMARY KEY,  -- order of capture: there is one writer
    record_time  timestamptz      NOT NULL,
    capture_id   uuid             NOT NULL,
    vocabulary   text COLLATE "C" NOT NULL,  -- type, e.g. urn:epcglobal:epcis:vtype:BusinessLocation
    id           text COLLATE "C" NOT NULL,  -- canonical
    text         text             NOT NULL,  -- the identifier as captured
    attributes   text             NOT NULL,  -- compact JSON array as captured
    prefixes     text             NOT NULL,  -- JSON object: what prefixes of attribute names stand for, beside those of the standard
    children     text             NOT NULL   -- JSON array of identifiers as captured
);
CREATE INDEX master_data_by_id ON master_data (id, vocabulary, element_no DESC);

-- Projections of master data, dropped and made again by `touchstone rebuild`.
CREATE TABLE location (
    id         text COLLATE "C" PRIMARY KEY,  -- canonical
    name       text             NOT NULL,
    kind       smallint         NOT NULL,     -- LocationKind: 0 plant, 1 line, 2 centre, 3 shop, 4 other
    parent     text COLLATE "C",
    city       text,                          -- its own, else of the place above
    country    text COLLATE "C",              -- ISO 3166-1 alpha-2; its own, else of the place above
    latitude   double precision,
    longitude  double precision
);

CREATE TABLE product (
    gtin         text COLLATE "C" PRIMARY KEY,  -- 14 digits
    name         text NOT NULL,
    brand        text,
    description  text
);
