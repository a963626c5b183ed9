import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Answer, CommandRunner, answerOf } from '#libs/command-handling';
import { refuseUnless } from '#libs/eventsourcing';
import { type InputEntry, inputDecider } from '../../domain/inputs/input.decider.js';
import { inputStream } from '../../domain/inputs/input.events.js';
import { placesIn, schemeIn } from '../input-places.js';
import { requireSubjects } from '../require-subjects.js';
import { CertifyInputs, type InputBody } from './certify-inputs.command.js';

@CommandHandler(CertifyInputs)
export class CertifyInputsHandler implements ICommandHandler<CertifyInputs> {
  constructor(private readonly runner: CommandRunner) {}

  /** @throws Refusal what `placesIn`, `requireSubjects` and `inputDecider` refuse. */
  async execute({ scheme: code, body, context }: CertifyInputs): Promise<Answer> {
    refuseUnless(body.inputs.length > 0, 'invalid', 'INPUT.NONE', '至少须有一项数据', 'inputs');
    const scheme = await schemeIn(this.runner, code, body.version);
    const done = await this.runner.runPrepared({
      stream: inputStream(code, scheme.period, context.actor.unit),
      decider: inputDecider,
      command: async () => {
        const placeOf = placesIn(scheme, context.actor);
        const entries = body.inputs.map((input, index) => ({
          ...entryOf(input),
          ...placeOf(input, `inputs[${index}]`),
        }));
        await requireSubjects(this.runner, scheme, entries, (index) => `inputs[${index}].subject`);
        return { kind: 'certify-inputs' as const, entries, approver: context.approvedBy, today: context.today };
      },
      context,
    });
    return answerOf(code, done);
  }
}

const entryOf = ({
  input: _,
  subject: __,
  items,
  evidence = [],
  ...rest
}: InputBody): Omit<InputEntry, 'place' | 'slot'> => ({
  ...rest,
  ...(items && { items: items.map(({ values = {}, tags = [], ...item }) => ({ ...item, values, tags })) }),
  evidence,
});
