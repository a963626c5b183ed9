import { totalmem } from 'node:os';

const MB = 1024 * 1024;

/** An eighth of the machine's memory (or of what this process is granted), within reason. It is taken as it is used. */
function sharedBuffersMb(): number {
  const granted = Math.min(totalmem(), process.constrainedMemory() || Infinity);
  return Math.floor(Math.min(Math.max(granted / 8 / MB, 128), 2048));
}

/**
 * Nothing acknowledged is ever lost: fsync, full_page_writes and synchronous_commit stay on. The sizes suit one office
 * on one machine: bulk projections without a checkpoint storm, many short transactions, no JIT.
 */
const SETTINGS = {
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  shared_buffers: `${sharedBuffersMb()}MB`,
  max_wal_size: '2GB',
  checkpoint_timeout: '15min',
  wal_level: 'minimal',
  max_wal_senders: '0',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
} as const;

/** The settings as arguments of `postgres`. */
export const settingsArguments = (): string[] =>
  Object.entries(SETTINGS).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
