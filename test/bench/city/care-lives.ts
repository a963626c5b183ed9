import { type AdmissionReviewed, admissionStream } from '#libs/admission';
import { type HandoffPhase, type ProjectEvent } from '#libs/projects';
import type { Life, Setting } from './lives.js';
import { codeOf, leaderOf } from './leader-lives.js';
import { laterThan, projectName } from './project-events.js';
import type { Random } from './random.js';
import { type StreamWriter, streamWriter } from './stream-writer.js';

const KEY_LEVELS = ['national', 'provincial', 'municipal', 'district'] as const;
const PHASES = ['negotiation', 'construction', 'service'] as const satisfies readonly HandoffPhase[];

const anyUnit = (random: Random): string => codeOf('unit', 1 + random.below(24));

/** Whom a new project is given to, what it is classed as, and how its review before signing came out. */
export function* careLife(setting: Setting, project: StreamWriter): Life {
  const { random, today } = setting;
  const write = (event: ProjectEvent) => [project.write([event])];
  if (random.chance(0.5)) yield* admissionLife(setting);
  if (random.chance(0.4))
    yield write({
      type: 'GroupAssigned',
      data: { group: codeOf('group', 1 + random.below(8)), occurredOn: today() },
    });
  if (random.chance(0.3)) yield* leaderLife(setting, project);
  if (random.chance(0.3)) {
    const classed = random.pick(['major', 'medium', 'minor']);
    yield write({ type: 'ProjectClassed', data: { class: classed, rules: 1, occurredOn: today() } });
  }
  if (random.chance(0.02)) {
    const level = random.pick(KEY_LEVELS);
    yield write({ type: 'KeyProjectDesignated', data: { level, year: 2022, occurredOn: today() } });
  }
}

/** A leader takes charge, most with 六定, of which some are never done. */
function* leaderLife({ actor, random, today }: Setting, project: StreamWriter): Life {
  const write = (event: ProjectEvent) => project.write([event]);
  const account = leaderOf(random);
  yield [write({ type: 'LeaderAttached', data: { account, duty: '挂钩领导', occurredOn: today() } })];
  if (random.chance(0.4)) return;
  const task = { matter: '用地报批', target: '按期开工', leader: account, unit: actor.unit, requirement: '按月调度' };
  const fixed = write({
    type: 'ResponsibilityFixed',
    data: { ...task, due: laterThan(today(), 3), occurredOn: today() },
  });
  yield [fixed];
  if (random.chance(0.4)) return;
  const taskEventId = fixed.events[0]?.id ?? '';
  yield [
    write({ type: 'ResponsibilityDone', data: { taskEventId, result: '已办结', evidence: [], occurredOn: today() } }),
  ];
}

/** What goes otherwise than planned: another name, another unit, works that stop. */
export function* troubleLife({ actor, random, today }: Setting, project: StreamWriter): Life {
  const write = (event: ProjectEvent) => [project.write([event])];
  if (random.chance(0.01))
    yield write({ type: 'ProjectDetailsChanged', data: { name: projectName(random), occurredOn: today() } });
  if (random.chance(0.03)) {
    const toUnit = anyUnit(random);
    const handoff = { fromUnit: actor.unit, toUnit, phase: random.pick(PHASES), occurredOn: today() };
    if (toUnit !== actor.unit) yield write({ type: 'HandedOver', data: handoff });
  }
  if (!random.chance(0.05)) return;
  yield write({ type: 'ProjectSuspended', data: { cause: '资金未到位', forceMajeure: false, occurredOn: today() } });
  if (random.chance(0.5)) yield write({ type: 'ProjectResumed', data: { occurredOn: today() } });
}

/** How a project that got stuck may end. */
export function* endLife({ random, today }: Setting, project: StreamWriter): Life {
  const write = (event: ProjectEvent) => [project.write([event])];
  if (random.chance(0.1)) {
    const ended = { reason: '投资方放弃', by: 'investor', occurredOn: today() } as const;
    yield write({ type: 'ContractTerminated', data: { ...ended, evidence: [] } });
  } else if (random.chance(0.01)) {
    const found = { kind: 'project', finding: '查无此项目', approver: 'approver-1' } as const;
    yield write({ type: 'FraudFound', data: { ...found, eventIds: [], occurredOn: today() } });
  }
}

/** A review before signing; one in seven fails, and of those some are let in all the same. */
function* admissionLife({ id, actor, random, today }: Setting): Life {
  const admission = streamWriter(admissionStream(id), actor);
  const total = 50 + random.below(50);
  const passed = !random.chance(1 / 7);
  const review: AdmissionReviewed['data'] = {
    unit: actor.unit,
    projectName: projectName(random),
    policyVersion: 1,
    facts: { investment: String(5000 + random.below(90_000)) },
    results: [{ check: 'investment', name: '投资强度', passed, value: String(random.below(500)), atLeast: '300' }],
    quality: { scores: [], total, passScore: 60, passed: total >= 60 },
    verdict: passed ? 'admitted' : 'refused',
    evidence: [],
    occurredOn: today(),
  };
  yield [admission.write([{ type: 'AdmissionReviewed', data: review }])];
  if (passed || !random.chance(0.2)) return;
  const word = { unit: actor.unit, approver: 'approver-1', reason: '强链补链', evidence: [], occurredOn: today() };
  yield [admission.write([{ type: 'AdmissionOverridden', data: word }])];
}
