import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { requireReach } from '#libs/access';
import { classRulesOn } from '#libs/class-rules';
import { type Answer, CommandRunner, answerOf } from '#libs/command-handling';
import { requireUnit } from '#libs/units';
import { projectDecider } from '../../domain/project.decider.js';
import { projectStream } from '../../domain/project.events.js';
import { requireAdmission } from '../require-admission.js';
import { requireIntroducer } from '../require-introducer.js';
import { ChangeProject } from './change-project.command.js';
import { GrantedPermits, withPermit } from './granted-permits.js';
import { unitsNamedIn } from './units-named-in.js';
import { warningsOf } from './warnings.js';

/** Runs a change of a project that exists, by someone who can act for the unit that answers for it now. */
@CommandHandler(ChangeProject)
export class ChangeProjectHandler implements ICommandHandler<ChangeProject> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly permits: GrantedPermits,
  ) {}

  async execute({ projectId, change, context, permit }: ChangeProject): Promise<Answer> {
    const done = await this.runner.runPrepared({
      stream: projectStream(projectId),
      decider: projectDecider,
      command: async (project) => {
        for (const { unit, field, on } of unitsNamedIn(change)) await requireUnit(this.runner, unit, field, on);
        if (project && change.kind === 'reach-milestone' && change.milestone === 'contract')
          await requireAdmission(this.runner, projectId, change.terms.occurredOn);
        const rules =
          change.kind === 'change-details' ? await classRulesOn(this.runner, change.facts.occurredOn) : undefined;
        const proved = permit === undefined ? change : await withPermit(this.permits, projectId, change, permit);
        if (proved.kind === 'correct-introducer') {
          const introducer = await requireIntroducer(this.runner, proved.facts.introducer, projectId);
          return { ...proved, facts: { ...proved.facts, introducer }, today: context.today };
        }
        return { ...proved, rules, today: context.today };
      },
      context,
      authorize: (project) => project && requireReach(context.actor, project.unit),
    });
    const warnings = warningsOf(change);
    return { ...answerOf(projectId, done), ...(warnings.length > 0 && { warnings }) };
  }
}
