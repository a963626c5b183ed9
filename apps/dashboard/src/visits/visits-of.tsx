import { useWholeList } from '../queries.js';
import { ProblemNote } from '../ui/problem-note.js';
import { type Visit } from './answers.js';
import { VisitTable } from './visit-table.js';

/** The visits that were made for a lead; nothing where there were none. */
export function VisitsOfLead({ lead, asOf }: { lead: string; asOf?: string }) {
  const { data, error, refetch } = useWholeList<Visit>('visits', { lead, asOf, limit: '500' });
  if (error) return <ProblemNote error={error} retry={refetch} />;
  return <Visits visits={data ?? []} />;
}

/** The visits that were made for a project, and for the lead that it was before: 三个亲自 counts both. */
export function VisitsOfProject({ project, lead, asOf }: { project: string; lead?: string; asOf?: string }) {
  const own = useWholeList<Visit>('visits', { project, asOf, limit: '500' });
  const before = useWholeList<Visit>(lead ? 'visits' : undefined, { lead, asOf, limit: '500' });
  const error = own.error ?? before.error;
  if (error) return <ProblemNote error={error} retry={() => Promise.all([own.refetch(), before.refetch()])} />;
  const visits = new Map([...(own.data ?? []), ...(before.data ?? [])].map((visit) => [visit.id, visit]));
  return <Visits visits={[...visits.values()].toSorted((one, other) => other.lastDay.localeCompare(one.lastDay))} />;
}

function Visits({ visits }: { visits: readonly Visit[] }) {
  if (visits.length === 0) return null;
  return (
    <section aria-labelledby="visits">
      <h2 id="visits">外出与接待</h2>
      <VisitTable visits={visits} />
    </section>
  );
}
