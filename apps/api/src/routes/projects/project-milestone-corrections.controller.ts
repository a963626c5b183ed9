import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Answer } from '#libs/command-handling';
import { factsOf } from '#libs/contract';
import {
  CorrectContractBody,
  CorrectHandoverBody,
  CorrectLandBody,
  CorrectMilestoneBody,
  CorrectOutputBody,
  CorrectRegistrationBody,
} from '#libs/projects';
import { CommandRoute, CurrentExchange, type Exchange } from '../../http/commands.js';
import { IdPipe } from '../../http/id.pipe.js';
import { ProjectRoutes } from './project-routes.js';

/** A milestone that stands is said anew, whole (features.md P12). */
@ApiTags('项目')
@Controller('v1/projects/:id')
export class ProjectMilestoneCorrectionsController extends ProjectRoutes {
  @Post('corrections/contract')
  @CommandRoute('更正签约', 'record')
  contract(
    @CurrentExchange() exchange: Exchange,
    @Param('id', IdPipe) id: string,
    @Body() body: CorrectContractBody,
  ): Promise<Answer> {
    const { correctsEventId, reason, ...terms } = factsOf(body);
    return this.send(exchange, id, body, {
      kind: 'correct-milestone',
      milestone: 'contract',
      correctsEventId,
      reason,
      terms,
    });
  }

  @Post('corrections/registration')
  @CommandRoute('更正企业注册', 'record')
  registration(
    @CurrentExchange() exchange: Exchange,
    @Param('id', IdPipe) id: string,
    @Body() body: CorrectRegistrationBody,
  ): Promise<Answer> {
    const { correctsEventId, reason, ...terms } = factsOf(body);
    return this.send(exchange, id, body, {
      kind: 'correct-milestone',
      milestone: 'registration',
      correctsEventId,
      reason,
      terms,
    });
  }

  @Post('corrections/land')
  @CommandRoute('更正拿地', 'record')
  land(
    @CurrentExchange() exchange: Exchange,
    @Param('id', IdPipe) id: string,
    @Body() body: CorrectLandBody,
  ): Promise<Answer> {
    const { correctsEventId, reason, ...terms } = factsOf(body);
    return this.send(exchange, id, body, {
      kind: 'correct-milestone',
      milestone: 'land',
      correctsEventId,
      reason,
      terms,
    });
  }

  @Post('corrections/start')
  @CommandRoute('更正开工', 'record')
  start(
    @CurrentExchange() exchange: Exchange,
    @Param('id', IdPipe) id: string,
    @Body() body: CorrectMilestoneBody,
  ): Promise<Answer> {
    const { correctsEventId, reason, ...terms } = factsOf(body);
    return this.send(exchange, id, body, {
      kind: 'correct-milestone',
      milestone: 'start',
      correctsEventId,
      reason,
      terms,
    });
  }

  @Post('corrections/completion')
  @CommandRoute('更正竣工', 'record')
  completion(
    @CurrentExchange() exchange: Exchange,
    @Param('id', IdPipe) id: string,
    @Body() body: CorrectMilestoneBody,
  ): Promise<Answer> {
    const { correctsEventId, reason, ...terms } = factsOf(body);
    return this.send(exchange, id, body, {
      kind: 'correct-milestone',
      milestone: 'completion',
      correctsEventId,
      reason,
      terms,
    });
  }

  @Post('corrections/acceptance')
  @CommandRoute('更正竣工验收', 'record')
  acceptance(
    @CurrentExchange() exchange: Exchange,
    @Param('id', IdPipe) id: string,
    @Body() body: CorrectMilestoneBody,
  ): Promise<Answer> {
    const { correctsEventId, reason, ...terms } = factsOf(body);
    return this.send(exchange, id, body, {
      kind: 'correct-milestone',
      milestone: 'acceptance',
      correctsEventId,
      reason,
      terms,
    });
  }

  @Post('corrections/asset-handover')
  @CommandRoute('更正资产移交', 'record')
  assetHandover(
    @CurrentExchange() exchange: Exchange,
    @Param('id', IdPipe) id: string,
    @Body() body: CorrectHandoverBody,
  ): Promise<Answer> {
    const { correctsEventId, reason, ...terms } = factsOf(body);
    return this.send(exchange, id, body, {
      kind: 'correct-milestone',
      milestone: 'handover',
      correctsEventId,
      reason,
      terms,
    });
  }

  @Post('corrections/production')
  @CommandRoute('更正投产', 'record')
  production(
    @CurrentExchange() exchange: Exchange,
    @Param('id', IdPipe) id: string,
    @Body() body: CorrectMilestoneBody,
  ): Promise<Answer> {
    const { correctsEventId, reason, ...terms } = factsOf(body);
    return this.send(exchange, id, body, {
      kind: 'correct-milestone',
      milestone: 'production',
      correctsEventId,
      reason,
      terms,
    });
  }

  @Post('corrections/output')
  @CommandRoute('更正达产', 'record')
  output(
    @CurrentExchange() exchange: Exchange,
    @Param('id', IdPipe) id: string,
    @Body() body: CorrectOutputBody,
  ): Promise<Answer> {
    const { correctsEventId, reason, ...terms } = factsOf(body);
    return this.send(exchange, id, body, {
      kind: 'correct-milestone',
      milestone: 'output',
      correctsEventId,
      reason,
      terms,
    });
  }
}
