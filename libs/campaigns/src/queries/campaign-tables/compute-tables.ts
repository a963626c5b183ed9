import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { resolveAsOf } from '#libs/audit';
import { SQL, type Sql } from '#libs/database';
import { type Final } from '../../domain/campaign.events.js';
import { type Competition, campaignTables } from './campaign-tables.query.js';

/** The tables of a competition as of a seq or day, now when none is named: what a close freezes. */
export class ComputeTables extends Query<Omit<Final, 'hash'>> {
  constructor(
    readonly competition: Competition,
    readonly asOf?: string,
  ) {
    super();
  }
}

@QueryHandler(ComputeTables)
export class ComputeTablesHandler implements IQueryHandler<ComputeTables> {
  constructor(@Inject(SQL) private readonly sql: Sql) {}

  async execute({ competition, asOf }: ComputeTables): Promise<Omit<Final, 'hash'>> {
    const { seq } = await resolveAsOf(this.sql, asOf);
    return { asOf: String(seq), tables: await campaignTables(this.sql, competition, seq) };
  }
}
