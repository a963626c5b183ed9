/**
 * Appends a group in the caller's transaction. Every append of the group is judged alone, against the streams as the
 * appends before it left them; what is refused is an outcome, never an exception, so that it cannot take the others
 * down. The caller sees to it that no event id occurs in two appends of a group, and that an append to a metadata
 * stream is a group of its own; p_retention is then what that append sets.
 *
 * Arrays, by their subject:
 *   streams  p_names, each once
 *   appends  p_streams (places in p_names), p_expected (a revision, or -1 no stream, -2 any, -4 the stream exists),
 *            p_counts (of events)
 *   events   the others, append after append: p_appends and p_places say of which append it is the how-manieth,
 *            p_starts from which byte of p_payload (from 1) its data stands there, its metadata following
 *
 * Yields, per append, the outcome with the revision and position that belong to it; and the head of the log. The lock
 * on the head row makes position order commit order: whoever reads a position reads all before it.
 */
export const APPEND_FUNCTION = `
CREATE FUNCTION event_store.append_group(
  p_names text[],
  p_streams integer[], p_expected bigint[], p_counts integer[],
  p_appends integer[], p_places integer[], p_event_ids uuid[], p_types text[], p_is_json boolean[],
  p_starts integer[], p_data_bytes integer[], p_metadata_bytes integer[], p_payload bytea,
  p_retention jsonb, p_created bigint,
  OUT outcomes text[], OUT revisions bigint[], OUT positions bigint[], OUT head bigint
) LANGUAGE plpgsql AS $function$
DECLARE
  v_last       bigint[];
  v_tombstoned boolean[];
  v_deleted    boolean[];
  v_known      boolean[];
  v_suspects   integer[];
  v_stream     integer;
  v_expected   bigint;
  v_count      integer;
  v_first      integer := 1;
  v_outcome    text;
  v_revision   bigint;
  v_position   bigint;
  v_changed    boolean := false;
BEGIN
  SELECT h.position INTO STRICT head FROM event_store.head h FOR UPDATE;

  SELECT array_agg(coalesce(s.last_revision, -1) ORDER BY n.place),
    array_agg(coalesce(s.tombstoned, false) ORDER BY n.place),
    array_agg(coalesce(s.truncate_before = 9223372036854775807, false) ORDER BY n.place),
    array_agg(s.name IS NOT NULL ORDER BY n.place)
  INTO v_last, v_tombstoned, v_deleted, v_known
  FROM unnest(p_names) WITH ORDINALITY n (name, place)
  LEFT JOIN event_store.streams s ON s.name = n.name;

  -- Appends without an expected revision whose first event the log has already, in whatever stream.
  IF -2 = ANY (p_expected) OR -4 = ANY (p_expected) THEN
    SELECT array_agg(a.place) INTO v_suspects
    FROM (
      SELECT place, expected, count, 1 + sum(count) OVER (ORDER BY place) - count AS first
      FROM unnest(p_expected, p_counts) WITH ORDINALITY u (expected, count, place)
    ) a
    WHERE a.expected IN (-2, -4) AND a.count > 0
      AND EXISTS (SELECT FROM event_store.events e WHERE e.event_id = p_event_ids[a.first]);
  END IF;

  FOR v_append IN 1 .. cardinality(p_streams) LOOP
    v_stream := p_streams[v_append];
    v_expected := p_expected[v_append];
    v_count := p_counts[v_append];
    v_revision := v_last[v_stream];
    v_position := NULL;

    IF v_tombstoned[v_stream] OR (v_expected = -4 AND v_deleted[v_stream]) THEN
      v_outcome := 'stream-deleted';
    ELSIF v_expected = v_revision THEN
      v_outcome := 'appended';
    ELSIF v_expected > v_revision THEN
      v_outcome := 'wrong-revision';
    ELSIF v_expected >= -1 THEN
      SELECT j.* INTO v_outcome, v_revision, v_position FROM event_store.judge_repeat_at(
        p_names[v_stream], v_expected, v_deleted[v_stream], p_event_ids[v_first : v_first + v_count - 1]) j;
    ELSIF v_expected = -4 AND v_revision < 0 AND NOT event_store.has_metadata(p_names[v_stream]) THEN
      v_outcome := 'wrong-revision';
    ELSIF v_append = ANY (v_suspects) THEN
      SELECT j.* INTO v_outcome, v_revision, v_position FROM event_store.judge_repeat_anywhere(
        p_names[v_stream], p_event_ids[v_first : v_first + v_count - 1]) j;
    ELSE
      v_outcome := 'appended';
    END IF;

    IF v_outcome = 'appended' THEN
      v_revision := v_last[v_stream] + v_count;
      v_position := head + v_count;
      v_last[v_stream] := v_revision;
      head := v_position;
      v_changed := v_changed OR v_count > 0;
      IF v_deleted[v_stream] AND v_count > 0 THEN
        head := head + 1;
        PERFORM event_store.revive(p_names[v_stream], v_revision - v_count + 1, head, p_created);
        v_deleted[v_stream] := false;
      END IF;
    ELSIF v_outcome <> 'repeated' THEN
      v_revision := v_last[v_stream];
    END IF;

    outcomes[v_append] := v_outcome;
    revisions[v_append] := v_revision;
    positions[v_append] := v_position;
    v_first := v_first + v_count;
  END LOOP;

  IF NOT v_changed THEN
    RETURN;
  END IF;

  UPDATE event_store.streams s SET last_revision = v_last[n.place]
  FROM unnest(p_names, v_known) WITH ORDINALITY n (name, known, place)
  WHERE n.known AND s.name = n.name AND s.last_revision < v_last[n.place];

  INSERT INTO event_store.streams (name, last_revision, max_count)
  SELECT n.name, v_last[n.place], CASE WHEN starts_with(n.name, '$$') THEN 1 END
  FROM unnest(p_names, v_known) WITH ORDINALITY n (name, known, place)
  WHERE NOT n.known AND v_last[n.place] >= 0;

  INSERT INTO event_store.events (position, stream, revision, event_id, type, is_json, created, data, metadata)
  SELECT positions[e.append] - p_counts[e.append] + e.place, p_names[p_streams[e.append]],
    revisions[e.append] - p_counts[e.append] + e.place, e.event_id, e.type, e.is_json, p_created,
    substring(p_payload FROM e.start FOR e.data_bytes),
    substring(p_payload FROM e.start + e.data_bytes FOR e.metadata_bytes)
  FROM unnest(p_appends, p_places, p_event_ids, p_types, p_is_json, p_starts, p_data_bytes, p_metadata_bytes)
    e (append, place, event_id, type, is_json, start, data_bytes, metadata_bytes)
  WHERE outcomes[e.append] = 'appended';

  IF p_retention IS NOT NULL AND outcomes[1] = 'appended' THEN
    head := event_store.apply_metadata(substr(p_names[1], 3), p_retention, head, p_created);
  END IF;
  UPDATE event_store.head h SET position = append_group.head;
END $function$;
`;
