import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { CommandRunner } from '#libs/command-handling';
import { refuseUnless } from '#libs/eventsourcing';
import { type UnitCode } from '#libs/values';
import { leadDecider } from '../../domain/lead.decider.js';
import { leadStream } from '../../domain/lead.events.js';
import { type Lead, viewersOf } from '../../domain/lead.state.js';

type LeadAnswer = { id: string; revision: string } & Omit<Lead, 'steps'>;

/** `visibleUnit` hides leads that the unit has no part in. */
export class GetLead extends Query<LeadAnswer> {
  constructor(
    readonly id: string,
    readonly visibleUnit: UnitCode | undefined,
  ) {
    super();
  }
}

/** Folds the lead's own stream: the answer is never behind. */
@QueryHandler(GetLead)
export class GetLeadHandler implements IQueryHandler<GetLead> {
  constructor(private readonly runner: CommandRunner) {}

  /** @throws Refusal LEAD.UNKNOWN, also for one that the asker may not see. */
  async execute({ id, visibleUnit }: GetLead): Promise<LeadAnswer> {
    const { state, revision } = await this.runner.read(leadStream(id), leadDecider);
    const visible = state && (visibleUnit === undefined || viewersOf(state).includes(visibleUnit));
    refuseUnless(visible, 'not-found', 'LEAD.UNKNOWN', '没有这条线索');
    const { steps, ...lead } = state;
    return { id, revision: String(revision), ...lead };
  }
}
