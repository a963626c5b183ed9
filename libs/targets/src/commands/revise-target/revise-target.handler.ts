import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Answer, CommandRunner, answerOf } from '#libs/command-handling';
import { checkedSubject, factsOf } from '#libs/contract';
import { refuseUnless } from '#libs/eventsourcing';
import { subjectKey } from '#libs/values';
import { targetDecider } from '../../domain/target.decider.js';
import { targetStream } from '../../domain/target.events.js';
import { requireSetter } from '../require-setter.js';
import { scheduleOf } from '../target-bodies.js';
import { ReviseTarget } from './revise-target.command.js';

@CommandHandler(ReviseTarget)
export class ReviseTargetHandler implements ICommandHandler<ReviseTarget> {
  constructor(private readonly runner: CommandRunner) {}

  /** @throws Refusal what `targetDecider` refuses, ACCESS.UNIT_FORBIDDEN */
  async execute({ body, context }: ReviseTarget): Promise<Answer> {
    const { metric, year, approvedBy } = body;
    refuseUnless(approvedBy, 'invalid', 'TARGET.UNAPPROVED', '调整目标须写明批准人', 'approvedBy');
    const subject = checkedSubject(body.subject, 'subject');
    const done = await this.runner.run({
      stream: targetStream(metric, year),
      decider: targetDecider,
      command: {
        kind: 'revise-target',
        revision: { ...factsOf(body), subject, schedule: scheduleOf(body.schedule), approvedBy },
        today: context.today,
      },
      context,
      authorize: (targets) => requireSetter(context.actor, targets.get(subjectKey(subject))?.parent),
    });
    return answerOf(`${year}.${metric}.${subject.kind}.${subject.code}`, done);
  }
}
