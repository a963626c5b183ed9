import { ensureBuilt } from '../../../scripts/build.mjs';

/** The page that is tested is the page as it is now. */
export default async function buildPage() {
  if ((await ensureBuilt()) !== 0) throw new Error('the build failed');
}
