import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Answer } from '#libs/command-handling';
import { factsOf } from '#libs/contract';
import { AmendContractBody, TerminateContractBody } from '#libs/projects';
import { CommandRoute, CurrentExchange, type Exchange } from '../../http/commands.js';
import { IdPipe } from '../../http/id.pipe.js';
import { ProjectRoutes } from './project-routes.js';

/** What becomes of a contract (features.md P2). */
@ApiTags('项目')
@Controller('v1/projects/:id')
export class ProjectContractController extends ProjectRoutes {
  @Post('contract/amendments')
  @CommandRoute('登记合同变更：变更后的合同全文要点', 'record')
  amend(
    @CurrentExchange() exchange: Exchange,
    @Param('id', IdPipe) id: string,
    @Body() body: AmendContractBody,
  ): Promise<Answer> {
    return this.send(exchange, id, body, { kind: 'amend-contract', facts: factsOf(body) });
  }

  @Post('contract/termination')
  @CommandRoute('登记合同终止', 'record')
  terminate(
    @CurrentExchange() exchange: Exchange,
    @Param('id', IdPipe) id: string,
    @Body() body: TerminateContractBody,
  ): Promise<Answer> {
    return this.send(exchange, id, body, { kind: 'terminate-contract', facts: factsOf(body) });
  }
}
