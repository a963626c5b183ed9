import { fileURLToPath } from 'node:url';

/** The project's folder, seen from the source file and from the built one (under dist/) alike. */
export const PROJECT_ROOT = fileURLToPath(
  new URL(import.meta.url.endsWith('.ts') ? '../../..' : '../../../..', import.meta.url),
);
