import { createServer } from 'node:net';

/** The port itself when nobody listens on it, else 0: take a free one. */
export const freePortUnless = (port: number, host: string): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer()
      .once('error', () => resolve(0))
      .listen(port, host, () => probe.close(() => resolve(port)));
  });
