import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Answer } from '#libs/command-handling';
import { factsOf } from '#libs/contract';
import { CorrectCapitalBody, CorrectProgressBody, CorrectYearBody } from '#libs/projects';
import { CommandRoute, CurrentExchange, type Exchange } from '../../http/commands.js';
import { IdPipe } from '../../http/id.pipe.js';
import { ProjectRoutes } from './project-routes.js';

/** A figure that stands is said anew, whole (features.md P12). */
@ApiTags('项目')
@Controller('v1/projects/:id')
export class ProjectFigureCorrectionsController extends ProjectRoutes {
  @Post('corrections/progress')
  @CommandRoute('更正一个月的进度', 'record')
  progress(
    @CurrentExchange() exchange: Exchange,
    @Param('id', IdPipe) id: string,
    @Body() body: CorrectProgressBody,
  ): Promise<Answer> {
    const { correctsEventId, reason, ...terms } = factsOf(body);
    return this.send(exchange, id, body, {
      kind: 'correct-figure',
      figure: 'progress',
      correctsEventId,
      reason,
      terms,
    });
  }

  @Post('corrections/capital')
  @CommandRoute('更正一笔资金到位', 'record')
  capital(
    @CurrentExchange() exchange: Exchange,
    @Param('id', IdPipe) id: string,
    @Body() body: CorrectCapitalBody,
  ): Promise<Answer> {
    const { correctsEventId, reason, ...terms } = factsOf(body);
    return this.send(exchange, id, body, {
      kind: 'correct-figure',
      figure: 'capital',
      correctsEventId,
      reason,
      terms,
    });
  }

  @Post('corrections/years')
  @CommandRoute('更正一个年度的产出', 'record')
  year(
    @CurrentExchange() exchange: Exchange,
    @Param('id', IdPipe) id: string,
    @Body() body: CorrectYearBody,
  ): Promise<Answer> {
    const { correctsEventId, reason, ...terms } = factsOf(body);
    return this.send(exchange, id, body, {
      kind: 'correct-figure',
      figure: 'output',
      correctsEventId,
      reason,
      terms,
    });
  }
}
