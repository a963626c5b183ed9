import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { SQL, type Sql } from '#libs/database';
import { type IdleQuestion, idleEntries } from './idle-entries.query.js';

export class FindIdle extends Query<string[]> {
  constructor(readonly question: IdleQuestion) {
    super();
  }
}

@QueryHandler(FindIdle)
export class FindIdleHandler implements IQueryHandler<FindIdle> {
  constructor(@Inject(SQL) private readonly sql: Sql) {}

  execute({ question }: FindIdle): Promise<string[]> {
    return idleEntries(this.sql, question);
  }
}
