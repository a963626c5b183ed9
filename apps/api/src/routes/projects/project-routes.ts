import { Injectable } from '@nestjs/common';
import { type Answer } from '#libs/command-handling';
import { type CommandBody } from '#libs/contract';
import { ChangeProject } from '#libs/projects';
import { Commands, type Exchange } from '../../http/commands.js';
import { projectPath } from '../projects.controller.js';

/** What the routes that change a project have in common. */
@Injectable()
export class ProjectRoutes {
  constructor(private readonly commands: Commands) {}

  send(
    exchange: Exchange,
    id: string,
    body: CommandBody,
    change: ChangeProject['change'],
    permit?: string,
  ): Promise<Answer> {
    return this.commands.send(exchange, body, (context) => new ChangeProject(id, change, context, permit), projectPath);
  }
}
