import { pino } from 'pino';
import { startProjector } from '#apps/projector';
import type { Projector } from '#libs/projections';
import { runAsProgram } from '../support/program.js';
import type { StoreAddress } from '../support/store.js';

let projector: Projector | undefined;

/** The program: the projector process of the product, with everything that follows the log. */
runAsProgram<StoreAddress, void>(
  async (address) => {
    projector = await startProjector({ ...address, logger: pino({ level: 'warn' }, pino.destination(2)) });
  },
  async () => projector?.stop(),
);
