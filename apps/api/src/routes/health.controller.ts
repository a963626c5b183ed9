import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { SQL, type Sql } from '#libs/database';
import { asOfNow } from '#libs/projections';
import { Public } from '../http/access.guard.js';

@ApiTags('运行状况')
@Controller('health')
export class HealthController {
  constructor(@Inject(SQL) private readonly sql: Sql) {}

  @Get()
  @Public()
  @ApiOperation({ summary: '服务与读模型的状况' })
  async health() {
    const { seq, position, recordedAt } = await asOfNow(this.sql);
    return { status: 'up', seq: String(seq), position: String(position), recordedAt };
  }
}
