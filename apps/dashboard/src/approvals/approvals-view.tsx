import { type Address } from '../address.js';
import { ApprovalList } from './approval-list.js';
import { ApprovalPage } from './approval-page.js';

/** The list, or the one approval that the address names. */
export default function ApprovalsView({ address }: { address: Address }) {
  const id = address.path[1];
  return id ? <ApprovalPage key={id} id={id} address={address} /> : <ApprovalList address={address} />;
}
