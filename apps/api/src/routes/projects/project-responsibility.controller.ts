import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Answer } from '#libs/command-handling';
import { factsOf } from '#libs/contract';
import {
  AssignGroupBody,
  AttachLeaderBody,
  DetachLeaderBody,
  FinishResponsibilityBody,
  FixResponsibilityBody,
  HandOverBody,
  ShareCreditBody,
} from '#libs/projects';
import { CommandRoute, CurrentExchange, type Exchange } from '../../http/commands.js';
import { IdPipe } from '../../http/id.pipe.js';
import { ProjectRoutes } from './project-routes.js';

/** Who answers for a project, and who is credited with it (features.md P9, P10, L6, L11). */
@ApiTags('项目')
@Controller('v1/projects/:id')
export class ProjectResponsibilityController extends ProjectRoutes {
  @Post('handoffs')
  @CommandRoute('移交责任单位：自移交日起由接手单位负责', 'record')
  handOver(
    @CurrentExchange() exchange: Exchange,
    @Param('id', IdPipe) id: string,
    @Body() body: HandOverBody,
  ): Promise<Answer> {
    return this.send(exchange, id, body, { kind: 'hand-over', facts: factsOf(body) });
  }

  @Post('group')
  @CommandRoute('归口专班', 'record')
  assignGroup(
    @CurrentExchange() exchange: Exchange,
    @Param('id', IdPipe) id: string,
    @Body() body: AssignGroupBody,
  ): Promise<Answer> {
    return this.send(exchange, id, body, { kind: 'assign-group', facts: factsOf(body) });
  }

  @Post('responsibility')
  @CommandRoute('六定：落实事项、目标任务、牵头领导、责任单位、工作要求、办结时间', 'record')
  fixResponsibility(
    @CurrentExchange() exchange: Exchange,
    @Param('id', IdPipe) id: string,
    @Body() body: FixResponsibilityBody,
  ): Promise<Answer> {
    return this.send(exchange, id, body, { kind: 'fix-responsibility', facts: factsOf(body) });
  }

  @Post('responsibility/completion')
  @CommandRoute('六定办结', 'record')
  finishResponsibility(
    @CurrentExchange() exchange: Exchange,
    @Param('id', IdPipe) id: string,
    @Body() body: FinishResponsibilityBody,
  ): Promise<Answer> {
    return this.send(exchange, id, body, { kind: 'finish-responsibility', facts: factsOf(body) });
  }

  @Post('leaders')
  @CommandRoute('领导挂钩', 'record')
  attachLeader(
    @CurrentExchange() exchange: Exchange,
    @Param('id', IdPipe) id: string,
    @Body() body: AttachLeaderBody,
  ): Promise<Answer> {
    return this.send(exchange, id, body, { kind: 'attach-leader', facts: factsOf(body) });
  }

  @Post('leaders/detachment')
  @CommandRoute('解除领导挂钩', 'record')
  detachLeader(
    @CurrentExchange() exchange: Exchange,
    @Param('id', IdPipe) id: string,
    @Body() body: DetachLeaderBody,
  ): Promise<Answer> {
    return this.send(exchange, id, body, { kind: 'detach-leader', facts: factsOf(body) });
  }

  @Post('credit-shares')
  @CommandRoute('登记利益分享比例（合计为 1）', 'record')
  shareCredit(
    @CurrentExchange() exchange: Exchange,
    @Param('id', IdPipe) id: string,
    @Body() body: ShareCreditBody,
  ): Promise<Answer> {
    return this.send(exchange, id, body, { kind: 'share-credit', facts: factsOf(body) });
  }
}
