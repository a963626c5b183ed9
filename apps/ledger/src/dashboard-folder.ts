import { join } from 'node:path';
import { PROJECT_ROOT } from './project-root.js';

/** Where the build puts the page. */
export const DASHBOARD_FOLDER = join(PROJECT_ROOT, 'dist/dashboard');
