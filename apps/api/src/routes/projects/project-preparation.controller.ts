import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Answer } from '#libs/command-handling';
import { factsOf } from '#libs/contract';
import {
  ChangeDetailsBody,
  CorrectIntroducerBody,
  KeyProjectBody,
  LetterOfIntentBody,
  NegotiationBody,
} from '#libs/projects';
import { CommandRoute, CurrentExchange, type Exchange } from '../../http/commands.js';
import { IdPipe } from '../../http/id.pipe.js';
import { ProjectRoutes } from './project-routes.js';

/** What a project is, and what precedes its contract. */
@ApiTags('项目')
@Controller('v1/projects/:id')
export class ProjectPreparationController extends ProjectRoutes {
  @Post('details')
  @CommandRoute('变更项目信息（整体）', 'record')
  changeDetails(
    @CurrentExchange() exchange: Exchange,
    @Param('id', IdPipe) id: string,
    @Body() body: ChangeDetailsBody,
  ): Promise<Answer> {
    return this.send(exchange, id, body, { kind: 'change-details', facts: factsOf(body) });
  }

  @Post('introducer')
  @CommandRoute('更正引荐企业（以商引商）；不填引荐企业即并非由企业引荐', 'record')
  correctIntroducer(
    @CurrentExchange() exchange: Exchange,
    @Param('id', IdPipe) id: string,
    @Body() body: CorrectIntroducerBody,
  ): Promise<Answer> {
    return this.send(exchange, id, body, { kind: 'correct-introducer', facts: factsOf(body) });
  }

  @Post('key-levels')
  @CommandRoute('列为某级某年度重点项目', 'record')
  designate(
    @CurrentExchange() exchange: Exchange,
    @Param('id', IdPipe) id: string,
    @Body() body: KeyProjectBody,
  ): Promise<Answer> {
    return this.send(exchange, id, body, { kind: 'designate-key-project', facts: factsOf(body) });
  }

  @Post('negotiations')
  @CommandRoute('登记一次洽谈', 'record')
  negotiate(
    @CurrentExchange() exchange: Exchange,
    @Param('id', IdPipe) id: string,
    @Body() body: NegotiationBody,
  ): Promise<Answer> {
    return this.send(exchange, id, body, { kind: 'record-negotiation', facts: factsOf(body) });
  }

  @Post('letters-of-intent')
  @CommandRoute('登记意向书或框架协议（不计为签约）', 'record')
  intend(
    @CurrentExchange() exchange: Exchange,
    @Param('id', IdPipe) id: string,
    @Body() body: LetterOfIntentBody,
  ): Promise<Answer> {
    return this.send(exchange, id, body, { kind: 'sign-letter-of-intent', facts: factsOf(body) });
  }
}
