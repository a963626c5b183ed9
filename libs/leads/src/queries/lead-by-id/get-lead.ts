import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { resolveAsOf } from '#libs/audit';
import { CommandRunner } from '#libs/command-handling';
import { SQL, type Sql } from '#libs/database';
import { refuseUnless } from '#libs/eventsourcing';
import { type UnitCode } from '#libs/values';
import { leadDecider } from '../../domain/lead.decider.js';
import { leadStream } from '../../domain/lead.events.js';
import { type Lead, viewersOf } from '../../domain/lead.state.js';
import { type MergedLead, leadsMergedInto } from '../merged-leads.query.js';

type LeadAnswer = { id: string; revision: string; merged: MergedLead[] } & Omit<Lead, 'steps'>;

/** `visibleUnit` hides leads that the unit has no part in. */
export class GetLead extends Query<LeadAnswer> {
  constructor(
    readonly id: string,
    readonly visibleUnit: UnitCode | undefined,
  ) {
    super();
  }
}

/** Folds the lead's own stream: the answer is never behind, but for the leads merged into it. */
@QueryHandler(GetLead)
export class GetLeadHandler implements IQueryHandler<GetLead> {
  constructor(
    private readonly runner: CommandRunner,
    @Inject(SQL) private readonly sql: Sql,
  ) {}

  /** @throws Refusal LEAD.UNKNOWN, also for one that the asker may not see. */
  async execute({ id, visibleUnit }: GetLead): Promise<LeadAnswer> {
    const { state, revision } = await this.runner.read(leadStream(id), leadDecider);
    const visible = state && (visibleUnit === undefined || viewersOf(state).includes(visibleUnit));
    refuseUnless(visible, 'not-found', 'LEAD.UNKNOWN', '没有这条线索');
    const { steps, ...lead } = state;
    const { seq: asOf } = await resolveAsOf(this.sql, undefined);
    return { id, revision: String(revision), ...lead, merged: await leadsMergedInto(this.sql, id, { asOf }) };
  }
}
