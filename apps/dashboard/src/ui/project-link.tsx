import { formatAddress } from '../address.js';

/** Leads to a project's page as it was known when the figure was counted. */
export function ProjectLink({ id, name, asOf }: { id: string; name: string; asOf?: string }) {
  return <a href={formatAddress({ path: ['projects', id], params: asOf ? { asOf } : {} })}>{name}</a>;
}
