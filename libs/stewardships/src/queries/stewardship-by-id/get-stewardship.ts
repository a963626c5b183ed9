import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { CommandRunner } from '#libs/command-handling';
import { refuseUnless } from '#libs/eventsourcing';
import { type UnitCode } from '#libs/values';
import { stewardshipDecider } from '../../domain/stewardship.decider.js';
import { stewardshipStream } from '../../domain/stewardship.events.js';
import { type Stewardship } from '../../domain/stewardship.state.js';

type StewardshipAnswer = { id: string; revision: string } & Stewardship;

/** `visibleUnit` hides what other units answer for. */
export class GetStewardship extends Query<StewardshipAnswer> {
  constructor(
    readonly id: string,
    readonly visibleUnit: UnitCode | undefined,
  ) {
    super();
  }
}

/** Folds the stewardship's own stream: the answer is never behind. */
@QueryHandler(GetStewardship)
export class GetStewardshipHandler implements IQueryHandler<GetStewardship> {
  constructor(private readonly runner: CommandRunner) {}

  /** @throws Refusal STEWARDSHIP.UNKNOWN, also for one that the asker may not see. */
  async execute({ id, visibleUnit }: GetStewardship): Promise<StewardshipAnswer> {
    const { state, revision } = await this.runner.read(stewardshipStream(id), stewardshipDecider);
    const visible = state && (visibleUnit === undefined || visibleUnit === state.unit);
    refuseUnless(visible, 'not-found', 'STEWARDSHIP.UNKNOWN', '没有领导挂钩记录');
    return { id, revision: String(revision), ...state };
  }
}
