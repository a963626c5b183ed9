import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Answer } from '#libs/command-handling';
import {
  OpenProject,
  OpenProjectBody,
  ReachOutput,
  ReachOutputBody,
  SecureLand,
  SecureLandBody,
  SignContract,
  SignContractBody,
  StartConstruction,
  StartConstructionBody,
  VoidFigure,
  VoidFigureBody,
} from '#libs/projects';
import { CommandRoute, Commands, CurrentExchange, type Exchange } from '../http/commands.js';
import { IdPipe } from '../http/id.pipe.js';

export const projectPath = (id: string) => `/v1/projects/${id}`;

@ApiTags('项目')
@Controller('v1/projects')
export class ProjectsController {
  constructor(private readonly commands: Commands) {}

  @Post()
  @CommandRoute('登记项目，可连同已发生的签约、拿地、开工一次登记', 'record')
  open(@CurrentExchange() exchange: Exchange, @Body() body: OpenProjectBody): Promise<Answer> {
    return this.commands.send(exchange, body, (context, id) => new OpenProject(id, body, context), projectPath);
  }

  @Post(':id/contract')
  @CommandRoute('登记签约', 'record')
  sign(
    @CurrentExchange() exchange: Exchange,
    @Param('id', IdPipe) id: string,
    @Body() body: SignContractBody,
  ): Promise<Answer> {
    return this.commands.send(exchange, body, (context) => new SignContract(id, body, context), projectPath);
  }

  @Post(':id/land')
  @CommandRoute('登记拿地', 'record')
  secureLand(
    @CurrentExchange() exchange: Exchange,
    @Param('id', IdPipe) id: string,
    @Body() body: SecureLandBody,
  ): Promise<Answer> {
    return this.commands.send(exchange, body, (context) => new SecureLand(id, body, context), projectPath);
  }

  @Post(':id/start')
  @CommandRoute('登记开工', 'record')
  start(
    @CurrentExchange() exchange: Exchange,
    @Param('id', IdPipe) id: string,
    @Body() body: StartConstructionBody,
  ): Promise<Answer> {
    return this.commands.send(exchange, body, (context) => new StartConstruction(id, body, context), projectPath);
  }

  @Post(':id/output')
  @CommandRoute('登记达产', 'record')
  reachOutput(
    @CurrentExchange() exchange: Exchange,
    @Param('id', IdPipe) id: string,
    @Body() body: ReachOutputBody,
  ): Promise<Answer> {
    return this.commands.send(exchange, body, (context) => new ReachOutput(id, body, context), projectPath);
  }

  @Post(':id/voids')
  @CommandRoute('作废一项记录（核查认定不实）', 'inspect')
  voidFigure(
    @CurrentExchange() exchange: Exchange,
    @Param('id', IdPipe) id: string,
    @Body() body: VoidFigureBody,
  ): Promise<Answer> {
    return this.commands.send(exchange, body, (context) => new VoidFigure(id, body, context), projectPath);
  }
}
