import { type Address } from '../address.js';
import { InPersonPage } from './in-person-page.js';
import { VisitList } from './visit-list.js';
import { VisitPage } from './visit-page.js';

/** The list, 三个亲自 by project, or the one visit that the address names. */
export default function VisitsView({ address }: { address: Address }) {
  const name = address.path[1];
  if (name === 'in-person') return <InPersonPage address={address} />;
  return name ? <VisitPage key={name} id={name} address={address} /> : <VisitList address={address} />;
}
