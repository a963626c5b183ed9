import { type Address } from '../address.js';
import { LeadList } from './lead-list.js';
import { LeadPage } from './lead-page.js';

/** The list, or the one lead that the address names. */
export default function LeadsView({ address }: { address: Address }) {
  const id = address.path[1];
  return id ? <LeadPage key={id} id={id} address={address} /> : <LeadList address={address} />;
}
