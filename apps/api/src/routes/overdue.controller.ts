import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, visibleUnitOf } from '#libs/access';
import { approvalsProjection } from '#libs/approvals';
import { GetOverdue, OverdueRequest } from '#libs/overdue';
import { milestonesProjection } from '#libs/plans';
import { projectSummaryProjection } from '#libs/projects';
import { stewardRegisterProjection } from '#libs/stewardships';
import { unitDirectoryProjection } from '#libs/units';
import { CurrentActor } from '../http/access.guard.js';
import { QueryRoute } from '../http/query-route.js';

@ApiTags('预警')
@Controller('v1/overdue')
export class OverdueController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @QueryRoute('逾期事项：审批超时限、材料未补、合同约定日已过、计划节点延误、项目或挂钩六定未办结，逾期最久的在前', {
    declaresPosition: true,
    drawsOn: [
      approvalsProjection,
      milestonesProjection,
      projectSummaryProjection,
      stewardRegisterProjection,
      unitDirectoryProjection,
    ],
  })
  list(@CurrentActor() actor: Actor, @Query() request: OverdueRequest) {
    return this.queries.execute(new GetOverdue(request, visibleUnitOf(actor)));
  }
}
