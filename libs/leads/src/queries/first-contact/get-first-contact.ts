import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { CommandRunner } from '#libs/command-handling';
import { refuseUnless } from '#libs/eventsourcing';
import { type UnitCode } from '#libs/values';
import { firstContactsAbout } from '../../commands/first-contacts-of.js';
import { requireLead } from '../../commands/require-lead.js';
import { type FirstContact, firstContactDecider } from '../../domain/first-contact.js';
import { viewersOf } from '../../domain/lead.state.js';

/** `visibleUnit` hides leads that the unit has no part in. */
export class GetFirstContact extends Query<FirstContact | { standing: 'unclaimed'; claims: [] }> {
  constructor(
    readonly leadId: string,
    readonly visibleUnit: UnitCode | undefined,
  ) {
    super();
  }
}

/** Who claims to have met a lead's enterprise first, from the investor's own stream. */
@QueryHandler(GetFirstContact)
export class GetFirstContactHandler implements IQueryHandler<GetFirstContact> {
  constructor(private readonly runner: CommandRunner) {}

  /** @throws Refusal LEAD.UNKNOWN, also for one that the asker may not see. */
  async execute({
    leadId,
    visibleUnit,
  }: GetFirstContact): Promise<FirstContact | { standing: 'unclaimed'; claims: [] }> {
    const lead = await requireLead(this.runner, leadId);
    const visible = visibleUnit === undefined || viewersOf(lead).includes(visibleUnit);
    refuseUnless(visible, 'not-found', 'LEAD.UNKNOWN', '没有这条线索');
    const { state } = await this.runner.read(await firstContactsAbout(this.runner, leadId, lead), firstContactDecider);
    return state ?? { standing: 'unclaimed', claims: [] };
  }
}
