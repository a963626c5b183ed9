import type { ServerWritableStream } from '@grpc/grpc-js';
import type { ProtocolError } from '../protocol/errors.js';
import type { StreamsMessages } from '../protocol/stubs.js';

/** A Read call, answered with responses that are bytes already. */
export type ReadCall = ServerWritableStream<StreamsMessages.ReadReq, Buffer>;

// What a reader that is slower than the log may leave unsent before it is waited for.
const UNSENT_BYTES = 256 * 1024;

/** The sending end of a Read call: keeps a slow reader's unsent answers few, and knows when it has gone. */
export class Outlet {
  private unsent = 0;
  private full = false;
  private gone = false;
  private wake: (() => void) | undefined;
  private readonly farewells: (() => void)[] = [];

  constructor(private readonly call: ReadCall) {
    call.on('drain', () => this.drained());
    call.on('error', () => this.left());
    call.once('cancelled', () => this.left());
    call.once('close', () => this.left());
  }

  /** The reader has gone, or was told to. Sending is pointless, and harmless. */
  get closed(): boolean {
    return this.gone;
  }

  /** Calls `listener` once the reader has gone. */
  onClosed(listener: () => void): void {
    this.farewells.push(listener);
  }

  /** False: wait for `ready` before sending more. */
  send(response: Buffer): boolean {
    if (this.gone) return true;
    this.unsent += response.length;
    if (!this.call.write(response) && this.unsent > UNSENT_BYTES) this.full = true;
    return !this.full;
  }

  /** Resolves when the reader has taken what was sent, or has gone. */
  async ready(): Promise<void> {
    if (this.full && !this.gone) await new Promise<void>((resolve) => (this.wake = resolve));
  }

  end(): void {
    if (!this.gone) this.call.end();
  }

  fail(error: ProtocolError): void {
    if (!this.gone) this.call.emit('error', error);
  }

  private drained(): void {
    this.unsent = 0;
    this.full = false;
    this.wake?.();
  }

  private left(): void {
    if (this.gone) return;
    this.gone = true;
    this.wake?.();
    this.farewells.forEach((listener) => listener());
  }
}
