/**
 * Appends a group in the caller's transaction. Every append of the group is judged alone, against the streams as the
 * appends before it left them, and yields one row: what is refused is a row, never an exception, so that it cannot
 * take the others down.
 *
 * Arrays: one element per append in p_streams, p_expected, p_counts and p_retention; one per event, append after
 * append, in the others. Expected revisions below zero: -1 no stream, -2 any, -4 the stream exists.
 *
 * The lock on the head row is what makes position order commit order: whoever reads a position reads all before it.
 */
export const APPEND_FUNCTION = `
CREATE FUNCTION event_store.append_group(
  p_streams text[], p_expected bigint[], p_counts integer[], p_retention jsonb[],
  p_event_ids uuid[], p_types text[], p_is_json boolean[], p_data bytea[], p_metadata bytea[],
  p_created bigint
) RETURNS TABLE (outcome text, revision bigint, "position" bigint, head bigint) LANGUAGE plpgsql AS $function$
#variable_conflict use_column
DECLARE
  v_stream   event_store.streams;
  v_name     text;
  v_expected bigint;
  v_count    integer;
  v_first    integer := 1;
  v_deleted  boolean;
  v_outcome  text;
  v_revision bigint;
  v_position bigint;
  v_head     bigint;
BEGIN
  SELECT h.position INTO STRICT v_head FROM event_store.head h FOR UPDATE;

  FOR v_append IN 1 .. cardinality(p_streams) LOOP
    v_name := p_streams[v_append];
    v_expected := p_expected[v_append];
    v_count := p_counts[v_append];
    SELECT * INTO v_stream FROM event_store.streams s WHERE s.name = v_name;
    IF NOT FOUND THEN
      v_stream.last_revision := -1;
      v_stream.tombstoned := false;
      v_stream.truncate_before := 0;
    END IF;
    v_deleted := v_stream.truncate_before = 9223372036854775807;

    IF v_stream.tombstoned OR (v_deleted AND v_expected = -4) THEN
      v_outcome := 'stream-deleted';
    ELSIF v_expected = v_stream.last_revision THEN
      v_outcome := 'appended';
    ELSIF v_expected > v_stream.last_revision THEN
      v_outcome := 'wrong-revision';
    ELSIF v_expected >= -1 THEN
      SELECT j.outcome, j.revision INTO v_outcome, v_revision
      FROM event_store.judge_repeat_at(
        v_stream.stream_id, v_expected, v_deleted, p_event_ids[v_first : v_first + v_count - 1]) j;
    ELSIF v_expected = -4 AND v_stream.last_revision < 0 AND NOT event_store.has_metadata(v_name) THEN
      v_outcome := 'wrong-revision';
    ELSIF v_stream.last_revision < 0 OR v_count = 0 THEN
      v_outcome := 'appended';
    ELSE
      SELECT j.outcome, j.revision INTO v_outcome, v_revision
      FROM event_store.judge_repeat_anywhere(v_stream.stream_id, p_event_ids[v_first : v_first + v_count - 1]) j;
    END IF;

    IF v_outcome = 'appended' THEN
      v_revision := v_stream.last_revision + v_count;
      IF v_count > 0 THEN
        IF v_stream.stream_id IS NULL THEN
          INSERT INTO event_store.streams (name, last_revision, max_count)
          VALUES (v_name, v_revision, CASE WHEN starts_with(v_name, '$$') THEN 1 END)
          RETURNING stream_id INTO v_stream.stream_id;
        ELSE
          UPDATE event_store.streams SET last_revision = v_revision WHERE stream_id = v_stream.stream_id;
        END IF;
        INSERT INTO event_store.events
          (position, stream_id, stream, revision, event_id, type, is_json, created, data, metadata)
        SELECT v_head + i, v_stream.stream_id, v_name, v_stream.last_revision + i, p_event_ids[v_first + i - 1],
          p_types[v_first + i - 1], p_is_json[v_first + i - 1], p_created, p_data[v_first + i - 1],
          p_metadata[v_first + i - 1]
        FROM generate_series(1, v_count) i;
      END IF;
      v_head := v_head + v_count;
      v_position := v_head;
      IF v_deleted AND v_count > 0 THEN
        v_head := v_head + 1;
        PERFORM event_store.revive(v_name, v_stream.last_revision + 1, v_head, p_created);
      END IF;
      IF p_retention[v_append] IS NOT NULL THEN
        v_head := event_store.apply_metadata(substr(v_name, 3), p_retention[v_append], v_head, p_created);
      END IF;
    ELSIF v_outcome = 'repeated' THEN
      SELECT e.position INTO STRICT v_position
      FROM event_store.events e WHERE e.stream_id = v_stream.stream_id AND e.revision = v_revision;
    ELSE
      v_revision := v_stream.last_revision;
      v_position := NULL;
    END IF;

    v_first := v_first + v_count;
    outcome := v_outcome;
    revision := v_revision;
    "position" := v_position;
    head := v_head;
    RETURN NEXT;
  END LOOP;

  UPDATE event_store.head SET position = v_head;
END $function$;

-- An older revision was expected: the append is a repeat if exactly its events follow that revision.
CREATE FUNCTION event_store.judge_repeat_at(
  p_stream_id bigint, p_expected bigint, p_deleted boolean, p_event_ids uuid[],
  OUT outcome text, OUT revision bigint
) LANGUAGE plpgsql STABLE AS $function$
DECLARE
  v_equal       bigint;
  v_first_equal boolean;
BEGIN
  SELECT count(*), coalesce(bool_or(e.revision = p_expected + 1), false) INTO v_equal, v_first_equal
  FROM event_store.events e
  WHERE e.stream_id = p_stream_id
    AND e.revision BETWEEN p_expected + 1 AND p_expected + cardinality(p_event_ids)
    AND e.event_id = p_event_ids[e.revision - p_expected];
  revision := p_expected + cardinality(p_event_ids);
  outcome := CASE
    WHEN v_equal > 0 AND v_equal = cardinality(p_event_ids) THEN 'repeated'
    WHEN p_expected = -1 AND p_deleted AND NOT v_first_equal AND cardinality(p_event_ids) > 0 THEN 'appended'
    ELSE 'wrong-revision'
  END;
END $function$;

-- No revision was expected: the append is a repeat if the stream holds all its events, new if it lacks the first.
CREATE FUNCTION event_store.judge_repeat_anywhere(
  p_stream_id bigint, p_event_ids uuid[], OUT outcome text, OUT revision bigint
) LANGUAGE plpgsql STABLE AS $function$
DECLARE
  v_found bigint;
BEGIN
  PERFORM FROM event_store.events e WHERE e.event_id = p_event_ids[1] AND e.stream_id = p_stream_id;
  IF NOT FOUND THEN
    outcome := 'appended';
    RETURN;
  END IF;
  SELECT count(f.revision), (array_agg(f.revision ORDER BY i DESC))[1] INTO v_found, revision
  FROM generate_subscripts(p_event_ids, 1) i
  LEFT JOIN LATERAL (
    SELECT max(e.revision) AS revision FROM event_store.events e
    WHERE e.event_id = p_event_ids[i] AND e.stream_id = p_stream_id
  ) f ON true;
  outcome := CASE WHEN v_found = cardinality(p_event_ids) THEN 'repeated' ELSE 'wrong-revision' END;
END $function$;

-- New metadata of a soft-deleted stream revives it; yields the head after that.
CREATE FUNCTION event_store.apply_metadata(p_stream text, p_retention jsonb, p_head bigint, p_created bigint)
RETURNS bigint LANGUAGE plpgsql AS $function$
DECLARE
  v_was_deleted boolean := event_store.is_soft_deleted(p_stream);
BEGIN
  PERFORM event_store.set_retention(
    p_stream, (p_retention ->> 'maxCount')::bigint, (p_retention ->> 'maxAgeSeconds')::bigint,
    coalesce((p_retention ->> 'truncateBefore')::bigint, 0));
  IF NOT v_was_deleted THEN
    RETURN p_head;
  END IF;
  PERFORM event_store.revive(p_stream, s.last_revision + 1, p_head + 1, p_created)
  FROM event_store.streams s WHERE s.name = p_stream;
  RETURN p_head + 1;
END $function$;
`;
