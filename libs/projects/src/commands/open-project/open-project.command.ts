import { Command } from '@nestjs/cqrs';
import { IntersectionType } from '@nestjs/swagger';
import { type Answer, type CommandContext } from '#libs/command-handling';
import {
  CommandBody,
  DayField,
  IdField,
  IntroducerBody,
  IntroducerField,
  ObjectField,
  SharesField,
  UnitField,
} from '#libs/contract';
import { type Day, type UnitCode, type UnitShare } from '#libs/values';
import { DetailsBody } from '../change-project/bodies/before-signing.bodies.js';
import { ClaimBody } from '../change-project/bodies/claim.bodies.js';
import { ContractTermsBody } from '../change-project/bodies/contract.bodies.js';
import { LandTermsBody } from '../change-project/bodies/landing.bodies.js';

/** A project, with what has already happened to it: contract, land and start may come along in the same append. */
export class OpenProjectBody extends IntersectionType(DetailsBody, CommandBody) {
  @UnitField('责任单位代码') unit: UnitCode;
  @UnitField('属地单位代码（第一责任单位；不填即责任单位）', { optional: true }) localUnit?: UnitCode;
  @IdField('储备项目', { optional: true }) reserveId?: string;
  @IdField('原项目（扩建项目）', { optional: true }) parentProjectId?: string;
  @IntroducerField() introducer?: IntroducerBody;
  @SharesField('利益分享比例', { optional: true }) shares?: UnitShare[];
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
