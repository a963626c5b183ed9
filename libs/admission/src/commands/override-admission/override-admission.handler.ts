import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Answer, CommandRunner, answerOf } from '#libs/command-handling';
import { factsOf } from '#libs/contract';
import { admissionDecider } from '../../domain/admission.decider.js';
import { admissionStream } from '../../domain/admission.events.js';
import { ReviewedProjects, requireReviewedProject } from '../reviewed-projects.js';
import { OverrideAdmission } from './override-admission.command.js';

@CommandHandler(OverrideAdmission)
export class OverrideAdmissionHandler implements ICommandHandler<OverrideAdmission> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly projects: ReviewedProjects,
  ) {}

  async execute({ projectId, body, context }: OverrideAdmission): Promise<Answer> {
    const { actor, today } = context;
    const done = await this.runner.runPrepared({
      stream: admissionStream(projectId),
      decider: admissionDecider,
      command: async () => {
        const { unit } = await requireReviewedProject(this.projects, projectId, actor);
        return { kind: 'override-admission' as const, ...factsOf(body), unit, recordedBy: actor.id, today };
      },
      context,
    });
    return answerOf(projectId, done);
  }
}
