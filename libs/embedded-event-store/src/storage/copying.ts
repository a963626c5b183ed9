import type pg from 'pg';

const FIRST_BYTES = 256 * 1024;

/**
 * Runs statements `COPY … TO STDOUT`, the only way to have Postgres' binary format from this driver: the rows of a
 * SELECT it decodes as text, in which bytea travels in hexadecimal.
 *
 * What is received lies in buffers that are used again. A page is large, and buffers by the page would keep the garbage
 * collector busy with the whole heap.
 */
export class Copying {
  private readonly spare: Buffer[] = [];

  constructor(private readonly pool: pg.Pool) {}

  /** What `read` makes of all that the statement sends; the bytes are valid in that call only. */
  async run<T>(statement: string, read: (bytes: Buffer) => T): Promise<T> {
    const { buffer, length } = await this.receive(statement, this.spare.pop() ?? Buffer.allocUnsafeSlow(FIRST_BYTES));
    try {
      return read(buffer.subarray(0, length));
    } finally {
      this.spare.push(buffer);
    }
  }

  private async receive(statement: string, buffer: Buffer): Promise<Received> {
    const client = await this.pool.connect();
    try {
      const received = await new Promise<Received>((resolve, reject) => {
        client.query(new CopyOut(statement, buffer, resolve, reject));
      });
      client.release();
      return received;
    } catch (error) {
      client.release(true);
      throw error;
    }
  }
}

interface Received {
  readonly buffer: Buffer;
  readonly length: number;
}

// The driver hands the messages of its connection to what runs on it, by these names.
class CopyOut {
  private length = 0;

  constructor(
    private readonly statement: string,
    private buffer: Buffer,
    private readonly resolve: (received: Received) => void,
    private readonly reject: (error: Error) => void,
  ) {}

  submit(connection: pg.Connection): void {
    connection.query(this.statement);
  }

  handleCopyData({ chunk }: { chunk: Buffer }): void {
    const length = this.length + chunk.length;
    if (length > this.buffer.length) {
      const larger = Buffer.allocUnsafeSlow(Math.max(length, 2 * this.buffer.length));
      this.buffer.copy(larger, 0, 0, this.length);
      this.buffer = larger;
    }
    chunk.copy(this.buffer, this.length);
    this.length = length;
  }

  handleCommandComplete(): void {
    // `handleReadyForQuery` follows.
  }

  handleReadyForQuery(): void {
    this.resolve({ buffer: this.buffer, length: this.length });
  }

  handleError(error: Error): void {
    this.reject(error);
  }
}
