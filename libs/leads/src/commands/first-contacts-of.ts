import { type CommandContext, type CommandRunner } from '#libs/command-handling';
import { Refusal } from '#libs/eventsourcing';
import { type Investor, firstContactStream, investorDecider, investorStream } from '../domain/investor.js';

/** The stream of an investor's first contacts: the one that its credit code is bound to, else its name's. */
export async function firstContactsOf(runner: CommandRunner, investor: Investor): Promise<string> {
  const byCode = investorStream(investor);
  const { state } = byCode ? await runner.read(byCode, investorDecider) : { state: undefined };
  return state ?? firstContactStream(investor.enterprise);
}

/**
 * The same, and binds a credit code that has not been met before: a later claim under the code finds the stream
 * whatever name it writes. Should the process die before the claim itself, the binding does no harm.
 */
export async function bindFirstContactsOf(
  runner: CommandRunner,
  investor: Investor,
  context: CommandContext,
): Promise<string> {
  const byCode = investorStream(investor);
  const stream = await firstContactsOf(runner, investor);
  if (!byCode || !investor.creditCode) return stream;
  try {
    const { state } = await runner.run({
      stream: byCode,
      decider: investorDecider,
      command: {
        kind: 'identify-investor',
        investor: { creditCode: investor.creditCode, enterprise: investor.enterprise, stream },
      },
      context: { ...context, expectedRevision: undefined },
    });
    return state ?? stream;
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'INVESTOR.ALREADY_IDENTIFIED') throw error;
    return firstContactsOf(runner, investor);
  }
}
