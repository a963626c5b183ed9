import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { CommandRunner } from '#libs/command-handling';
import { refuseUnless } from '#libs/eventsourcing';
import { type UnitCode } from '#libs/values';
import { type LeadState, leadDecider } from '../../domain/lead.decider.js';
import { leadStream } from '../../domain/lead.events.js';

type LeadAnswer = { id: string; revision: string } & NonNullable<LeadState>;

/** `visibleUnit` hides other units' leads. */
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
    const visible = state && (visibleUnit === undefined || visibleUnit === state.unit);
    refuseUnless(visible, 'not-found', 'LEAD.UNKNOWN', '没有这条线索');
    return { id, revision: String(revision), ...state };
  }
}
