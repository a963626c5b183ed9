import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Events that a projection could not apply, with what waits behind them in their streams; and projections that stopped. */
export class ParkedEvent1750000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table ledger.projection_checkpoint
        add column parked integer not null default 0 check (parked >= 0),
        add column stopped_at timestamptz,
        add column stopped_for text`);
    await runner.query(`
      create table ledger.parked_event (
        projection text not null,
        version integer not null,
        seq bigint not null,
        stream text not null,
        revision bigint not null,
        position bigint not null,
        event_id uuid not null,
        type text not null,
        error text,
        attempts integer not null,
        parked_at timestamptz not null default now(),
        primary key (projection, version, seq)
      )`);
    await runner.query('create index on ledger.parked_event (projection, version, stream)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table ledger.parked_event');
    await runner.query(`
      alter table ledger.projection_checkpoint drop column parked, drop column stopped_at, drop column stopped_for`);
  }
}
