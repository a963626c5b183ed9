import { type Sql } from '#libs/database';
import { type SequencedEvent } from '#libs/eventsourcing';
import { type Memory } from './memory.js';

/**
 * One read model. Its tables live in the schema `<name>_v<version>`; a change of rule or shape is a new version.
 * `apply` gets consecutive events (system events left out) and the transaction that also moves the checkpoint, so that
 * its effect happens exactly once however often the process dies. It writes one statement per table, not per event. What
 * it keeps in `memory` it finds there with the next batch, as long as that is sure to be what the tables have.
 */
export interface Projection {
  readonly name: string;
  readonly version: number;
  /** TypeORM entity classes, each with `schema: schemaOf(projection)`; empty for a reaction, which owns no tables. */
  readonly entities: readonly (new () => object)[];
  /**
   * What happens when an event can't be applied, try as one may: `park` sets it and the later events of its stream
   * aside, counted and retried by command, while the other streams go on; `stop` holds the whole projection there.
   */
  readonly onPoison: 'park' | 'stop';
  /**
   * True when what an event does to the tables depends on other streams, too. Such a projection's parked events can't
   * be applied later, when those have moved on: after the fix it is rebuilt.
   */
  readonly readsAcrossStreams?: boolean;
  apply(this: void, events: readonly SequencedEvent[], sql: Sql, memory?: Memory): Promise<void>;
}

/** The Postgres schema that holds a projection's tables: `project-summary` version 1 is `project_summary_v1`. */
export const schemaOf = (projection: Pick<Projection, 'name' | 'version'>): string =>
  `${projection.name.replaceAll('-', '_')}_v${projection.version}`;
