import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { requireReach } from '#libs/access';
import { classRulesOn } from '#libs/class-rules';
import { type Answer, CommandRunner, answerOf } from '#libs/command-handling';
import { factsOf } from '#libs/contract';
import { refuseUnless } from '#libs/eventsourcing';
import { requireUnit } from '#libs/units';
import { projectDecider } from '../../domain/project.decider.js';
import { projectStream } from '../../domain/project.events.js';
import { requireAdmission } from '../require-admission.js';
import { requireIntroducer } from '../require-introducer.js';
import { OpenProject, type OpenProjectBody } from './open-project.command.js';

@CommandHandler(OpenProject)
export class OpenProjectHandler implements ICommandHandler<OpenProject> {
  constructor(private readonly runner: CommandRunner) {}

  async execute({ projectId, body, context }: OpenProject): Promise<Answer> {
    const { contract, land, start, ...facts } = factsOf(body);
    const done = await this.runner.runPrepared({
      stream: projectStream(projectId),
      decider: projectDecider,
      command: async () => {
        requireReach(context.actor, facts.unit);
        await this.requireNamed(body);
        if (contract) await requireAdmission(this.runner, projectId, contract.occurredOn, 'contract.occurredOn');
        const rules = await classRulesOn(this.runner, facts.occurredOn);
        const introducer = await requireIntroducer(this.runner, facts.introducer);
        const project = { ...facts, ...(introducer && { introducer }) };
        return { kind: 'open-project' as const, project, contract, land, start, rules, today: context.today };
      },
      context,
    });
    return answerOf(projectId, done);
  }

  /** What the project names has to exist. */
  private async requireNamed({
    unit,
    localUnit,
    shares = [],
    parentProjectId,
    occurredOn,
  }: OpenProjectBody): Promise<void> {
    await requireUnit(this.runner, unit, 'unit', occurredOn);
    if (localUnit) await requireUnit(this.runner, localUnit, 'localUnit', occurredOn);
    for (const [index, share] of shares.entries())
      await requireUnit(this.runner, share.unit, `shares.${index}.unit`, occurredOn);
    if (parentProjectId === undefined) return;
    const { state: parent } = await this.runner.load(projectStream(parentProjectId), projectDecider);
    refuseUnless(parent, 'invalid', 'PROJECT.PARENT_UNKNOWN', '没有所指的原项目', 'parentProjectId');
  }
}
