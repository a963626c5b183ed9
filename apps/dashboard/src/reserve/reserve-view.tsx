import { type Address } from '../address.js';
import { ReserveList } from './reserve-list.js';
import { ReservePage } from './reserve-page.js';

/** The list, or the one entry that the address names. */
export default function ReserveView({ address }: { address: Address }) {
  const id = address.path[1];
  return id ? <ReservePage key={id} id={id} address={address} /> : <ReserveList address={address} />;
}
