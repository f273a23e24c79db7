-- How serials of a product are made. One policy for each length, so that no two policies of a product can make the same serial.
CREATE TABLE serial_policy (
    policy_id   bigint           GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    gtin        text COLLATE "C" NOT NULL,  -- 14 digits
    length      smallint         NOT NULL,  -- characters of a serial
    alphabet    text COLLATE "C" NOT NULL,  -- numeric, unambiguous or gs1
    version     smallint         NOT NULL,  -- goes into the key of the policy
    secret_id   text COLLATE "C" NOT NULL,  -- which master secret the key follows from; tells nothing of it
    issued      bigint           NOT NULL DEFAULT 0,  -- the counter: serials 0 to issued - 1 are given out
    created_at  timestamptz      NOT NULL,
    UNIQUE (gtin, length)
);

-- Serials given out together: first to first + count - 1 of the counter. The serials themselves follow from it.
CREATE TABLE serial_lease (
    lease_id    uuid        PRIMARY KEY,
    request_id  text        UNIQUE,
    policy_id   bigint      NOT NULL REFERENCES serial_policy,
    first       bigint      NOT NULL,
    count       integer     NOT NULL,
    created_at  timestamptz NOT NULL,
    UNIQUE (policy_id, first)
);
