/** Whether an append is the repeat of an earlier one, and then which events it repeats. */
export const REPEAT_FUNCTIONS = `
-- An older revision was expected: the append is a repeat if exactly its events follow that revision.
CREATE FUNCTION event_store.judge_repeat_at(
  p_stream text, p_expected bigint, p_deleted boolean, p_event_ids uuid[],
  OUT outcome text, OUT revision bigint, OUT "position" bigint
) LANGUAGE plpgsql STABLE AS $function$
DECLARE
  v_equal       bigint;
  v_first_equal boolean;
BEGIN
  SELECT count(*), coalesce(bool_or(e.revision = p_expected + 1), false), max(e.revision), max(e.position)
  INTO v_equal, v_first_equal, revision, position
  FROM event_store.events e
  WHERE e.stream = p_stream
    AND e.revision BETWEEN p_expected + 1 AND p_expected + cardinality(p_event_ids)
    AND e.event_id = p_event_ids[e.revision - p_expected];
  outcome := CASE
    WHEN v_equal > 0 AND v_equal = cardinality(p_event_ids) THEN 'repeated'
    WHEN p_expected = -1 AND p_deleted AND NOT v_first_equal AND cardinality(p_event_ids) > 0 THEN 'appended'
    ELSE 'wrong-revision'
  END;
END $function$;

-- No revision was expected: the append is a repeat if the stream holds all its events, new if it lacks the first.
CREATE FUNCTION event_store.judge_repeat_anywhere(
  p_stream text, p_event_ids uuid[], OUT outcome text, OUT revision bigint, OUT "position" bigint
) LANGUAGE plpgsql STABLE AS $function$
DECLARE
  v_found bigint;
  v_first bigint;
BEGIN
  SELECT count(f.revision), (array_agg(f.revision ORDER BY i))[1], (array_agg(f.revision ORDER BY i DESC))[1],
    (array_agg(f.position ORDER BY i DESC))[1]
  INTO v_found, v_first, revision, position
  FROM generate_subscripts(p_event_ids, 1) i
  LEFT JOIN LATERAL (
    SELECT e.revision, e.position FROM event_store.events e
    WHERE e.event_id = p_event_ids[i] AND e.stream = p_stream ORDER BY e.revision DESC LIMIT 1
  ) f ON true;
  outcome := CASE
    WHEN v_first IS NULL THEN 'appended'
    WHEN v_found = cardinality(p_event_ids) THEN 'repeated'
    ELSE 'wrong-revision'
  END;
END $function$;
`;
