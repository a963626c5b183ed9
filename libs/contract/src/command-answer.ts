import { ApiProperty } from '@nestjs/swagger';
import { type Answer, type Warning } from '#libs/command-handling';

/** Something that was recorded as it was given, and looks wrong. */
export class WarningShown implements Warning {
  @ApiProperty({ description: '字段路径' }) field: string;
  @ApiProperty({ description: '稳定的英文代码' }) code: string;
  @ApiProperty({ description: '提示' }) message: string;
}

/** What every command answers with 201. */
export class CommandAnswer implements Answer {
  @ApiProperty({ description: '编号' }) id: string;
  @ApiProperty({ description: '修订号，与 ETag 相同；可作下次命令的 If-Match' }) revision: string;
  @ApiProperty({ description: '日志位置；查询时以 minPosition 传入，可保证读到本次结果' }) position: string;
  @ApiProperty({ description: '提示：已登记，但请核对', required: false, type: [WarningShown] })
  warnings?: WarningShown[];
}
