import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Counts how often someone else than its projector has written to a projection's tables. */
export class Intervention1752000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table ledger.projection_checkpoint add column interventions integer not null default 0');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table ledger.projection_checkpoint drop column interventions');
  }
}
