import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { CommandRunner } from '#libs/command-handling';
import { type ClassRules } from '#libs/values';
import { classRulesDecider } from '../../domain/class-rules.decider.js';
import { CLASS_RULES_STREAM } from '../../domain/class-rules.events.js';

/** Every version of the rules of classing, the oldest first. */
export class GetClassRules extends Query<{ versions: readonly ClassRules[] }> {}

/** Folds the rules' own stream: the answer is never behind. */
@QueryHandler(GetClassRules)
export class GetClassRulesHandler implements IQueryHandler<GetClassRules> {
  constructor(private readonly runner: CommandRunner) {}

  async execute(): Promise<{ versions: readonly ClassRules[] }> {
    const { state } = await this.runner.read(CLASS_RULES_STREAM, classRulesDecider);
    return { versions: state };
  }
}
