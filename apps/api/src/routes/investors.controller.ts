import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, visibleUnitOf } from '#libs/access';
import { type Answer } from '#libs/command-handling';
import { AsOfRequest } from '#libs/contract';
import { CorrectInvestor, CorrectInvestorBody, GetInvestor } from '#libs/leads';
import { CurrentActor } from '../http/access.guard.js';
import { CommandRoute, Commands, CurrentExchange, type Exchange } from '../http/commands.js';
import { CreditCodePipe } from '../http/credit-code.pipe.js';
import { QueryRoute } from '../http/query-route.js';

const investorPath = (creditCode: string) => `/v1/investors/${creditCode}`;

/** Whose first contacts the claims under one credit code are. */
@ApiTags('线索流转与首谈')
@Controller('v1/investors/:creditCode')
export class InvestorsController {
  constructor(
    private readonly commands: Commands,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  @QueryRoute('该统一社会信用代码对应哪个投资方的首谈', { declaresPosition: true })
  one(
    @CurrentActor() actor: Actor,
    @Param('creditCode', CreditCodePipe) creditCode: string,
    @Query() request: AsOfRequest,
  ) {
    return this.queries.execute(new GetInvestor(creditCode, request, visibleUnitOf(actor)));
  }

  @Post('correction')
  @CommandRoute('更正该信用代码对应的投资方', 'inspect')
  correct(
    @CurrentExchange() exchange: Exchange,
    @Param('creditCode', CreditCodePipe) creditCode: string,
    @Body() body: CorrectInvestorBody,
  ): Promise<Answer> {
    return this.commands.send(
      exchange,
      body,
      (context) => new CorrectInvestor(creditCode, body, context),
      investorPath,
    );
  }
}
