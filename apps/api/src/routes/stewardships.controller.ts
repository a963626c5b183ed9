import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, visibleUnitOf } from '#libs/access';
import { type Answer } from '#libs/command-handling';
import { type CommandBody, factsOf } from '#libs/contract';
import { HistoryRequest } from '#libs/histories';
import {
  AttachSteward,
  AttachStewardBody,
  ChangeStewardship,
  CorrectStewardBody,
  DetachStewardBody,
  FinishTaskBody,
  FixTaskBody,
  GetStewards,
  GetStewardship,
  GetStewardshipHistory,
  RenameStewardedBody,
  ReplaceStewardBody,
  type StewardshipChange,
  StewardsRequest,
  TakeOverTaskBody,
  VoidStewardFactBody,
  stewardRegisterProjection,
} from '#libs/stewardships';
import { unitDirectoryProjection } from '#libs/units';
import { CurrentActor } from '../http/access.guard.js';
import { CommandRoute, Commands, CurrentExchange, type Exchange } from '../http/commands.js';
import { IdPipe } from '../http/id.pipe.js';
import { QueryRoute } from '../http/query-route.js';

const stewardshipPath = (id: string) => `/v1/stewardships/${id}`;

/** Leaders who look after enterprises, parks and districts (features.md P10); those of projects are under the project. */
@ApiTags('责任')
@Controller('v1/stewardships')
export class StewardshipsController {
  constructor(
    private readonly commands: Commands,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  @QueryRoute('企业、园区、区县由哪些领导挂钩、包保及其六定，最近登记的在前', {
    declaresPosition: true,
    drawsOn: [stewardRegisterProjection, unitDirectoryProjection],
  })
  list(@CurrentActor() actor: Actor, @Query() request: StewardsRequest) {
    return this.queries.execute(new GetStewards(request, visibleUnitOf(actor)));
  }

  @Get(':id')
  @QueryRoute('一个企业、园区或区县的挂钩领导')
  one(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string) {
    return this.queries.execute(new GetStewardship(id, visibleUnitOf(actor)));
  }

  @Get(':id/history')
  @QueryRoute('一个企业、园区或区县的领导挂钩记录', { declaresPosition: true })
  history(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Query() request: HistoryRequest) {
    return this.queries.execute(new GetStewardshipHistory(id, request, visibleUnitOf(actor)));
  }

  @Post()
  @CommandRoute('领导挂钩企业、园区或区县', 'record')
  attach(@CurrentExchange() exchange: Exchange, @Body() body: AttachStewardBody): Promise<Answer> {
    return this.commands.send(exchange, body, (context) => new AttachSteward(body, context), stewardshipPath);
  }

  @Post(':id/replacement')
  @CommandRoute('由另一位领导接替挂钩，未办结的六定一并承接', 'record')
  replace(
    @CurrentExchange() exchange: Exchange,
    @Param('id', IdPipe) id: string,
    @Body() body: ReplaceStewardBody,
  ): Promise<Answer> {
    return this.change(exchange, id, body, { kind: 'replace-steward', facts: factsOf(body) });
  }

  @Post(':id/detachment')
  @CommandRoute('解除领导挂钩；未办结的六定仍由其责任单位负责，可由其他在任领导承接', 'record')
  detach(
    @CurrentExchange() exchange: Exchange,
    @Param('id', IdPipe) id: string,
    @Body() body: DetachStewardBody,
  ): Promise<Answer> {
    return this.change(exchange, id, body, { kind: 'detach-steward', facts: factsOf(body) });
  }

  @Post(':id/responsibility')
  @CommandRoute('六定：由已挂钩的领导牵头', 'record')
  fixTask(
    @CurrentExchange() exchange: Exchange,
    @Param('id', IdPipe) id: string,
    @Body() body: FixTaskBody,
  ): Promise<Answer> {
    return this.change(exchange, id, body, { kind: 'fix-task', facts: factsOf(body) });
  }

  @Post(':id/responsibility/takeover')
  @CommandRoute('由另一位在任领导承接未办结的六定，办结时间不变', 'record')
  takeOverTask(
    @CurrentExchange() exchange: Exchange,
    @Param('id', IdPipe) id: string,
    @Body() body: TakeOverTaskBody,
  ): Promise<Answer> {
    return this.change(exchange, id, body, { kind: 'take-over-task', facts: factsOf(body) });
  }

  @Post(':id/responsibility/completion')
  @CommandRoute('六定办结', 'record')
  finishTask(
    @CurrentExchange() exchange: Exchange,
    @Param('id', IdPipe) id: string,
    @Body() body: FinishTaskBody,
  ): Promise<Answer> {
    return this.change(exchange, id, body, { kind: 'finish-task', facts: factsOf(body) });
  }

  @Post(':id/name')
  @CommandRoute('更正企业名称', 'record')
  rename(
    @CurrentExchange() exchange: Exchange,
    @Param('id', IdPipe) id: string,
    @Body() body: RenameStewardedBody,
  ): Promise<Answer> {
    return this.change(exchange, id, body, { kind: 'rename-stewarded', facts: factsOf(body) });
  }

  @Post(':id/correction')
  @CommandRoute('更正一条领导挂钩记录：整条重述', 'record')
  correct(
    @CurrentExchange() exchange: Exchange,
    @Param('id', IdPipe) id: string,
    @Body() body: CorrectStewardBody,
  ): Promise<Answer> {
    return this.change(exchange, id, body, { kind: 'correct-steward', facts: factsOf(body) });
  }

  @Post(':id/voids')
  @CommandRoute('作废一项挂钩、解除、六定或办结记录（核查认定不实）', 'inspect')
  voidFact(
    @CurrentExchange() exchange: Exchange,
    @Param('id', IdPipe) id: string,
    @Body() body: VoidStewardFactBody,
  ): Promise<Answer> {
    return this.change(exchange, id, body, { kind: 'void-fact', facts: factsOf(body) });
  }

  private change(exchange: Exchange, id: string, body: CommandBody, change: StewardshipChange): Promise<Answer> {
    return this.commands.send(exchange, body, (context) => new ChangeStewardship(id, change, context), stewardshipPath);
  }
}
