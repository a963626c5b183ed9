import { type Address } from '../address.js';
import { ApprovalList } from './approval-list.js';
import { ApprovalPage } from './approval-page.js';
import { ListedPage } from './listed-page.js';

/** The approvals, what the published list says of all, or the one approval that the address names. */
export default function ApprovalsView({ address }: { address: Address }) {
  const id = address.path[1];
  if (id === 'list') return <ListedPage address={address} />;
  return id ? <ApprovalPage key={id} id={id} address={address} /> : <ApprovalList address={address} />;
}
