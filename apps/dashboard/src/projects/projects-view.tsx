import { type Address } from '../address.js';
import { ProjectList } from './project-list.js';
import { ProjectPage } from './project-page.js';

/** The list, or the one project that the address names. */
export default function ProjectsView({ address }: { address: Address }) {
  const id = address.path[1];
  return id ? <ProjectPage key={id} id={id} address={address} /> : <ProjectList address={address} />;
}
