import { unlinkSync } from 'node:fs';
import { type Server, connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DataFolder } from './data-folder.js';
import { EmbeddedPostgresError } from './errors.js';

/** Held until `release` or the end of this process, however it ends. */
export interface FolderLock {
  release(): Promise<void>;
}

/**
 * A listening socket is the lock: taking it is atomic and the system frees it even after kill -9, so there is no pid
 * to misread. Linux has names outside the file system and Windows has pipes; elsewhere it is a file that can go stale.
 */
function addressOf(identity: string): string {
  if (process.platform === 'linux') return `\0${identity}`;
  if (process.platform === 'win32') return `\\\\.\\pipe\\${identity}`;
  return join(tmpdir(), `${identity}.sock`);
}

const listen = (address: string): Promise<Server | undefined> =>
  new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error),
    );
    server.listen(address, () => resolve(server.unref()));
  });

const isStale = (address: string): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(address, () => {
      socket.destroy();
      resolve(false);
    });
    socket.once('error', (error: NodeJS.ErrnoException) => resolve(error.code === 'ECONNREFUSED'));
  });

async function listenPastStaleFile(address: string): Promise<Server | undefined> {
  const server = await listen(address);
  if (server !== undefined || !address.startsWith('/') || !(await isStale(address))) return server;
  unlinkSync(address);
  return listen(address);
}

/** @throws EmbeddedPostgresError `folder-in-use` when another process, or an earlier call, holds the folder. */
export async function lockFolder(folder: DataFolder): Promise<FolderLock> {
  const server = await listenPastStaleFile(addressOf(folder.identity));
  if (server === undefined) {
    throw new EmbeddedPostgresError('folder-in-use', `数据文件夹 ${folder.path} 正被另一个台账进程使用，请先停止它`);
  }
  return { release: () => new Promise((resolve) => server.close(() => resolve())) };
}
