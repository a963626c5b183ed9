/**
 * Soft delete and tombstone. A soft delete is an event in the metadata stream that truncates everything; a tombstone
 * is the last event a stream can have. Both stand in `$all` like any other event; nothing is ever removed.
 */
export const DELETE_FUNCTION = `
CREATE FUNCTION event_store.delete_stream(
  p_stream text, p_expected bigint, p_tombstone boolean, p_created bigint,
  OUT outcome text, OUT revision bigint, OUT "position" bigint, OUT head bigint
) LANGUAGE plpgsql AS $function$
#variable_conflict use_column
DECLARE
  v_stream       event_store.streams;
  v_has_metadata boolean := event_store.has_metadata(p_stream);
BEGIN
  SELECT h.position INTO STRICT head FROM event_store.head h FOR UPDATE;
  SELECT * INTO v_stream FROM event_store.streams s WHERE s.name = p_stream;
  revision := coalesce(v_stream.last_revision, -1);

  outcome := CASE
    WHEN v_stream.tombstoned THEN 'stream-deleted'
    WHEN p_expected = -4 AND event_store.is_soft_deleted(p_stream) THEN 'stream-deleted'
    WHEN p_expected = -4 AND revision < 0 AND NOT v_has_metadata THEN 'wrong-revision'
    WHEN p_expected >= -1 AND p_expected <> revision
      AND NOT (p_expected = -1 AND event_store.is_soft_deleted(p_stream)) THEN 'wrong-revision'
    WHEN NOT p_tombstone AND revision < 0 AND NOT v_has_metadata THEN 'wrong-revision'
    ELSE 'appended'
  END;
  IF outcome <> 'appended' THEN
    RETURN;
  END IF;

  head := head + 1;
  "position" := head;
  IF p_tombstone THEN
    INSERT INTO event_store.streams (name, tombstoned) VALUES (p_stream, true), ('$$' || p_stream, true)
    ON CONFLICT (name) DO UPDATE SET tombstoned = true;
    INSERT INTO event_store.events (position, stream, revision, event_id, type, is_json, created, data, metadata)
    VALUES (head, p_stream, 9223372036854775807, gen_random_uuid(), '$streamDeleted', false, p_created, '', '');
  ELSE
    PERFORM event_store.write_event(
      '$$' || p_stream, '$metadata', convert_to('{"$tb":9223372036854775807}', 'UTF8'), head, p_created);
    IF NOT starts_with(p_stream, '$$') THEN
      PERFORM event_store.set_retention(p_stream, NULL, NULL, 9223372036854775807);
    END IF;
  END IF;
  UPDATE event_store.head SET position = delete_stream.head;
END $function$;
`;
