import { Command } from '@nestjs/cqrs';
import { ApiProperty } from '@nestjs/swagger';
import { IsObject } from 'class-validator';
import { type Answer, type CommandContext } from '#libs/command-handling';
import { CommandBody } from '#libs/contract';

export class PublishSchemeBody extends CommandBody {
  /** Its form is too rich for decorators: `validateScheme` checks it. */
  @ApiProperty({ description: '考核方案（JSON），从发布起按此版本计分', type: Object, additionalProperties: true })
  @IsObject({ message: '方案须为对象' })
  scheme: object;
}

export class PublishScheme extends Command<Answer> {
  constructor(
    readonly body: PublishSchemeBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}
