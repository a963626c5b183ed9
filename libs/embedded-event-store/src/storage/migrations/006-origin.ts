/** As in a real server, the log starts with an event of the system's own; here it names the store. */
export const ORIGIN_EVENT = `
SELECT event_store.write_event(
  '$store', '$store-created', convert_to(jsonb_build_object('storeId', gen_random_uuid())::text, 'UTF8'),
  1, (extract(epoch FROM clock_timestamp()) * 10000000)::bigint);
UPDATE event_store.head SET position = 1;
`;
