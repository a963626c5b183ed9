import { Controller, Get, Inject, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { type FastifyReply } from 'fastify';
import { SQL, type Sql } from '#libs/database';
import { EVENT_STORE, type EventStore } from '#libs/event-store';
import { type ProjectionStatus, asOfNow, readStatus } from '#libs/projections';
import { Public } from '../http/access.guard.js';

/** Anybody may ask, so the database and the store are looked at once in so long, however many do. */
const REMEMBERED_MS = 1_000;

@ApiTags('运行状况')
@Controller('health')
export class HealthController {
  private known?: { readonly at: number; readonly answer: Promise<Health> };

  constructor(
    @Inject(SQL) private readonly sql: Sql,
    @Inject(EVENT_STORE) private readonly store: EventStore,
  ) {}

  @Get()
  @Public()
  @ApiOperation({ summary: '服务与各读模型的状况：进度、落后、搁置、停滞' })
  health() {
    return this.look();
  }

  @Get('ready')
  @Public()
  @ApiOperation({ summary: '同上；有读模型停滞或停止、或事件库无应答时为 503' })
  async ready(@Res({ passthrough: true }) reply: FastifyReply) {
    const health = await this.look();
    if (health.status !== 'up') void reply.status(503).header('retry-after', '5');
    return health;
  }

  private look(): Promise<Health> {
    if (!this.known || Date.now() - this.known.at > REMEMBERED_MS)
      this.known = { at: Date.now(), answer: healthOf(this.sql, this.store) };
    return this.known.answer;
  }
}

type Health = Awaited<ReturnType<typeof healthOf>>;

async function healthOf(sql: Sql, store: EventStore) {
  const [{ seq, position, recordedAt, parked }, { storeAnswers, projections, red }] = await Promise.all([
    asOfNow(sql),
    readStatus(sql, store),
  ]);
  return {
    status: red || !storeAnswers ? 'degraded' : 'up',
    seq: String(seq),
    position: String(position),
    recordedAt,
    parked,
    eventStore: storeAnswers ? 'up' : 'unreachable',
    projections: projections.map(shown),
  };
}

/** Without the fault's words: they are for operators. */
const shown = ({ projection, version, role, seq, lag, parked, stopped, stalled }: ProjectionStatus) => ({
  projection,
  version,
  role,
  seq: String(seq),
  lag: { events: String(lag.events), atLeast: lag.atLeast, seconds: lag.seconds },
  parked,
  stopped: stopped !== undefined,
  stalled,
});
