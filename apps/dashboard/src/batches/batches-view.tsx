import { type Address } from '../address.js';
import { BatchList } from './batch-list.js';
import { BatchPage } from './batch-page.js';

/** The list, or the one 集中活动 that the address names. */
export default function BatchesView({ address }: { address: Address }) {
  const id = address.path[1];
  return id ? <BatchPage key={id} id={id} address={address} /> : <BatchList address={address} />;
}
