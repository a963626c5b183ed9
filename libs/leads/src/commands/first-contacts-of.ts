import { type CommandContext, type CommandRunner } from '#libs/command-handling';
import { type Recorded, Refusal } from '#libs/eventsourcing';
import { type FirstContactCommand, firstContactDecider } from '../domain/first-contact.js';
import { type Investor, firstContactStream, investorDecider, investorStream } from '../domain/investor.js';
import { type LeadEvent, leadStream } from '../domain/lead.events.js';
import { LEAD_TITLES } from '../domain/titles.js';

/** The stream of an investor's first contacts: the one that its credit code is bound to, else its name's. */
export async function firstContactsOf(runner: CommandRunner, investor: Investor): Promise<string> {
  const byCode = investorStream(investor);
  const { state } = byCode ? await runner.read(byCode, investorDecider) : { state: undefined };
  return state?.stream ?? firstContactStream(investor.enterprise);
}

/**
 * The same, and binds a credit code that has not been met before: a later claim under the code finds the stream
 * whatever name it writes. Should the process die before the claim itself, the binding does no harm; a claim that is
 * refused binds nothing. @throws Refusal, as the claim's decider
 */
export async function bindFirstContactsOf(
  runner: CommandRunner,
  investor: Investor,
  claim: FirstContactCommand,
  context: CommandContext,
): Promise<string> {
  const byCode = investorStream(investor);
  const stream = await firstContactsOf(runner, investor);
  if (!byCode || !investor.creditCode) return stream;
  firstContactDecider.decide(claim, (await runner.read(stream, firstContactDecider)).state);
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
    return state?.stream ?? stream;
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'INVESTOR.ALREADY_IDENTIFIED') throw error;
    return firstContactsOf(runner, investor);
  }
}

/** Everyone whom a lead has named as its investor, the first first. */
const investors = {
  knows: LEAD_TITLES,
  initialState: [] as readonly Investor[],
  evolve(known: readonly Investor[], { type, data }: Recorded<LeadEvent>): readonly Investor[] {
    if (type !== 'LeadCaptured' && type !== 'LeadRevised') return known;
    const last = known.at(-1);
    const { enterprise = last?.enterprise ?? '', creditCode = last?.creditCode } = data;
    return [...known, { enterprise, creditCode }];
  },
};

/** Every stream of first contacts in which something about the lead may stand. */
async function streamsAbout(runner: CommandRunner, leadId: string): Promise<string[]> {
  const { state: named } = await runner.read(leadStream(leadId), investors);
  const bound = named.map(async (investor) => {
    const byCode = investorStream(investor);
    const { state } = byCode ? await runner.read(byCode, investorDecider) : { state: undefined };
    return [...(state?.streams ?? []), firstContactStream(investor.enterprise)];
  });
  return [...new Set((await Promise.all(bound)).flat())];
}

/**
 * The stream of the first contacts that a lead has to do with: where its own claim stands, else its investor's. With the
 * `commandId` of a command that has landed already, where it landed. Whoever the lead, or the credit code, has come to
 * name since, a claim is settled, voided and repeated where it was made.
 */
export async function firstContactsAbout(
  runner: CommandRunner,
  leadId: string,
  investor: Investor,
  commandId?: string,
): Promise<string> {
  return (await claimedOn(runner, leadId, commandId)) ?? firstContactsOf(runner, investor);
}

/** Where a command about a lead's first contact has landed already, else where the lead's claim stands. */
export async function claimedOn(
  runner: CommandRunner,
  leadId: string,
  commandId?: string,
): Promise<string | undefined> {
  const streams = await streamsAbout(runner, leadId);
  const read = await Promise.all(streams.map((stream) => runner.read(stream, firstContactDecider)));
  const landed = read.findIndex(({ landings }) => commandId !== undefined && landings.has(commandId));
  const claimed = read.findIndex(({ state }) => state?.claims.some((claim) => claim.leadId === leadId));
  return streams[landed >= 0 ? landed : claimed];
}
