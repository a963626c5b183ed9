import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Dated, shownAsOf } from '#libs/audit';
import { type AsOfRequest } from '#libs/contract';
import { SQL, type Sql } from '#libs/database';
import { EVENT_STORE, type EventStore } from '#libs/event-store';
import { fold, refuseUnless } from '#libs/eventsourcing';
import { knownEvents } from '#libs/histories';
import { type CreditCode, type UnitCode } from '#libs/values';
import { requireInvestorStream } from '../../commands/require-investor-stream.js';
import { type InvestorEvent } from '../../domain/investor.events.js';
import { investorDecider } from '../../domain/investor.js';

/** Whose first contacts a credit code's are; `eventId` is the event that says so, to be named by its correction. */
export interface InvestorAnswer {
  readonly creditCode: CreditCode;
  readonly enterprise: string;
  readonly eventId: string;
  readonly revision: string;
}

/** Open to those alone who read every unit's leads (`visibleUnit` undefined): it may name an investor of any of them. */
export class GetInvestor extends Query<Dated<InvestorAnswer>> {
  constructor(
    readonly creditCode: CreditCode,
    readonly request: AsOfRequest,
    readonly visibleUnit: UnitCode | undefined,
  ) {
    super();
  }
}

@QueryHandler(GetInvestor)
export class GetInvestorHandler implements IQueryHandler<GetInvestor> {
  constructor(
    @Inject(SQL) private readonly sql: Sql,
    @Inject(EVENT_STORE) private readonly store: EventStore,
  ) {}

  /** @throws Refusal INVESTOR.UNKNOWN, also for one not met by the as-of or that the asker may not see; AS_OF.UNKNOWN */
  async execute({ creditCode, request, visibleUnit }: GetInvestor): Promise<Dated<InvestorAnswer>> {
    const stream = requireInvestorStream(creditCode);
    const { asOf, known } = await knownEvents<InvestorEvent>(this.sql, this.store, stream, request.asOf);
    const investor = fold(investorDecider, known);
    const visible = investor && visibleUnit === undefined;
    refuseUnless(visible, 'not-found', 'INVESTOR.UNKNOWN', '该信用代码尚未对应投资方');
    const { enterprise, eventId } = investor;
    return { creditCode, enterprise, eventId, revision: String(known.at(-1)?.revision), asOf: shownAsOf(asOf) };
  }
}
