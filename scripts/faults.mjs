// What `npm run faults -- PATTERN…` runs: the fault tests at full size, which takes hours; the test run has them small.
import { spawnSync } from 'node:child_process';

const FULL_SIZE = {
  KILLS: 50,
  POWER_CUTS: 75,
  API_KILLS: 100,
  APPENDS: 12_000,
  SEEDS: 10,
  PROJECTOR_KILLS: 200,
  PROJECTED_EVENTS: 100_000,
  DELIVERED_EVENTS: 100_000,
  POISON_EVENTS: 1_000,
  WRITER_COMMANDS: 10_000,
  REPEATED_COMMANDS: 10_000,
  HANDOVERS: 1_000,
  FREEZES: 100,
  AWAY_MS: 60_000,
};
const patterns = process.argv.length > 2 ? process.argv.slice(2) : ['test/faults', 'libs/projections/src/crash'];

const { status } = spawnSync(process.execPath, ['node_modules/jest/bin/jest.js', '--runInBand', ...patterns], {
  env: {
    ...Object.fromEntries(Object.entries(FULL_SIZE).map(([name, size]) => [name, String(size)])),
    ...process.env,
    NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning',
  },
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
