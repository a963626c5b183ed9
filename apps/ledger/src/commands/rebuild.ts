import { pino } from 'pino';
import { keepHeapSmall, rebuild } from '#libs/projections';
import { operate, projectionNamed } from '../operate.js';
import { progressBar } from '../progress-bar.js';
import { readSettings } from '../settings.js';

/** Builds a projection's tables anew beside those that are read, with a bar, and puts them in place. */
export function runRebuild(name: string, { fromStart }: { fromStart?: boolean }): Promise<void> {
  return operate(async ({ databaseUrl, store, projections }) => {
    const projection = projectionNamed(projections, name);
    if (projection.entities.length === 0) throw new Error(`${name} 没有数据表，无须重建`);
    keepHeapSmall();
    const logger = pino({ level: readSettings().logLevel }, pino.destination(2));
    const bar = progressBar(`重建 ${name}`, 0);
    const onProgress = (seq: bigint, of: bigint): void => bar.to(Number(seq), Number(of));
    await rebuild({ store, databaseUrl, projection, logger, fromStart, onProgress }).finally(() => bar.stop());
    console.log(`${name} 第 ${projection.version} 版已重建并启用`);
  });
}
