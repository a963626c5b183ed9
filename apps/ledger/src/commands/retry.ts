import { NeedsRebuildError, type Retried, retryParked, startAgain } from '#libs/projections';
import { operate, projectionNamed } from '../operate.js';

/** Applies a projection's parked events once what they failed of is mended; exit code 1 while some stay parked. */
export function runRetry(name: string, { stream }: { stream?: string }): Promise<void> {
  return operate(async ({ database, store, projections }) => {
    const projection = projectionNamed(projections, name);
    if (await startAgain(database, projection)) console.log(`${name}：已解除停止，投影将在数秒内继续`);
    const retried = await retryParked(database, store, projection, stream).catch(inWords);
    if (retried.length === 0) console.log(`${name}：没有搁置的事件`);
    for (const each of retried) console.log(lineOf(each));
    if (retried.some(({ left }) => left > 0)) process.exitCode = 1;
  });
}

const lineOf = ({ stream, applied, left, fault }: Retried): string =>
  `${stream}：补办 ${applied} 个${left > 0 ? `，仍搁置 ${left} 个（${fault}）` : ''}`;

function inWords(error: unknown): never {
  if (!(error instanceof NeedsRebuildError)) throw error;
  throw new Error(`${error.projection} 跨流取数，事后补办会与依序办理不同，请改用 rebuild ${error.projection}`, {
    cause: error,
  });
}
