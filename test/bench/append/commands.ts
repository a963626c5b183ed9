import { timedInLanes, type Timed } from '../support/lanes.js';
import { runAsProgram } from '../support/program.js';
import type { ApiAddress } from './api.js';
import { preparedCommands, send } from './send.js';
import { IN_FLIGHT, type Share } from './workload.js';

/** The program: a share's commands sent through HTTP, each answered 201 with the revision that it must have. */
runAsProgram<{ api: ApiAddress; share: Share }, Timed>(({ api, share }) =>
  timedInLanes(IN_FLIGHT, preparedCommands(share), async (command) => {
    await send(api, command);
  }),
);
