import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Answer } from '#libs/command-handling';
import { factsOf } from '#libs/contract';
import {
  HandOverAssetsBody,
  ReachMilestoneBody,
  ReachOutputBody,
  RegisterEnterpriseBody,
  SecureLandBody,
  SignContractBody,
  StartBody,
} from '#libs/projects';
import { CommandRoute, CurrentExchange, type Exchange } from '../../http/commands.js';
import { IdPipe } from '../../http/id.pipe.js';
import { ProjectRoutes } from './project-routes.js';

/** The milestones of a project's life (features.md P1). */
@ApiTags('项目')
@Controller('v1/projects/:id')
export class ProjectMilestonesController extends ProjectRoutes {
  @Post('contract')
  @CommandRoute('登记签约', 'record')
  sign(
    @CurrentExchange() exchange: Exchange,
    @Param('id', IdPipe) id: string,
    @Body() body: SignContractBody,
  ): Promise<Answer> {
    return this.send(exchange, id, body, { kind: 'reach-milestone', milestone: 'contract', terms: factsOf(body) });
  }

  @Post('registration')
  @CommandRoute('登记企业注册（信用代码校验不符时提示，不拒绝）', 'record')
  register(
    @CurrentExchange() exchange: Exchange,
    @Param('id', IdPipe) id: string,
    @Body() body: RegisterEnterpriseBody,
  ): Promise<Answer> {
    return this.send(exchange, id, body, { kind: 'reach-milestone', milestone: 'registration', terms: factsOf(body) });
  }

  @Post('land')
  @CommandRoute('登记拿地', 'record')
  secureLand(
    @CurrentExchange() exchange: Exchange,
    @Param('id', IdPipe) id: string,
    @Body() body: SecureLandBody,
  ): Promise<Answer> {
    return this.send(exchange, id, body, { kind: 'reach-milestone', milestone: 'land', terms: factsOf(body) });
  }

  @Post('start')
  @CommandRoute('登记开工', 'record')
  start(
    @CurrentExchange() exchange: Exchange,
    @Param('id', IdPipe) id: string,
    @Body() body: StartBody,
  ): Promise<Answer> {
    const { permit, ...terms } = factsOf(body);
    return this.send(exchange, id, body, { kind: 'reach-milestone', milestone: 'start', terms }, permit);
  }

  @Post('completion')
  @CommandRoute('登记竣工', 'record')
  complete(
    @CurrentExchange() exchange: Exchange,
    @Param('id', IdPipe) id: string,
    @Body() body: ReachMilestoneBody,
  ): Promise<Answer> {
    return this.send(exchange, id, body, { kind: 'reach-milestone', milestone: 'completion', terms: factsOf(body) });
  }

  @Post('acceptance')
  @CommandRoute('登记竣工验收', 'record')
  accept(
    @CurrentExchange() exchange: Exchange,
    @Param('id', IdPipe) id: string,
    @Body() body: ReachMilestoneBody,
  ): Promise<Answer> {
    return this.send(exchange, id, body, { kind: 'reach-milestone', milestone: 'acceptance', terms: factsOf(body) });
  }

  @Post('asset-handover')
  @CommandRoute('登记资产移交', 'record')
  handOverAssets(
    @CurrentExchange() exchange: Exchange,
    @Param('id', IdPipe) id: string,
    @Body() body: HandOverAssetsBody,
  ): Promise<Answer> {
    return this.send(exchange, id, body, { kind: 'reach-milestone', milestone: 'handover', terms: factsOf(body) });
  }

  @Post('production')
  @CommandRoute('登记投产（开业）', 'record')
  produce(
    @CurrentExchange() exchange: Exchange,
    @Param('id', IdPipe) id: string,
    @Body() body: ReachMilestoneBody,
  ): Promise<Answer> {
    return this.send(exchange, id, body, { kind: 'reach-milestone', milestone: 'production', terms: factsOf(body) });
  }

  @Post('output')
  @CommandRoute('登记达产', 'record')
  reachOutput(
    @CurrentExchange() exchange: Exchange,
    @Param('id', IdPipe) id: string,
    @Body() body: ReachOutputBody,
  ): Promise<Answer> {
    return this.send(exchange, id, body, { kind: 'reach-milestone', milestone: 'output', terms: factsOf(body) });
  }
}
