import { AsyncLocalStorage } from 'node:async_hooks';
import { type ProjectionId } from './checkpoint.js';

const drawn = new AsyncLocalStorage<readonly ProjectionId[]>();

/** Does work for an answer that draws on these projections and no others: none but they hold its as-of back. */
export const drawingOn = <Result>(of: readonly ProjectionId[], work: () => Result): Result => drawn.run(of, work);

/** What the answer under way draws on; undefined where nobody has said, so that it may be all. */
export const drawnOn = (): readonly ProjectionId[] | undefined => drawn.getStore();
