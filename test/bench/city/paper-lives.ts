import { type ApprovalEvent, type ApprovalKind, approvalId, approvalStream } from '#libs/approvals';
import { type PlannedMilestone, planStream } from '#libs/plans';
import type { Life, Setting } from './lives.js';
import { laterThan, paper } from './project-events.js';
import { streamWriter } from './stream-writer.js';

const NODES = ['land', 'permit', 'start', 'completion', 'production'] as const;
const NODE_NAMES = { land: '拿地', permit: '施工许可', start: '开工', completion: '竣工', production: '投产' } as const;

/** The wall chart of a project, and in which month of the year it is to start. */
export function* planLife({ id, actor, random, today }: Setting): Life {
  const plan = streamWriter(planStream(id), actor);
  const occurredOn = today();
  let months = 0;
  const milestones = NODES.map((code, index): PlannedMilestone => {
    months += random.below(2);
    return { code, name: NODE_NAMES[code], plannedOn: laterThan(occurredOn, months), order: index + 1 };
  });
  const owner = { projectId: id, unit: actor.unit, occurredOn };
  const startMonth = laterThan(occurredOn, 1 + random.below(6)).slice(0, 7);
  const year = { year: 2022, investment: String(1000 + random.below(20_000)), startMonth };
  yield [plan.write([{ type: 'PlanBaselined', data: { ...owner, milestones } }])];
  yield [plan.write([{ type: 'AnnualPlanSet', data: { ...owner, ...year } }])];
}

/** An approval from its request to its grant; one in six is never decided. */
export function* approvalLife({ id, actor, random, today }: Setting, kind: ApprovalKind): Life {
  const approval = streamWriter(approvalStream(approvalId(id, kind)), actor);
  const write = (event: ApprovalEvent) => [approval.write([event])];
  const limit = { days: 'working', statutoryLimit: 5 + random.below(40) } as const;
  const asked = { projectId: id, unit: actor.unit, kind, department: `unit-0${1 + random.below(9)}`, ...limit };
  yield write({ type: 'ApprovalRequested', data: { ...asked, evidence: [], occurredOn: today() } });
  const missing = random.chance(0.2) ? { papers: ['总平面图'], by: laterThan(today(), 1) } : undefined;
  yield write({ type: 'ApprovalAccepted', data: { ...(missing && { missing }), occurredOn: today() } });
  if (random.chance(1 / 6)) return;
  if (missing) yield write({ type: 'ApprovalOwedSupplied', data: { evidence: [], occurredOn: today() } });
  const number = `皖批〔2022〕${100 + random.below(900)}号`;
  const proof = { evidence: paper(random, 'approval-document'), grade: 'documented' } as const;
  yield write({ type: 'ApprovalGranted', data: { number, ...proof, occurredOn: today() } });
}
