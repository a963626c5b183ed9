import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Answer, CommandRunner, answerOf } from '#libs/command-handling';
import { requireUnit } from '#libs/units';
import { classRulesDecider } from '../../domain/class-rules.decider.js';
import { CLASS_RULES_STREAM } from '../../domain/class-rules.events.js';
import { PublishClassRules } from './publish-class-rules.command.js';

/** Answers with the number of the version. */
@CommandHandler(PublishClassRules)
export class PublishClassRulesHandler implements ICommandHandler<PublishClassRules> {
  constructor(private readonly runner: CommandRunner) {}

  async execute({ body, context }: PublishClassRules): Promise<Answer> {
    const { from, classes } = body;
    const done = await this.runner.runPrepared({
      stream: CLASS_RULES_STREAM,
      decider: classRulesDecider,
      command: async () => {
        for (const [index, { reportTo }] of classes.entries())
          if (reportTo) await requireUnit(this.runner, reportTo, `classes.${index}.reportTo`, from);
        return { kind: 'publish-class-rules' as const, from, classes, today: context.today };
      },
      context,
    });
    return answerOf(String(done.revision + 1n), done);
  }
}
