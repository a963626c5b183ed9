/**
 * What append, delete and tombstone share: writing one event of the store's own, the retention rules that a stream's
 * metadata sets, and bringing a soft-deleted stream back.
 *
 * 9223372036854775807 as `truncate_before` is the protocol's mark of a soft delete; as a revision, of a tombstone. A
 * metadata stream keeps its newest event readable, hence its `max_count` of 1.
 */
export const STREAM_FUNCTIONS = `
CREATE FUNCTION event_store.write_event(
  p_stream text, p_type text, p_data bytea, p_position bigint, p_created bigint
) RETURNS void LANGUAGE plpgsql AS $function$
DECLARE
  v_revision bigint;
BEGIN
  INSERT INTO event_store.streams AS s (name, last_revision, max_count)
  VALUES (p_stream, 0, CASE WHEN starts_with(p_stream, '$$') THEN 1 END)
  ON CONFLICT (name) DO UPDATE SET last_revision = s.last_revision + 1
  RETURNING s.last_revision INTO v_revision;
  INSERT INTO event_store.events (position, stream, revision, event_id, type, is_json, created, data, metadata)
  VALUES (p_position, p_stream, v_revision, gen_random_uuid(), p_type, true, p_created, p_data, '');
END $function$;

CREATE FUNCTION event_store.set_retention(
  p_stream text, p_max_count bigint, p_max_age_seconds bigint, p_truncate_before bigint
) RETURNS void LANGUAGE sql AS $function$
  INSERT INTO event_store.streams AS s (name, max_count, max_age_seconds, truncate_before)
  VALUES (p_stream, p_max_count, p_max_age_seconds, p_truncate_before)
  ON CONFLICT (name) DO UPDATE
    SET max_count = p_max_count, max_age_seconds = p_max_age_seconds, truncate_before = p_truncate_before;
$function$;

CREATE FUNCTION event_store.is_soft_deleted(p_stream text) RETURNS boolean LANGUAGE sql STABLE AS $function$
  SELECT coalesce(
    (SELECT s.truncate_before = 9223372036854775807 FROM event_store.streams s WHERE s.name = p_stream), false);
$function$;

CREATE FUNCTION event_store.has_metadata(p_stream text) RETURNS boolean LANGUAGE sql STABLE AS $function$
  SELECT EXISTS (SELECT FROM event_store.streams s WHERE s.name = '$$' || p_stream AND s.last_revision >= 0);
$function$;

CREATE FUNCTION event_store.revive(p_stream text, p_from bigint, p_position bigint, p_created bigint)
RETURNS void LANGUAGE plpgsql AS $function$
DECLARE
  v_metadata jsonb;
BEGIN
  SELECT convert_from(e.data, 'UTF8')::jsonb INTO STRICT v_metadata
  FROM event_store.streams s
  JOIN event_store.events e ON e.stream = s.name AND e.revision = s.last_revision
  WHERE s.name = '$$' || p_stream;
  PERFORM event_store.write_event(
    '$$' || p_stream, '$metadata', convert_to((v_metadata || jsonb_build_object('$tb', p_from))::text, 'UTF8'),
    p_position, p_created);
  UPDATE event_store.streams SET truncate_before = p_from WHERE name = p_stream;
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
