import { type Address } from '../address.js';
import { ResponsibilitiesPage } from './responsibilities-page.js';
import { StewardList } from './steward-list.js';
import { StewardshipPage } from './stewardship-page.js';

/** Who answers for projects, or which leaders look after enterprises, parks and districts, or one of these. */
export default function ResponsibilitiesView({ address }: { address: Address }) {
  const [, side, id] = address.path;
  if (side !== 'stewardships') return <ResponsibilitiesPage address={address} />;
  return id ? <StewardshipPage key={id} id={id} address={address} /> : <StewardList address={address} />;
}
