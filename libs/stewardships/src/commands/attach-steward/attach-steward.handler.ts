import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { requireReach } from '#libs/access';
import { type Answer, CommandRunner, answerOf } from '#libs/command-handling';
import { factsOf } from '#libs/contract';
import { refuseUnless } from '#libs/eventsourcing';
import { type UnitKind, requireUnit, requireUnitOfKind } from '#libs/units';
import { canonicalStewarded, stewardshipOf } from '../../domain/stewarded.js';
import { stewardshipDecider } from '../../domain/stewardship.decider.js';
import { type StewardedKind, stewardshipStream } from '../../domain/stewardship.events.js';
import { AttachSteward, type AttachStewardBody } from './attach-steward.command.js';

/** What a park or district is in the register of units. */
const UNIT_KIND_OF: Readonly<Partial<Record<StewardedKind, UnitKind>>> = {
  park: 'development-zone',
  district: 'district',
};

@CommandHandler(AttachSteward)
export class AttachStewardHandler implements ICommandHandler<AttachSteward> {
  constructor(private readonly runner: CommandRunner) {}

  async execute({ body, context }: AttachSteward): Promise<Answer> {
    const id = stewardshipOf(body);
    const done = await this.runner.runPrepared({
      stream: stewardshipStream(id),
      decider: stewardshipDecider,
      authorize: (state) => state && requireReach(context.actor, state.unit),
      command: async () => {
        requireReach(context.actor, body.unit);
        await this.requireNamed(body);
        return { kind: 'attach-steward' as const, facts: canonicalStewarded(factsOf(body)), today: context.today };
      },
      context,
    });
    return answerOf(id, done);
  }

  /** @throws Refusal UNIT.UNKNOWN, UNIT.WRONG_KIND, STEWARDSHIP.NAME_OF_UNIT */
  private async requireNamed({ kind, code, name, unit, occurredOn }: AttachStewardBody): Promise<void> {
    await requireUnit(this.runner, unit, 'unit', occurredOn);
    const unitKind = UNIT_KIND_OF[kind];
    if (!unitKind) return;
    refuseUnless(!name, 'invalid', 'STEWARDSHIP.NAME_OF_UNIT', '园区、区县以登记的单位名称为准，不另填名称', 'name');
    await requireUnitOfKind(this.runner, unitKind, code, 'code', occurredOn);
  }
}
