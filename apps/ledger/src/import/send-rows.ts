import { type Actor } from '#libs/access';
import { type ImportFile } from '#libs/import-file';
import { type Sha256 } from '#libs/values';
import { type LedgerClient, RefusedError } from '../client.js';
import { progressBar } from '../progress-bar.js';
import { type RowCommand, rowCommands, unitCommands } from './import-rows.js';

const IN_FLIGHT = 16;

/** A row that the API refused; the others stand. */
export interface RefusedRow {
  readonly row: string;
  readonly code: string;
  readonly detail: string;
}

export interface Sent {
  readonly accepted: number;
  readonly refused: RefusedRow[];
  /** The furthest place in the log that an accepted row has reached: what queries have to wait for. */
  readonly position: bigint;
}

/**
 * Sends every row of a checked file through the HTTP API, each as one command. A file that was sent before, in whole or
 * in part, changes nothing where it was accepted and goes on where it was not.
 */
export async function sendFile(
  client: LedgerClient,
  file: ImportFile,
  hash: Sha256,
  tokenOf: (actor: Actor) => Promise<string>,
): Promise<Sent> {
  const units = unitCommands(file);
  const rows = rowCommands(file, hash);
  const bar = progressBar('导入', units.length + rows.length);
  const sender = new RowSender(client, tokenOf, () => bar.step());
  try {
    await sender.sendAll(units);
    await sender.sendAll(rows);
  } finally {
    bar.stop();
  }
  return sender.sent;
}

class RowSender {
  readonly sent = { accepted: 0, refused: [] as RefusedRow[], position: 0n };
  private readonly tokens = new Map<string, Promise<string>>();

  constructor(
    private readonly client: LedgerClient,
    private readonly tokenOf: (actor: Actor) => Promise<string>,
    private readonly onRow: () => void,
  ) {}

  async sendAll(commands: readonly RowCommand[]): Promise<void> {
    const queue = commands.values();
    const lane = async () => {
      for (const command of queue) await this.send(command);
    };
    await Promise.all(Array.from({ length: IN_FLIGHT }, lane));
  }

  private async send({ row, actor, path, key, body }: RowCommand): Promise<void> {
    try {
      const { position } = await this.client.send(await this.token(actor), path, key, body);
      this.sent.accepted += 1;
      if (BigInt(position) > this.sent.position) this.sent.position = BigInt(position);
    } catch (error) {
      if (!(error instanceof RefusedError) || error.problem.status >= 500) throw error;
      this.sent.refused.push({ row, code: error.problem.code, detail: error.problem.detail });
    }
    this.onRow();
  }

  private token(actor: Actor): Promise<string> {
    const known = this.tokens.get(actor.id);
    if (known) return known;
    const token = this.tokenOf(actor);
    this.tokens.set(actor.id, token);
    return token;
  }
}
