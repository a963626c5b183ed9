import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { CommandRunner } from '#libs/command-handling';
import { refuseUnless } from '#libs/eventsourcing';
import { type UnitCode } from '#libs/values';
import { type VisitState, visitDecider } from '../../domain/visit.decider.js';
import { visitStream } from '../../domain/visit.events.js';

type VisitAnswer = { id: string; revision: string } & NonNullable<VisitState>;

/** `visibleUnit` hides other units' visits. */
export class GetVisit extends Query<VisitAnswer> {
  constructor(
    readonly id: string,
    readonly visibleUnit: UnitCode | undefined,
  ) {
    super();
  }
}

/** Folds the visit's own stream: the answer is never behind. */
@QueryHandler(GetVisit)
export class GetVisitHandler implements IQueryHandler<GetVisit> {
  constructor(private readonly runner: CommandRunner) {}

  /** @throws Refusal VISIT.UNKNOWN, also for one that the asker may not see. */
  async execute({ id, visibleUnit }: GetVisit): Promise<VisitAnswer> {
    const { state, revision } = await this.runner.read(visitStream(id), visitDecider);
    const visible = state && (visibleUnit === undefined || visibleUnit === state.unit);
    refuseUnless(visible, 'not-found', 'VISIT.UNKNOWN', '没有这条外出（接待）记录');
    return { id, revision: String(revision), ...state };
  }
}
