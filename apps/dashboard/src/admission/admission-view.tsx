import { type Address } from '../address.js';
import { AdmissionList } from './admission-list.js';
import { AdmissionPage } from './admission-page.js';

/** The list, or the admission of the project that the address names. */
export default function AdmissionView({ address }: { address: Address }) {
  const id = address.path[1];
  return id ? <AdmissionPage key={id} id={id} address={address} /> : <AdmissionList address={address} />;
}
