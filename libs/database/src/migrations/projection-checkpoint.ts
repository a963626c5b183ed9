import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** How far each projection has got; the same transaction writes its rows. */
export class ProjectionCheckpoint1740000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table ledger.projection_checkpoint (
        projection text not null,
        version integer not null,
        seq bigint not null,
        position bigint not null,
        recorded_at timestamptz,
        updated_at timestamptz not null default now(),
        primary key (projection, version)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table ledger.projection_checkpoint');
  }
}
