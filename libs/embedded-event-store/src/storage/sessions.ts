const SETTINGS = {
  plan_cache_mode: 'force_generic_plan',
  enable_seqscan: 'off',
  enable_bitmapscan: 'off',
  enable_hashjoin: 'off',
  enable_mergejoin: 'off',
  jit: 'off',
};

/**
 * The address of a database, with the settings of the store's sessions. Every statement of the store has an index that
 * fits, whatever its parameters: plan once, and by index. Without these settings, plans made while the tables are
 * nearly empty would scan them whole, and a session keeps its plans for long after they have grown; and the append
 * function would spend more time on planning than on writing.
 */
export function withSessionSettings(databaseUrl: string): string {
  const url = new URL(databaseUrl);
  const own = Object.entries(SETTINGS).map(([name, value]) => `-c ${name}=${value}`);
  url.searchParams.set('options', [url.searchParams.get('options') ?? '', ...own].join(' ').trim());
  return url.href;
}
