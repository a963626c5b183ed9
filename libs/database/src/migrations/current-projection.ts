import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Of a projection's versions one is current; others are outdated, or being built. */
export class CurrentProjection1751000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table ledger.projection_checkpoint add column current boolean');
    await runner.query(`
      update ledger.projection_checkpoint c set current = not exists (
        select from ledger.projection_checkpoint newer
        where newer.projection = c.projection and newer.version > c.version
      )`);
    await runner.query('alter table ledger.projection_checkpoint alter column current set not null');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table ledger.projection_checkpoint drop column current');
  }
}
