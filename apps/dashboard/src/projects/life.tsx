import { type ProjectState } from '../api.js';
import { ThingHistory } from '../events/thing-history.js';
import { useAnswer } from '../queries.js';
import { Loading } from '../ui/loading.js';
import { ProblemNote } from '../ui/problem-note.js';
import { VisitsOfProject } from '../visits/visits-of.js';
import { type Plan, type ProjectShown } from './answers.js';
import { Approvals } from './approvals.js';
import { ContractTerms } from './contract-terms.js';
import { Family } from './family.js';
import { Promises } from './promises.js';
import { Reports } from './reports.js';
import { WallChart } from './wall-chart.js';

interface Props {
  readonly id: string;
  readonly project: ProjectState;
  readonly on: string | undefined;
  readonly asOf: string | undefined;
}

/** What belongs to a project besides its own events: promises, plan, approvals, reports and kin. */
export function Life({ id, project, on, asOf }: Props) {
  const plan = useAnswer<Plan>(`projects/${id}/plan`, { on, asOf });
  // Reports are answered as they stand now, so a page of another moment leaves them out.
  const isPresent = !on && !asOf;
  const shown = useAnswer<ProjectShown>(`projects/${id}`);
  const record = isPresent ? shown.data?.record : undefined;
  const error = plan.error ?? shown.error;
  if (error) return <ProblemNote error={error} retry={() => Promise.all([plan.refetch(), shown.refetch()])} />;
  if (!plan.data || !shown.data) return <Loading rows={6} />;
  return (
    <>
      {record?.contract && <ContractTerms contract={record.contract} />}
      <Promises nodes={plan.data.milestones} />
      {record && <Reports record={record} />}
      {!isPresent && <p className="note">各月投资、各笔资金和各年产出只按此刻列出，选择“此刻”且不选业务日时可见。</p>}
      <WallChart plan={plan.data} />
      <ThingHistory path={`projects/${encodeURIComponent(id)}/plan`} moment={{ on, asOf }} title="计划编制与修订" />
      <Approvals project={id} on={on} asOf={asOf} />
      <VisitsOfProject project={id} lead={project.leadId} asOf={asOf} />
      <Family id={id} parentId={project.parentProjectId} creditCode={project.creditCode} asOf={asOf} />
    </>
  );
}
