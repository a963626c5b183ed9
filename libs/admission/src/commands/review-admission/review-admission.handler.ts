import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Answer, CommandRunner, answerOf } from '#libs/command-handling';
import { factsOf } from '#libs/contract';
import { admissionDecider } from '../../domain/admission.decider.js';
import { admissionStream } from '../../domain/admission.events.js';
import { admissionRulesDecider } from '../../domain/rules.decider.js';
import { ADMISSION_RULES_STREAM, admissionRulesOn } from '../../domain/rules.events.js';
import { ReviewedProjects, requireReviewedProject } from '../reviewed-projects.js';
import { ReviewAdmission } from './review-admission.command.js';

@CommandHandler(ReviewAdmission)
export class ReviewAdmissionHandler implements ICommandHandler<ReviewAdmission> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly projects: ReviewedProjects,
  ) {}

  async execute({ projectId, body, context }: ReviewAdmission): Promise<Answer> {
    const done = await this.runner.runPrepared({
      stream: admissionStream(projectId),
      decider: admissionDecider,
      command: async () => {
        const project = await requireReviewedProject(this.projects, projectId, context.actor);
        const { state: versions } = await this.runner.read(ADMISSION_RULES_STREAM, admissionRulesDecider);
        const rules = admissionRulesOn(versions, body.occurredOn);
        return { kind: 'review-admission' as const, ...factsOf(body), project, rules, today: context.today };
      },
      context,
    });
    return answerOf(projectId, done);
  }
}
