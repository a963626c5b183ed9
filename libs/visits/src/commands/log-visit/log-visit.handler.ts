import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { requireReach } from '#libs/access';
import { type Answer, CommandRunner, answerOf } from '#libs/command-handling';
import { factsOf } from '#libs/contract';
import { refuseUnless } from '#libs/eventsourcing';
import { leadDecider, leadStream } from '#libs/leads';
import { projectDecider, projectStream } from '#libs/projects';
import { requireUnit } from '#libs/units';
import { visitDecider } from '../../domain/visit.decider.js';
import { visitStream } from '../../domain/visit.events.js';
import { LogVisit, type LogVisitBody } from './log-visit.command.js';

@CommandHandler(LogVisit)
export class LogVisitHandler implements ICommandHandler<LogVisit> {
  constructor(private readonly runner: CommandRunner) {}

  async execute({ visitId, body, context }: LogVisit): Promise<Answer> {
    const done = await this.runner.runPrepared({
      stream: visitStream(visitId),
      decider: visitDecider,
      command: async () => {
        requireReach(context.actor, body.unit);
        await requireUnit(this.runner, body.unit, 'unit', body.to);
        await this.requireSubjects(body);
        return { kind: 'log-visit' as const, visit: factsOf(body), today: context.today };
      },
      context,
    });
    return answerOf(visitId, done);
  }

  /** The projects and leads that the visit names have to exist. */
  private async requireSubjects({ projects = [], leads = [] }: LogVisitBody): Promise<void> {
    for (const [index, id] of projects.entries()) {
      const { state } = await this.runner.load(projectStream(id), projectDecider);
      refuseUnless(state, 'invalid', 'PROJECT.UNKNOWN', `没有项目 ${id}`, `projects.${index}`);
    }
    for (const [index, id] of leads.entries()) {
      const { state } = await this.runner.load(leadStream(id), leadDecider);
      refuseUnless(state, 'invalid', 'LEAD.UNKNOWN', `没有线索 ${id}`, `leads.${index}`);
    }
  }
}
