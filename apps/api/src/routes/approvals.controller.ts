import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { type FastifyReply } from 'fastify';
import { type Actor, visibleUnitOf } from '#libs/access';
import {
  ApprovalListRequest,
  ApprovalRequestedOn,
  ApprovalsRequest,
  GetApproval,
  GetApprovalHistory,
  GetApprovalList,
  GetApprovalListHistory,
  GetApprovals,
  approvalsProjection,
} from '#libs/approvals';
import { AsOfRequest } from '#libs/contract';
import { HistoryRequest } from '#libs/histories';
import { projectSummaryProjection } from '#libs/projects';
import { unitDirectoryProjection } from '#libs/units';
import { CurrentActor } from '../http/access.guard.js';
import { IdPipe } from '../http/id.pipe.js';
import { QueryRoute } from '../http/query-route.js';

@ApiTags('审批')
@Controller('v1')
export class ApprovalsController {
  constructor(private readonly queries: QueryBus) {}

  @Get('approval-list')
  @QueryRoute('审批事项清单：各版本的时限、所需材料，哪些可容缺、可告知承诺，何时由谁发布，某日施行的是第几版', {
    declaresPosition: true,
  })
  publishedList(@Query() request: ApprovalListRequest) {
    return this.queries.execute(new GetApprovalList(request));
  }

  @Get('approval-list/history')
  @QueryRoute('审批事项清单的履历：历次发布', { declaresPosition: true })
  publishedListHistory(@Query() request: AsOfRequest) {
    return this.queries.execute(new GetApprovalListHistory(request));
  }

  @Get('approvals')
  @QueryRoute('审批列表：某日的状态、已用与剩余天数、由谁办理，新申请的在前', {
    declaresPosition: true,
    drawsOn: [approvalsProjection, projectSummaryProjection, unitDirectoryProjection],
  })
  list(@CurrentActor() actor: Actor, @Query() request: ApprovalsRequest) {
    return this.queries.execute(new GetApprovals(request, visibleUnitOf(actor)));
  }

  @Get('approvals/:id')
  @QueryRoute('一项审批：时限、各方用时及以往各次申请', {
    declaresPosition: true,
    drawsOn: [approvalsProjection, projectSummaryProjection, unitDirectoryProjection],
  })
  async one(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Query() request: ApprovalRequestedOn,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const answer = await this.queries.execute(new GetApproval(id, request, visibleUnitOf(actor)));
    void reply.header('etag', `"${answer.approval.revision}"`);
    return answer;
  }

  @Get('approvals/:id/history')
  @QueryRoute('一项审批的履历：历次申请与每一步', { declaresPosition: true })
  history(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Query() request: HistoryRequest) {
    return this.queries.execute(new GetApprovalHistory(id, request, visibleUnitOf(actor)));
  }
}
