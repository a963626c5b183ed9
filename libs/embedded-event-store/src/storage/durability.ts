import type { ClientBase } from 'pg';

const MUST_BE_ON = ['fsync', 'full_page_writes', 'synchronous_commit'] as const;

/**
 * The settings without which an acknowledged event can be lost, as they would have to be changed.
 * `synchronous_commit` may also be `remote_apply`, which waits for more than `on` does.
 */
export function unsafeSettings(settings: Readonly<Record<string, string>>): string[] {
  return MUST_BE_ON.filter((name) => {
    const value = settings[name];
    return value !== 'on' && !(name === 'synchronous_commit' && value === 'remote_apply');
  }).map((name) => `${name} = ${settings[name] ?? 'unknown'}`);
}

/** Throws unless this session's commits survive a crash of the machine. */
export async function refuseUnlessDurable(client: ClientBase): Promise<void> {
  const { rows } = await client.query<{ name: string; setting: string }>(
    'SELECT name, setting FROM pg_settings WHERE name = ANY ($1)',
    [MUST_BE_ON],
  );
  const unsafe = unsafeSettings(Object.fromEntries(rows.map(({ name, setting }) => [name, setting])));
  if (unsafe.length > 0) {
    throw new Error(
      `The event store does not start on this database: ${unsafe.join(', ')}. ` +
        'fsync, full_page_writes and synchronous_commit must be on, else acknowledged events can be lost.',
    );
  }
}
