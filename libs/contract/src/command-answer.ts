import { ApiProperty } from '@nestjs/swagger';
import { type Answer } from '#libs/command-handling';

/** What every command answers with 201. */
export class CommandAnswer implements Answer {
  @ApiProperty({ description: '编号' }) id: string;
  @ApiProperty({ description: '修订号，与 ETag 相同；可作下次命令的 If-Match' }) revision: string;
  @ApiProperty({ description: '日志位置；查询时以 minPosition 传入，可保证读到本次结果' }) position: string;
}
