import { Command } from '@nestjs/cqrs';
import { type Answer, type CommandContext } from '#libs/command-handling';
import { CommandBody, DayField, ObjectField, TextField, UnitField } from '#libs/contract';
import { type Day, type UnitCode } from '#libs/values';
import { ClaimBody, ContractTermsBody, LandTermsBody } from '../milestone-bodies.js';

/** A project, with what has already happened to it: contract, land and start may come along in the same append. */
export class OpenProjectBody extends CommandBody {
  @TextField('项目名称', 200) name: string;
  @UnitField('责任单位代码') unit: UnitCode;
  @TextField('建设地点', 200, { optional: true }) place?: string;
  @TextField('产业链', 50, { optional: true }) chain?: string;
  @DayField('立项登记日期') occurredOn: Day;
  @ObjectField('签约', () => ContractTermsBody, { optional: true }) contract?: ContractTermsBody;
  @ObjectField('拿地', () => LandTermsBody, { optional: true }) land?: LandTermsBody;
  @ObjectField('开工', () => ClaimBody, { optional: true }) start?: ClaimBody;
}

export class OpenProject extends Command<Answer> {
  constructor(
    readonly projectId: string,
    readonly body: OpenProjectBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}
