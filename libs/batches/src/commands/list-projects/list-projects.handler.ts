import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { requireReach } from '#libs/access';
import { type Answer, type CommandContext, CommandRunner, answerOf } from '#libs/command-handling';
import { refuseUnless } from '#libs/eventsourcing';
import { projectDecider, projectStream, refuseFake } from '#libs/projects';
import { batchDecider, type Candidate } from '../../domain/batch.decider.js';
import { batchStream } from '../../domain/batch.events.js';
import { ListProjects } from './list-projects.command.js';

/** A unit lists the projects that it answers for, whoever organizes the batch. */
@CommandHandler(ListProjects)
export class ListProjectsHandler implements ICommandHandler<ListProjects> {
  constructor(private readonly runner: CommandRunner) {}

  async execute({ batchId, body, context }: ListProjects): Promise<Answer> {
    const { deed, occurredOn } = body;
    const done = await this.runner.runPrepared({
      stream: batchStream(batchId),
      decider: batchDecider,
      command: async () => ({
        kind: 'list-projects' as const,
        projects: await this.candidates(body.projects, context),
        deed,
        occurredOn,
        today: context.today,
      }),
      context,
    });
    return answerOf(batchId, done);
  }

  /** @throws Refusal BATCH.NO_PROJECTS, PROJECT.UNKNOWN, ACCESS.UNIT_FORBIDDEN, PROJECT.FOUND_FAKE */
  private async candidates(ids: readonly string[], { actor }: CommandContext): Promise<Candidate[]> {
    refuseUnless(ids.length > 0, 'invalid', 'BATCH.NO_PROJECTS', '请至少列入一个项目', 'projects');
    const candidates: Candidate[] = [];
    for (const [index, id] of ids.entries()) {
      const projectId = id.toLowerCase();
      const { state: project } = await this.runner.load(projectStream(projectId), projectDecider);
      refuseUnless(project, 'invalid', 'PROJECT.UNKNOWN', `没有项目 ${id}`, `projects.${index}`);
      requireReach(actor, project.unit);
      refuseFake(project, `projects.${index}`);
      candidates.push({ projectId, unit: project.unit });
    }
    return candidates;
  }
}
