import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Answer, CommandRunner, answerOf } from '#libs/command-handling';
import { factsOf } from '#libs/contract';
import { admissionRulesDecider } from '../../domain/rules.decider.js';
import { ADMISSION_RULES_STREAM } from '../../domain/rules.events.js';
import { PublishAdmissionRules } from './publish-admission-rules.command.js';

/** Answers with the number of the version. */
@CommandHandler(PublishAdmissionRules)
export class PublishAdmissionRulesHandler implements ICommandHandler<PublishAdmissionRules> {
  constructor(private readonly runner: CommandRunner) {}

  async execute({ body, context }: PublishAdmissionRules): Promise<Answer> {
    const done = await this.runner.run({
      stream: ADMISSION_RULES_STREAM,
      decider: admissionRulesDecider,
      command: { kind: 'publish-admission-rules', rules: factsOf(body), today: context.today },
      context,
    });
    return answerOf(String(done.revision + 1n), done);
  }
}
