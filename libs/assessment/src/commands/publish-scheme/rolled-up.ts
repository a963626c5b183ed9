import { type CommandRunner } from '#libs/command-handling';
import { questionsOf } from '../../domain/places.js';
import { schemeDecider } from '../../domain/scheme.decider.js';
import { schemeStream } from '../../domain/scheme.events.js';
import { type Scheme } from '../../domain/scheme.js';

/** The codes of the schemes whose results a scheme asks for. */
export const rolledUpBy = (scheme: Scheme): string[] =>
  [...questionsOf(scheme).values()].flatMap((question) => (question.kind === 'scheme' ? [question.scheme] : []));

/** The published schemes among `codes` and below them, each with those that its latest version rolls up, from the log. */
export async function publishedBelow(
  runner: CommandRunner,
  codes: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const published = new Map<string, readonly string[]>();
  const waiting = [...codes];
  for (let code = waiting.pop(); code !== undefined; code = waiting.pop()) {
    if (published.has(code)) continue;
    const { state } = await runner.read(schemeStream(code), schemeDecider);
    const latest = state.versions.at(-1);
    if (!latest) continue;
    const below = rolledUpBy(latest);
    published.set(code, below);
    waiting.push(...below);
  }
  return published;
}
