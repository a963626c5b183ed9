import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { CommandRunner } from '#libs/command-handling';
import { SQL, type Sql } from '#libs/database';
import { refuseUnless } from '#libs/eventsourcing';
import { selectRows } from '#libs/read-models';
import { type NamedUnit, unitNames } from '#libs/units';
import { type Day, type UnitCode } from '#libs/values';
import { zombieReviewDecider } from '../../domain/zombie-review.decider.js';
import { zombieReviewStream } from '../../domain/zombie-review.events.js';
import { ReserveRow } from '../../projections/reserve-list/reserve.entity.js';

/** What a review found, and what has become of it by now. */
export interface ShownZombieReview {
  readonly id: string;
  readonly on: Day;
  readonly idleDays: number;
  readonly unit?: UnitCode;
  readonly entries: readonly {
    readonly id: string;
    readonly name: string;
    readonly unit: NamedUnit;
    readonly stage: string;
    readonly flaggedOn?: Day;
  }[];
}

/** `visibleUnit` hides other units' entries. */
export class GetZombieReview extends Query<ShownZombieReview> {
  constructor(
    readonly id: string,
    readonly visibleUnit: UnitCode | undefined,
  ) {
    super();
  }
}

@QueryHandler(GetZombieReview)
export class GetZombieReviewHandler implements IQueryHandler<GetZombieReview> {
  constructor(
    private readonly runner: CommandRunner,
    @Inject(SQL) private readonly sql: Sql,
  ) {}

  /** @throws Refusal RESERVE.REVIEW_UNKNOWN */
  async execute({ id, visibleUnit }: GetZombieReview): Promise<ShownZombieReview> {
    const { state: review } = await this.runner.read(zombieReviewStream(id), zombieReviewDecider);
    refuseUnless(review, 'not-found', 'RESERVE.REVIEW_UNKNOWN', '没有这次清查');
    const { on, idleDays, unit, entries } = review;
    const rows = await selectRows(
      this.sql,
      ReserveRow,
      'until_seq is null and id = any($1) and ($2::text is null or unit = $2) order by array_position($1, id)',
      entries,
      visibleUnit,
    );
    const codes = rows.map((row) => row.unit);
    const nameOf = await unitNames(this.sql, codes, { on });
    return {
      id,
      on,
      idleDays,
      unit,
      entries: rows.map((row) => ({
        id: row.id,
        name: row.name,
        unit: nameOf(row.unit),
        stage: row.stage,
        flaggedOn: row.flaggedOn ?? undefined,
      })),
    };
  }
}
