import { ApiProperty } from '@nestjs/swagger';

/** One field at fault. `field` is a path such as `contract.totalInvestment`. */
export class FieldProblem {
  @ApiProperty({ description: '字段路径' }) field: string;
  @ApiProperty({ description: '稳定的英文代码' }) code: string;
  @ApiProperty({ description: '原因' }) message: string;
}

/** RFC 9457: the form of every refusal. `code` is stable English, `title` and `detail` are Chinese. */
export class Problem {
  @ApiProperty({ example: 'urn:ledger:problem:PROJECT.START_BEFORE_CONTRACT' }) type: string;
  @ApiProperty() title: string;
  @ApiProperty() status: number;
  @ApiProperty({ example: 'PROJECT.START_BEFORE_CONTRACT' }) code: string;
  @ApiProperty() detail: string;
  @ApiProperty({ required: false }) field?: string;
  @ApiProperty({ required: false, type: [FieldProblem] }) errors?: FieldProblem[];
}
