import { type CommandContext, type CommandRunner } from '#libs/command-handling';
import { type Recorded, Refusal } from '#libs/eventsourcing';
import { firstContactDecider } from '../domain/first-contact.js';
import { type Investor, firstContactStream, investorDecider, investorStream } from '../domain/investor.js';
import { type LeadEvent, leadStream } from '../domain/lead.events.js';

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

/** Everyone whom a lead has named as its investor, the first first. */
const investors = {
  initialState: [] as readonly Investor[],
  evolve(known: readonly Investor[], { type, data }: Recorded<LeadEvent>): readonly Investor[] {
    if (type !== 'LeadCaptured' && type !== 'LeadRevised') return known;
    const last = known.at(-1);
    const { enterprise = last?.enterprise ?? '', creditCode = last?.creditCode } = data;
    return [...known, { enterprise, creditCode }];
  },
};

/**
 * The stream on which a command about a lead's first contact has landed already; `undefined` for a new one. A lead that
 * names another investor by now would else take a repeat for something new.
 */
export async function answeredOn(
  runner: CommandRunner,
  leadId: string,
  { commandId }: CommandContext,
): Promise<string | undefined> {
  const { state: named } = await runner.read(leadStream(leadId), investors);
  for (const investor of named) {
    const stream = await firstContactsOf(runner, investor);
    const { landings } = await runner.read(stream, firstContactDecider);
    if (landings.has(commandId)) return stream;
  }
  return undefined;
}
