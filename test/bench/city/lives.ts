import type { Actor } from '#libs/access';
import { type LeadCaptured, leadStream } from '#libs/leads';
import { projectStream } from '#libs/projects';
import { type Day, derivedId, digestOf } from '#libs/values';
import { visitStream } from '#libs/visits';
import type { Append } from '../support/load-log.js';
import { CHAINS, PLACES, landSecured, opened, outputReached, signed, started, voided } from './project-events.js';
import type { Random } from './random.js';
import { type CommandMark, type StreamWriter, streamWriter } from './stream-writer.js';

export interface OpenedProject {
  readonly id: string;
  readonly unit: string;
}

/** What something in the city is made of; `today` moves on between its steps. */
export interface Setting {
  readonly id: string;
  readonly actor: Actor;
  readonly random: Random;
  readonly today: () => Day;
  /** The documented projects that were opened so far. */
  readonly projects: OpenedProject[];
}

/** What happens to a project, a lead or a visit, command by command; a few commands make more than one append. */
export type Life = Generator<Append[], void, void>;

/** Most projects come to an end before output; what an inspection finds false is recorded again. */
export function* projectLife({ id, actor, random, today }: Setting): Life {
  const project = streamWriter(projectStream(id), actor);
  const opening = opened(random, actor.unit, today());
  if (random.chance(0.6)) yield [project.write([opening, signed(random, today())])];
  else {
    yield [project.write([opening])];
    yield [project.write([signed(random, today())])];
  }
  yield* afterContract(project, random, today);
}

function* afterContract(project: StreamWriter, random: Random, today: () => Day): Life {
  if (random.chance(0.7)) yield [project.write([landSecured(random, today())])];
  if (!random.chance(0.65)) return;
  yield [project.write([started(random, today())])];
  while (random.chance(0.5)) {
    const output = project.write([outputReached(random, today())]);
    yield [output];
    if (random.chance(0.8)) return;
    yield [project.write([voided(random, 'output', output.events[0]?.id ?? '', today())])];
  }
}

/** A lead that is qualified may become a project, which then goes the way of all projects. */
export function* leadLife(setting: Setting): Life {
  const { id, actor, random, today } = setting;
  const lead = streamWriter(leadStream(id), actor);
  yield [lead.write([captured(random, actor.unit, today())])];
  if (!random.chance(0.7)) {
    yield [lead.write([{ type: 'LeadRejected', data: { reason: '不符合产业导向', occurredOn: today() } }])];
    return;
  }
  yield [lead.write([{ type: 'LeadQualified', data: { note: '已实地考察', occurredOn: today() } }])];
  if (random.chance(0.5)) yield* convertedLead(lead, setting);
}

function captured(random: Random, unit: string, occurredOn: Day): LeadCaptured {
  const expectedInvestment = String(5_000 + random.below(90_000));
  const where = { region: random.pick(PLACES), chain: random.pick(CHAINS) };
  return {
    type: 'LeadCaptured',
    data: {
      title: '意向投资线索',
      unit,
      enterprise: '某某科技有限公司',
      expectedInvestment,
      ...where,
      channel: 'unit',
      occurredOn,
    },
  };
}

/** The project opens by the command that the conversion entails, so that whoever repeats that command finds it done. */
function* convertedLead(lead: StreamWriter, { id, actor, random, today }: Setting): Life {
  const projectId = derivedId('project', id);
  const occurredOn = today();
  const opening = opened(random, actor.unit, occurredOn, id);
  const { name, unit, place, chain } = opening.data;
  const project = streamWriter(projectStream(projectId), actor);
  const mark: CommandMark = {
    commandId: derivedId('open-converted-lead', id),
    commandHash: digestOf({ name, unit, place, chain, leadId: id, occurredOn }),
  };
  yield [
    lead.write([{ type: 'LeadConverted', data: { projectId, project: { name, unit, place, chain }, occurredOn } }]),
    project.write([opening], mark),
  ];
  if (!random.chance(0.7)) return;
  yield [project.write([signed(random, today())])];
  yield* afterContract(project, random, today);
}

/** A visit is logged once, when it is over. */
export function* visitLife({ id, actor, random, today }: Setting): Life {
  const visit = streamWriter(visitStream(id), actor);
  const day = today();
  const kind = random.chance(0.7) ? 'outing' : 'reception';
  const days = { from: day, to: day, occurredOn: day };
  const data = {
    unit: actor.unit,
    kind,
    leaderDuty: '县委书记',
    place: random.pick(PLACES),
    purpose: '项目洽谈',
    ...days,
  };
  yield [visit.write([{ type: 'VisitLogged', data }])];
}
