/**
 * The log and its streams. There are no foreign keys: only the functions of this schema write, and the check would
 * cost as much as the insert. `created` counts ticks of 100 ns since 1970, the unit of the protocol.
 */
export const LOG_TABLES = `
CREATE TABLE event_store.head (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  position bigint NOT NULL
);
INSERT INTO event_store.head (position) VALUES (0);

CREATE TABLE event_store.streams (
  name            text COLLATE "C" PRIMARY KEY,
  last_revision   bigint NOT NULL DEFAULT -1,
  tombstoned      boolean NOT NULL DEFAULT false,
  max_count       bigint,
  max_age_seconds bigint,
  truncate_before bigint NOT NULL DEFAULT 0
) WITH (fillfactor = 80);

CREATE TABLE event_store.events (
  position bigint PRIMARY KEY,
  stream   text COLLATE "C" NOT NULL,
  revision bigint NOT NULL,
  event_id uuid NOT NULL,
  type     text COLLATE "C" NOT NULL,
  is_json  boolean NOT NULL,
  created  bigint NOT NULL,
  data     bytea NOT NULL,
  metadata bytea NOT NULL,
  UNIQUE (stream, revision)
);
CREATE INDEX events_event_id ON event_store.events (event_id);
`;
