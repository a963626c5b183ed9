import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Answer, CommandRunner, answerOf } from '#libs/command-handling';
import { checkedSubject, factsOf } from '#libs/contract';
import { requireUnit } from '#libs/units';
import { targetDecider } from '../../domain/target.decider.js';
import { targetStream } from '../../domain/target.events.js';
import { isAdditive } from '../known-metric.js';
import { requireSetter } from '../require-setter.js';
import { scheduleOf } from '../target-bodies.js';
import { SetTarget } from './set-target.command.js';

@CommandHandler(SetTarget)
export class SetTargetHandler implements ICommandHandler<SetTarget> {
  constructor(private readonly runner: CommandRunner) {}

  /** @throws Refusal what `targetDecider` refuses, UNIT.UNKNOWN, SUBJECT.INVALID, TARGET.UNKNOWN_METRIC */
  async execute({ body, context }: SetTarget): Promise<Answer> {
    const { metric, year, own } = body;
    const subject = checkedSubject(body.subject, 'subject');
    const parent = body.parent && checkedSubject(body.parent, 'parent');
    const done = await this.runner.runPrepared({
      stream: targetStream(metric, year),
      decider: targetDecider,
      command: async () => {
        const target = { ...factsOf(body), subject, parent, schedule: scheduleOf(body.schedule) };
        const additive = isAdditive(metric, own);
        requireSetter(context.actor, parent);
        if (subject.kind === 'unit') await requireUnit(this.runner, subject.code, 'subject.code');
        return { kind: 'set-target' as const, target, additive, today: context.today };
      },
      context,
    });
    return answerOf(`${year}.${metric}.${subject.kind}.${subject.code}`, done);
  }
}
