import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE, Reflector } from '@nestjs/core';
import { CommandBus, CqrsModule } from '@nestjs/cqrs';
import { type JWTVerifyGetKey } from 'jose';
import { type Logger } from 'pino';
import { approvalCommandHandlers, approvalQueryHandlers } from '#libs/approvals';
import { ReviewedProjects, admissionCommandHandlers, admissionQueryHandlers } from '#libs/admission';
import { assessmentCommandHandlers, assessmentQueryHandlers } from '#libs/assessment';
import { auditQueryHandlers } from '#libs/audit';
import { classRuleCommandHandlers, classRuleQueryHandlers } from '#libs/class-rules';
import { calendarCommandHandlers, calendarQueryHandlers } from '#libs/calendar';
import { batchCommandHandlers, batchQueryHandlers } from '#libs/batches';
import { campaignCommandHandlers, campaignQueryHandlers } from '#libs/campaigns';
import { CommandRunner } from '#libs/command-handling';
import { SQL, type Sql } from '#libs/database';
import { duplicateQueryHandlers } from '#libs/duplicates';
import { EVENT_STORE, type EventStore } from '#libs/event-store';
import { leadCommandHandlers, leadQueryHandlers } from '#libs/leads';
import { leagueTableQueryHandlers } from '#libs/league-tables';
import { overdueQueryHandlers } from '#libs/overdue';
import { pipelineQueryHandlers } from '#libs/pipeline';
import { planCommandHandlers, planQueryHandlers } from '#libs/plans';
import { postingQueryHandlers } from '#libs/postings';
import { type Progress } from '#libs/projections';
import { GrantedPermits, projectCommandHandlers, projectQueryHandlers } from '#libs/projects';
import { reserveCommandHandlers, reserveQueryHandlers } from '#libs/reserve';
import { stewardshipCommandHandlers, stewardshipQueryHandlers } from '#libs/stewardships';
import { targetCommandHandlers, targetQueryHandlers } from '#libs/targets';
import { unitCommandHandlers, unitQueryHandlers } from '#libs/units';
import { type Day } from '#libs/values';
import { visitCommandHandlers, visitQueryHandlers } from '#libs/visits';
import { AccessGuard } from './http/access.guard.js';
import { Commands } from './http/commands.js';
import { OwnWrites } from './http/own-writes.js';
import { ProblemFilter } from './http/problem.filter.js';
import { ReadYourWritesInterceptor } from './http/read-your-writes.interceptor.js';
import { requestValidation } from './http/validation.js';
import { grantedPermitsOn } from './granted-permits.js';
import { reviewedProjectsOn } from './reviewed-projects.js';
import { controllers } from './routes/index.js';

/** What the API stands on. */
export interface ApiParts {
  readonly store: EventStore;
  readonly sql: Sql;
  readonly progress: Progress;
  /** The public keys that tokens are verified with. */
  readonly keys: JWTVerifyGetKey;
  readonly logger: Logger;
  /** The present business day. */
  readonly today: () => Day;
}

@Module({})
export class ApiModule {
  static on({ store, sql, progress, keys, logger, today }: ApiParts): DynamicModule {
    const ownWrites = new OwnWrites();
    return {
      module: ApiModule,
      imports: [CqrsModule.forRoot()],
      controllers,
      providers: [
        { provide: APP_FILTER, useFactory: () => new ProblemFilter(logger) },
        {
          provide: APP_GUARD,
          inject: [Reflector],
          useFactory: (reflector: Reflector) => new AccessGuard(reflector, keys),
        },
        {
          provide: APP_INTERCEPTOR,
          inject: [Reflector],
          useFactory: (reflector: Reflector) => new ReadYourWritesInterceptor(reflector, progress, ownWrites),
        },
        { provide: APP_PIPE, useFactory: requestValidation },
        { provide: SQL, useValue: sql },
        { provide: EVENT_STORE, useValue: store },
        { provide: CommandRunner, useFactory: () => new CommandRunner(store) },
        {
          provide: Commands,
          inject: [CommandBus],
          useFactory: (bus: CommandBus) => new Commands(bus, today, ownWrites),
        },
        { provide: GrantedPermits, inject: [CommandRunner], useFactory: grantedPermitsOn },
        { provide: ReviewedProjects, inject: [CommandRunner, SQL], useFactory: reviewedProjectsOn },
        ...unitCommandHandlers,
        ...leadCommandHandlers,
        ...classRuleCommandHandlers,
        ...projectCommandHandlers,
        ...reserveCommandHandlers,
        ...batchCommandHandlers,
        ...visitCommandHandlers,
        ...stewardshipCommandHandlers,
        ...approvalCommandHandlers,
        ...planCommandHandlers,
        ...calendarCommandHandlers,
        ...assessmentCommandHandlers,
        ...admissionCommandHandlers,
        ...targetCommandHandlers,
        ...campaignCommandHandlers,
        ...unitQueryHandlers,
        ...leadQueryHandlers,
        ...classRuleQueryHandlers,
        ...projectQueryHandlers,
        ...reserveQueryHandlers,
        ...batchQueryHandlers,
        ...visitQueryHandlers,
        ...stewardshipQueryHandlers,
        ...postingQueryHandlers,
        ...pipelineQueryHandlers,
        ...leagueTableQueryHandlers,
        ...approvalQueryHandlers,
        ...planQueryHandlers,
        ...overdueQueryHandlers,
        ...calendarQueryHandlers,
        ...assessmentQueryHandlers,
        ...admissionQueryHandlers,
        ...duplicateQueryHandlers,
        ...targetQueryHandlers,
        ...campaignQueryHandlers,
        ...auditQueryHandlers,
      ],
    };
  }
}
