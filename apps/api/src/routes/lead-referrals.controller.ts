import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, visibleUnitOf } from '#libs/access';
import { type Answer } from '#libs/command-handling';
import { HistoryRequest } from '#libs/histories';
import {
  AcceptReferral,
  AcceptReferralBody,
  ClaimFirstContact,
  ClaimFirstContactBody,
  DeclineReferral,
  DeclineReferralBody,
  GetFirstContact,
  GetFirstContactHistory,
  ReferLead,
  ReferLeadBody,
  SettleFirstContact,
  SettleFirstContactBody,
  VoidFirstContact,
  VoidFirstContactBody,
  WithdrawReferral,
  WithdrawReferralBody,
  ReopenFirstContact,
  ReopenFirstContactBody,
} from '#libs/leads';
import { CurrentActor } from '../http/access.guard.js';
import { CommandRoute, Commands, CurrentExchange, type Exchange } from '../http/commands.js';
import { IdPipe } from '../http/id.pipe.js';
import { QueryRoute } from '../http/query-route.js';
import { leadPath } from './leads.controller.js';

const firstContactPath = (id: string) => `${leadPath(id)}/first-contact`;

/** 流转 and 首谈: how units share a lead, and whose it was first. */
@ApiTags('线索流转与首谈')
@Controller('v1/leads/:id')
export class LeadReferralsController {
  constructor(
    private readonly commands: Commands,
    private readonly queries: QueryBus,
  ) {}

  @Post('referral')
  @CommandRoute('将线索流转给另一单位，并约定利益分享', 'record')
  refer(
    @CurrentExchange() exchange: Exchange,
    @Param('id', IdPipe) id: string,
    @Body() body: ReferLeadBody,
  ): Promise<Answer> {
    return this.commands.send(exchange, body, (context) => new ReferLead(id, body, context), leadPath);
  }

  @Post('referral/acceptance')
  @CommandRoute('接收流转来的线索', 'record')
  accept(
    @CurrentExchange() exchange: Exchange,
    @Param('id', IdPipe) id: string,
    @Body() body: AcceptReferralBody,
  ): Promise<Answer> {
    return this.commands.send(exchange, body, (context) => new AcceptReferral(id, body, context), leadPath);
  }

  @Post('referral/refusal')
  @CommandRoute('不接收流转来的线索', 'record')
  decline(
    @CurrentExchange() exchange: Exchange,
    @Param('id', IdPipe) id: string,
    @Body() body: DeclineReferralBody,
  ): Promise<Answer> {
    return this.commands.send(exchange, body, (context) => new DeclineReferral(id, body, context), leadPath);
  }

  @Post('referral/withdrawal')
  @CommandRoute('撤回流转', 'record')
  withdraw(
    @CurrentExchange() exchange: Exchange,
    @Param('id', IdPipe) id: string,
    @Body() body: WithdrawReferralBody,
  ): Promise<Answer> {
    return this.commands.send(exchange, body, (context) => new WithdrawReferral(id, body, context), leadPath);
  }

  @Post('first-contact')
  @CommandRoute('申报首谈', 'record')
  claim(
    @CurrentExchange() exchange: Exchange,
    @Param('id', IdPipe) id: string,
    @Body() body: ClaimFirstContactBody,
  ): Promise<Answer> {
    return this.commands.send(exchange, body, (context) => new ClaimFirstContact(id, body, context), firstContactPath);
  }

  @Post('first-contact/void')
  @CommandRoute('作废误报、不实的首谈申报', 'record')
  voidClaim(
    @CurrentExchange() exchange: Exchange,
    @Param('id', IdPipe) id: string,
    @Body() body: VoidFirstContactBody,
  ): Promise<Answer> {
    return this.commands.send(exchange, body, (context) => new VoidFirstContact(id, body, context), firstContactPath);
  }

  @Post('first-contact/settlement')
  @CommandRoute('裁定首谈归该线索', 'inspect')
  settle(
    @CurrentExchange() exchange: Exchange,
    @Param('id', IdPipe) id: string,
    @Body() body: SettleFirstContactBody,
  ): Promise<Answer> {
    return this.commands.send(exchange, body, (context) => new SettleFirstContact(id, body, context), firstContactPath);
  }

  @Post('first-contact/reopening')
  @CommandRoute('撤销首谈裁定', 'inspect')
  reopen(
    @CurrentExchange() exchange: Exchange,
    @Param('id', IdPipe) id: string,
    @Body() body: ReopenFirstContactBody,
  ): Promise<Answer> {
    return this.commands.send(exchange, body, (context) => new ReopenFirstContact(id, body, context), firstContactPath);
  }

  @Get('first-contact')
  @QueryRoute('该线索投资方的首谈申报与裁定')
  firstContact(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string) {
    return this.queries.execute(new GetFirstContact(id, visibleUnitOf(actor)));
  }

  @Get('first-contact/history')
  @QueryRoute('该线索投资方首谈申报与裁定的履历', { declaresPosition: true })
  history(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Query() request: HistoryRequest) {
    return this.queries.execute(new GetFirstContactHistory(id, request, visibleUnitOf(actor)));
  }
}
