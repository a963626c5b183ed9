import { useWholeList } from '../queries.js';
import { ProblemNote } from '../ui/problem-note.js';
import { type Visit } from './answers.js';
import { VisitTable } from './visit-table.js';

/** The visits that were made for a project or a lead; nothing where there were none. */
export function VisitsOf(subject: { readonly project: string } | { readonly lead: string }) {
  const { data, error, refetch } = useWholeList<Visit>('visits', { ...subject, limit: '500' });
  if (error) return <ProblemNote error={error} retry={refetch} />;
  if (!data || data.length === 0) return null;
  return (
    <section aria-labelledby="visits">
      <h2 id="visits">外出与接待</h2>
      <VisitTable visits={data} />
    </section>
  );
}
