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
  private known?: { readonly at: number; readonly answer: Promise<Seen> };

  constructor(
    @Inject(SQL) private readonly sql: Sql,
    @Inject(EVENT_STORE) private readonly store: EventStore,
  ) {}

  @Get()
  @Public()
  @ApiOperation({ summary: '服务与各投影的状况：进度、落后、搁置、停滞' })
  async health() {
    return (await this.look()).health;
  }

  @Get('ready')
  @Public()
  @ApiOperation({ summary: '同上；查询所用的读模型停滞或停止、或事件库无应答时为 503' })
  async ready(@Res({ passthrough: true }) reply: FastifyReply) {
    const { ready, health } = await this.look();
    if (!ready) void reply.status(503).header('retry-after', '5');
    return health;
  }

  private look(): Promise<Seen> {
    if (!this.known || Date.now() - this.known.at > REMEMBERED_MS)
      this.known = { at: Date.now(), answer: lookAt(this.sql, this.store) };
    return this.known.answer;
  }
}

type Seen = Awaited<ReturnType<typeof lookAt>>;

/** A stalled reaction is reported, too, but keeps nobody from being answered. */
async function lookAt(sql: Sql, store: EventStore) {
  const [{ seq, position, recordedAt, parked }, { storeAnswers, projections, red, answersStale }] = await Promise.all([
    asOfNow(sql),
    readStatus(sql, store),
  ]);
  const health = {
    status: red || !storeAnswers ? 'degraded' : 'up',
    seq: String(seq),
    position: String(position),
    recordedAt,
    parked,
    eventStore: storeAnswers ? 'up' : 'unreachable',
    projections: projections.map(shown),
  };
  return { ready: storeAnswers && !answersStale, health };
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
