import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { CommandRunner } from '#libs/command-handling';
import { refuseUnless } from '#libs/eventsourcing';
import { type CreditCode, type UnitCode } from '#libs/values';
import { requireInvestorStream } from '../../commands/require-investor-stream.js';
import { investorDecider } from '../../domain/investor.js';

/** Whose first contacts a credit code's are; `eventId` is the event that says so, to be named by its correction. */
export interface InvestorAnswer {
  readonly creditCode: CreditCode;
  readonly enterprise: string;
  readonly eventId: string;
  readonly revision: string;
}

/** Open to those alone who read every unit's leads (`visibleUnit` undefined): it may name an investor of any of them. */
export class GetInvestor extends Query<InvestorAnswer> {
  constructor(
    readonly creditCode: CreditCode,
    readonly visibleUnit: UnitCode | undefined,
  ) {
    super();
  }
}

@QueryHandler(GetInvestor)
export class GetInvestorHandler implements IQueryHandler<GetInvestor> {
  constructor(private readonly runner: CommandRunner) {}

  /** @throws Refusal INVESTOR.UNKNOWN, also for one that the asker may not see. */
  async execute({ creditCode, visibleUnit }: GetInvestor): Promise<InvestorAnswer> {
    const { state, revision } = await this.runner.read(requireInvestorStream(creditCode), investorDecider);
    refuseUnless(state && visibleUnit === undefined, 'not-found', 'INVESTOR.UNKNOWN', '该信用代码尚未对应投资方');
    const { enterprise, eventId } = state;
    return { creditCode, enterprise, eventId, revision: String(revision) };
  }
}
