import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Answer } from '#libs/command-handling';
import { factsOf } from '#libs/contract';
import { FindFraudBody, InspectMilestoneBody, SupplyEvidenceBody, VoidFigureBody } from '#libs/projects';
import { CommandRoute, CurrentExchange, type Exchange } from '../../http/commands.js';
import { IdPipe } from '../../http/id.pipe.js';
import { ProjectRoutes } from './project-routes.js';

/** What is proved of a project, and what is found untrue (features.md P12). */
@ApiTags('项目')
@Controller('v1/projects/:id')
export class ProjectTruthController extends ProjectRoutes {
  @Post('evidence')
  @CommandRoute('为已登记的节点补充证据', 'record')
  supplyEvidence(
    @CurrentExchange() exchange: Exchange,
    @Param('id', IdPipe) id: string,
    @Body() body: SupplyEvidenceBody,
  ): Promise<Answer> {
    const { permit, ...papers } = factsOf(body);
    return this.send(exchange, id, body, { kind: 'supply-evidence', ...papers }, permit);
  }

  @Post('inspections')
  @CommandRoute('现场核查一个节点：属实或不实（不实即作废）', 'inspect')
  inspect(
    @CurrentExchange() exchange: Exchange,
    @Param('id', IdPipe) id: string,
    @Body() body: InspectMilestoneBody,
  ): Promise<Answer> {
    return this.send(exchange, id, body, { kind: 'inspect-milestone', ...factsOf(body) });
  }

  @Post('voids')
  @CommandRoute('作废一项记录（核查认定不实）', 'inspect')
  voidFigure(
    @CurrentExchange() exchange: Exchange,
    @Param('id', IdPipe) id: string,
    @Body() body: VoidFigureBody,
  ): Promise<Answer> {
    return this.send(exchange, id, body, { kind: 'void-figure', ...factsOf(body) });
  }

  @Post('fraud-findings')
  @CommandRoute('认定弄虚作假：所指记录及以其为前提的记录一并作废', 'inspect')
  findFraud(
    @CurrentExchange() exchange: Exchange,
    @Param('id', IdPipe) id: string,
    @Body() body: FindFraudBody,
  ): Promise<Answer> {
    const { kind: fraud, ...finding } = factsOf(body);
    return this.send(exchange, id, body, { kind: 'find-fraud', fraud, ...finding });
  }
}
