import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { CommandRunner } from '#libs/command-handling';
import { DayField, ReadRequest } from '#libs/contract';
import { SQL, type Sql } from '#libs/database';
import { refuseUnless } from '#libs/eventsourcing';
import { unitNames } from '#libs/units';
import { type Day, type UnitCode, dayOf } from '#libs/values';
import { reserveDecider } from '../../domain/reserve.decider.js';
import { reserveStream } from '../../domain/reserve.events.js';
import { type ShownEntry, shownEntry } from '../shown-entry.js';

export class ReserveEntryRequest extends ReadRequest {
  @DayField('业务日：停滞天数算到该日，默认今天', { optional: true }) on?: Day;
}

/** `visibleUnit` hides other units' entries. */
export class GetReserveEntry extends Query<ShownEntry> {
  constructor(
    readonly id: string,
    readonly request: ReserveEntryRequest,
    readonly visibleUnit: UnitCode | undefined,
  ) {
    super();
  }
}

/** Folds the entry's own stream: the answer is never behind. */
@QueryHandler(GetReserveEntry)
export class GetReserveEntryHandler implements IQueryHandler<GetReserveEntry> {
  constructor(
    private readonly runner: CommandRunner,
    @Inject(SQL) private readonly sql: Sql,
  ) {}

  /** @throws Refusal RESERVE.UNKNOWN, also for one that the asker may not see. */
  async execute({ id, request, visibleUnit }: GetReserveEntry): Promise<ShownEntry> {
    const { on = dayOf(new Date()) } = request;
    const { state: entry, revision } = await this.runner.read(reserveStream(id), reserveDecider);
    const visible = entry && (visibleUnit === undefined || visibleUnit === entry.unit);
    refuseUnless(visible, 'not-found', 'RESERVE.UNKNOWN', '没有这个储备项目');
    const nameOf = await unitNames(this.sql, [entry.unit], { on });
    return shownEntry({ id, entry, revision: String(revision) }, on, nameOf);
  }
}
