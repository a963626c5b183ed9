import { Command } from '@nestjs/cqrs';
import { IsBoolean } from 'class-validator';
import { ApiProperty } from '@nestjs/swagger';
import { type Answer, type CommandContext } from '#libs/command-handling';
import { CommandBody, DayField, IntegerField, ListField, TextField } from '#libs/contract';
import { type Day } from '#libs/values';
import { MAX_VERSION } from '../../domain/forms/scheme-form.js';

const MAX_DECISIONS = 500;

export class DecisionBody {
  @TextField('方案中的 input 代码', 40) input: string;
  @TextField('考核对象代码', 100) subject: string;
  @TextField('清单中的事项编号', 100) item: string;
  @ApiProperty({ description: '是否予以认定' })
  @IsBoolean({ message: '是否予以认定须为 true 或 false' })
  counts: boolean;
  @TextField('理由', 1000) reason: string;
  @DayField('认定日期') occurredOn: Day;
}

export class DecideRecognitionBody extends CommandBody {
  @IntegerField('方案版本，默认最新', 1, MAX_VERSION, { optional: true }) version?: number;
  @ListField('逐项认定意见', () => DecisionBody, MAX_DECISIONS) decisions: DecisionBody[];
}

export class DecideRecognition extends Command<Answer> {
  constructor(
    readonly scheme: string,
    readonly body: DecideRecognitionBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}
