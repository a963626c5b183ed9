import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  AcceptApproval,
  AcceptApprovalBody,
  AcceptCommitment,
  AcceptCommitmentBody,
  AskSupplement,
  AskSupplementBody,
  ExcludeDays,
  ExcludeDaysBody,
  GrantApproval,
  GrantApprovalBody,
  PublishApprovalList,
  PublishApprovalListBody,
  RefuseApproval,
  RefuseApprovalBody,
  RequestApproval,
  RequestApprovalBody,
  ResumeClock,
  ResumeClockBody,
  RevokeApproval,
  RevokeApprovalBody,
  SupplyOwed,
  SupplyOwedBody,
  SupplySupplement,
  SupplySupplementBody,
  VoidApprovalStep,
  WithdrawApproval,
  WithdrawApprovalBody,
} from '#libs/approvals';
import { type Answer } from '#libs/command-handling';
import { VoidStepBody } from '#libs/contract';
import { CommandRoute, Commands, CurrentExchange, type Exchange } from '../http/commands.js';
import { IdPipe } from '../http/id.pipe.js';

const listPath = () => '/v1/approval-list';
const approvalPath = (id: string) => `/v1/approvals/${id}`;

/** What the department decides needs the right to approve; what the applicant does, the right to record. */
@ApiTags('审批')
@Controller('v1')
export class ApprovalCommandsController {
  constructor(private readonly commands: Commands) {}

  @Post('approval-list')
  @CommandRoute('发布审批事项清单的新版本', 'administer')
  publishList(@CurrentExchange() exchange: Exchange, @Body() body: PublishApprovalListBody): Promise<Answer> {
    return this.commands.send(exchange, body, (context) => new PublishApprovalList(body, context), listPath);
  }

  @Post('projects/:id/approvals')
  @CommandRoute('申请一项审批', 'record')
  request(
    @CurrentExchange() exchange: Exchange,
    @Param('id', IdPipe) id: string,
    @Body() body: RequestApprovalBody,
  ): Promise<Answer> {
    return this.commands.send(exchange, body, (context) => new RequestApproval(id, body, context), approvalPath);
  }

  @Post('approvals/:id/supplement-requests')
  @CommandRoute('一次性告知须补正的材料', 'approve')
  askSupplement(
    @CurrentExchange() exchange: Exchange,
    @Param('id', IdPipe) id: string,
    @Body() body: AskSupplementBody,
  ): Promise<Answer> {
    return this.commands.send(exchange, body, (context) => new AskSupplement(id, body, context), approvalPath);
  }

  @Post('approvals/:id/supplements')
  @CommandRoute('提交补正材料', 'record')
  supplySupplement(
    @CurrentExchange() exchange: Exchange,
    @Param('id', IdPipe) id: string,
    @Body() body: SupplySupplementBody,
  ): Promise<Answer> {
    return this.commands.send(exchange, body, (context) => new SupplySupplement(id, body, context), approvalPath);
  }

  @Post('approvals/:id/acceptance')
  @CommandRoute('受理（含容缺受理）：自次日起计算时限', 'approve')
  accept(
    @CurrentExchange() exchange: Exchange,
    @Param('id', IdPipe) id: string,
    @Body() body: AcceptApprovalBody,
  ): Promise<Answer> {
    return this.commands.send(exchange, body, (context) => new AcceptApproval(id, body, context), approvalPath);
  }

  @Post('approvals/:id/commitment')
  @CommandRoute('按告知承诺（承诺备案）受理', 'approve')
  acceptCommitment(
    @CurrentExchange() exchange: Exchange,
    @Param('id', IdPipe) id: string,
    @Body() body: AcceptCommitmentBody,
  ): Promise<Answer> {
    return this.commands.send(exchange, body, (context) => new AcceptCommitment(id, body, context), approvalPath);
  }

  @Post('approvals/:id/owed-papers')
  @CommandRoute('补交容缺材料，或证明承诺已履行', 'record')
  supplyOwed(
    @CurrentExchange() exchange: Exchange,
    @Param('id', IdPipe) id: string,
    @Body() body: SupplyOwedBody,
  ): Promise<Answer> {
    return this.commands.send(exchange, body, (context) => new SupplyOwed(id, body, context), approvalPath);
  }

  @Post('approvals/:id/exclusions')
  @CommandRoute('登记听证、检验检测、专家评审等不计入期限的时间', 'approve')
  excludeDays(
    @CurrentExchange() exchange: Exchange,
    @Param('id', IdPipe) id: string,
    @Body() body: ExcludeDaysBody,
  ): Promise<Answer> {
    return this.commands.send(exchange, body, (context) => new ExcludeDays(id, body, context), approvalPath);
  }

  @Post('approvals/:id/resumption')
  @CommandRoute('不计入期限的时间提前结束', 'approve')
  resumeClock(
    @CurrentExchange() exchange: Exchange,
    @Param('id', IdPipe) id: string,
    @Body() body: ResumeClockBody,
  ): Promise<Answer> {
    return this.commands.send(exchange, body, (context) => new ResumeClock(id, body, context), approvalPath);
  }

  @Post('approvals/:id/grant')
  @CommandRoute('批准', 'approve')
  grant(
    @CurrentExchange() exchange: Exchange,
    @Param('id', IdPipe) id: string,
    @Body() body: GrantApprovalBody,
  ): Promise<Answer> {
    return this.commands.send(exchange, body, (context) => new GrantApproval(id, body, context), approvalPath);
  }

  @Post('approvals/:id/refusal')
  @CommandRoute('不予受理或不予批准', 'approve')
  refuse(
    @CurrentExchange() exchange: Exchange,
    @Param('id', IdPipe) id: string,
    @Body() body: RefuseApprovalBody,
  ): Promise<Answer> {
    return this.commands.send(exchange, body, (context) => new RefuseApproval(id, body, context), approvalPath);
  }

  @Post('approvals/:id/withdrawal')
  @CommandRoute('撤回申请', 'record')
  withdraw(
    @CurrentExchange() exchange: Exchange,
    @Param('id', IdPipe) id: string,
    @Body() body: WithdrawApprovalBody,
  ): Promise<Answer> {
    return this.commands.send(exchange, body, (context) => new WithdrawApproval(id, body, context), approvalPath);
  }

  @Post('approvals/:id/revocation')
  @CommandRoute('撤销、注销或失效', 'approve')
  revoke(
    @CurrentExchange() exchange: Exchange,
    @Param('id', IdPipe) id: string,
    @Body() body: RevokeApprovalBody,
  ): Promise<Answer> {
    return this.commands.send(exchange, body, (context) => new RevokeApproval(id, body, context), approvalPath);
  }

  @Post('approvals/:id/voids')
  @CommandRoute('作废误登的最后一步', 'approve')
  voidStep(
    @CurrentExchange() exchange: Exchange,
    @Param('id', IdPipe) id: string,
    @Body() body: VoidStepBody,
  ): Promise<Answer> {
    return this.commands.send(exchange, body, (context) => new VoidApprovalStep(id, body, context), approvalPath);
  }
}
