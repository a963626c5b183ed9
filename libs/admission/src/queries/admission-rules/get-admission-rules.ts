import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { CommandRunner } from '#libs/command-handling';
import { admissionRulesDecider } from '../../domain/rules.decider.js';
import { ADMISSION_RULES_STREAM, type AdmissionRulesState, MEASURE_NAMES } from '../../domain/rules.events.js';

interface RulesAnswer {
  readonly versions: AdmissionRulesState;
  readonly measures: { readonly code: string; readonly name: string }[];
}

/** Every version of the rules of admission, the oldest first, and what they can measure. */
export class GetAdmissionRules extends Query<RulesAnswer> {}

@QueryHandler(GetAdmissionRules)
export class GetAdmissionRulesHandler implements IQueryHandler<GetAdmissionRules> {
  constructor(private readonly runner: CommandRunner) {}

  async execute(): Promise<RulesAnswer> {
    const { state: versions } = await this.runner.read(ADMISSION_RULES_STREAM, admissionRulesDecider);
    return { versions, measures: Object.entries(MEASURE_NAMES).map(([code, name]) => ({ code, name })) };
  }
}
