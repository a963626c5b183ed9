import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Dated, resolveAsOf, shownAsOf } from '#libs/audit';
import { SQL, type Sql } from '#libs/database';
import { type SchemeSummary, listSchemes } from './list-schemes.query.js';

export class GetSchemes extends Query<Dated<{ rows: SchemeSummary[] }>> {
  constructor(readonly asOf?: string) {
    super();
  }
}

@QueryHandler(GetSchemes)
export class GetSchemesHandler implements IQueryHandler<GetSchemes> {
  constructor(@Inject(SQL) private readonly sql: Sql) {}

  async execute(query: GetSchemes): Promise<Dated<{ rows: SchemeSummary[] }>> {
    const asOf = await resolveAsOf(this.sql, query.asOf);
    return { rows: await listSchemes(this.sql, asOf.seq), asOf: shownAsOf(asOf) };
  }
}
