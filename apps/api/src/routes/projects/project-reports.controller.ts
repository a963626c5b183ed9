import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Answer } from '#libs/command-handling';
import { factsOf } from '#libs/contract';
import {
  RecordCapitalBody,
  ReportOutputBody,
  ReportProgressBody,
  ResumeProjectBody,
  SuspendProjectBody,
} from '#libs/projects';
import { CommandRoute, CurrentExchange, type Exchange } from '../../http/commands.js';
import { IdPipe } from '../../http/id.pipe.js';
import { ProjectRoutes } from './project-routes.js';

/** What is reported again and again, and when works stand still (features.md P6, P7, P13). */
@ApiTags('项目')
@Controller('v1/projects/:id')
export class ProjectReportsController extends ProjectRoutes {
  @Post('progress')
  @CommandRoute('登记一个月的完成投资和形象进度', 'record')
  progress(
    @CurrentExchange() exchange: Exchange,
    @Param('id', IdPipe) id: string,
    @Body() body: ReportProgressBody,
  ): Promise<Answer> {
    return this.send(exchange, id, body, { kind: 'report-figure', figure: 'progress', terms: factsOf(body) });
  }

  @Post('capital')
  @CommandRoute('登记一笔资金到位', 'record')
  capital(
    @CurrentExchange() exchange: Exchange,
    @Param('id', IdPipe) id: string,
    @Body() body: RecordCapitalBody,
  ): Promise<Answer> {
    return this.send(exchange, id, body, { kind: 'report-figure', figure: 'capital', terms: factsOf(body) });
  }

  @Post('years')
  @CommandRoute('登记一个年度的产值、税收和就业', 'record')
  year(
    @CurrentExchange() exchange: Exchange,
    @Param('id', IdPipe) id: string,
    @Body() body: ReportOutputBody,
  ): Promise<Answer> {
    return this.send(exchange, id, body, { kind: 'report-figure', figure: 'output', terms: factsOf(body) });
  }

  @Post('suspension')
  @CommandRoute('登记停工（合同期限照计）', 'record')
  suspend(
    @CurrentExchange() exchange: Exchange,
    @Param('id', IdPipe) id: string,
    @Body() body: SuspendProjectBody,
  ): Promise<Answer> {
    const { resumedOn, ...facts } = factsOf(body);
    return this.send(exchange, id, body, { kind: 'suspend-project', facts, resumedOn });
  }

  @Post('resumption')
  @CommandRoute('登记复工', 'record')
  resume(
    @CurrentExchange() exchange: Exchange,
    @Param('id', IdPipe) id: string,
    @Body() body: ResumeProjectBody,
  ): Promise<Answer> {
    return this.send(exchange, id, body, { kind: 'resume-project', facts: factsOf(body) });
  }
}
