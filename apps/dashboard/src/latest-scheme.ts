import { type SchemeName } from './api.js';

/** The scheme whose period ends last: the one that readers mean when they name none. */
export const latestScheme = (schemes: readonly SchemeName[]): SchemeName | undefined =>
  schemes.reduce<SchemeName | undefined>(
    (latest, scheme) => (latest && latest.period.to >= scheme.period.to ? latest : scheme),
    undefined,
  );
