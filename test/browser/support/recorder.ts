import { type LedgerClient } from '#apps/ledger';

interface Actor {
  id: string;
  unit: string;
  role: 'reporter' | 'department' | 'supervisor' | 'administrator' | 'auditor';
}

/** Records facts as people of the city do. */
export interface Recorder {
  /** @returns the id of what the command was about */
  readonly send: (role: Actor['role'], unit: string, path: string, body: object) => Promise<string>;
  /** @returns the id of the last event of the thing at a path */
  readonly lastEvent: (path: string) => Promise<string>;
  /** Returns once every read model shows what was recorded. */
  readonly shown: () => Promise<void>;
}

const SHOWN = ['pipeline', 'planned-starts?year=2022', 'reserve', 'batches', 'leads', 'approvals', 'overdue', 'visits'];

interface Entries {
  readonly entries: readonly { readonly eventId: string }[];
}

export function recorderOn(client: LedgerClient, tokenOf: (actor: Actor) => Promise<string>): Recorder {
  const auditor = () => tokenOf({ id: 'auditor', unit: 'city', role: 'auditor' });
  let sent = 0;
  let position = '0';
  return {
    async send(role, unit, path, body) {
      const token = await tokenOf({ id: `${role}-${unit}`, unit, role });
      const answer = await client.send(token, `/v1/${path}`, `page-${++sent}`, body);
      position = answer.position;
      return answer.id;
    },
    async lastEvent(path) {
      const { entries } = await client.get<Entries>(await auditor(), `/v1/${path}/history`);
      return entries.at(-1)!.eventId;
    },
    async shown() {
      const token = await auditor();
      for (const path of SHOWN)
        await client.get(token, `/v1/${path}${path.includes('?') ? '&' : '?'}minPosition=${position}`);
    },
  };
}

/** A paper that proves something. */
export const paper = (kind: string) => ({ kind, sha256: 'a'.repeat(64), number: `${kind}-1` });
