import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, visibleUnitOf } from '#libs/access';
import { type Answer } from '#libs/command-handling';
import { AsOfField, ChoiceField, PageRequest } from '#libs/contract';
import { GetProjects, STAGES, type Stage, projectSummaryProjection } from '#libs/projects';
import {
  AddGroupMember,
  AddGroupMemberBody,
  GetGroup,
  GetGroups,
  RemoveGroupMember,
  RemoveGroupMemberBody,
  UnitsRequest,
  unitDirectoryProjection,
} from '#libs/units';
import { CurrentActor } from '../http/access.guard.js';
import { CommandRoute, Commands, CurrentExchange, type Exchange } from '../http/commands.js';
import { QueryRoute } from '../http/query-route.js';
import { UnitCodePipe } from '../http/unit-code.pipe.js';

class GroupProjectsRequest extends PageRequest {
  @AsOfField() asOf?: string;
  @ChoiceField('阶段', STAGES, { optional: true }) stage?: Stage;
}

const groupPath = (code: string) => `/v1/groups/${code}`;

@ApiTags('工作组')
@Controller('v1/groups')
export class GroupsController {
  constructor(
    private readonly commands: Commands,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  @QueryRoute('领导小组、招商组、保障组、绩评组、指挥部和专班，及其在某日的成员单位', {
    declaresPosition: true,
    drawsOn: [unitDirectoryProjection],
  })
  list(@Query() request: UnitsRequest) {
    return this.queries.execute(new GetGroups(request));
  }

  @Get(':code/projects')
  @QueryRoute('归口一个工作组的项目，新登记的在前', {
    declaresPosition: true,
    drawsOn: [projectSummaryProjection, unitDirectoryProjection],
  })
  async projects(@CurrentActor() actor: Actor, @Param('code') code: string, @Query() request: GroupProjectsRequest) {
    await this.queries.execute(new GetGroup(code, { asOf: request.asOf }));
    return this.queries.execute(new GetProjects({ ...request, group: code }, visibleUnitOf(actor)));
  }

  @Get(':code')
  @QueryRoute('一个工作组在某日的成员单位和任职', { declaresPosition: true, drawsOn: [unitDirectoryProjection] })
  one(@Param('code') code: string, @Query() request: UnitsRequest) {
    return this.queries.execute(new GetGroup(code, request));
  }

  @Post(':code/members')
  @CommandRoute('成员单位加入', 'administer')
  addMember(
    @CurrentExchange() exchange: Exchange,
    @Param('code', UnitCodePipe) code: string,
    @Body() body: AddGroupMemberBody,
  ): Promise<Answer> {
    return this.commands.send(exchange, body, (context) => new AddGroupMember(code, body, context), groupPath);
  }

  @Post(':code/members/removal')
  @CommandRoute('成员单位退出', 'administer')
  removeMember(
    @CurrentExchange() exchange: Exchange,
    @Param('code', UnitCodePipe) code: string,
    @Body() body: RemoveGroupMemberBody,
  ): Promise<Answer> {
    return this.commands.send(exchange, body, (context) => new RemoveGroupMember(code, body, context), groupPath);
  }
}
