import { Command } from '@nestjs/cqrs';
import { ApiProperty } from '@nestjs/swagger';
import { IsObject, IsOptional } from 'class-validator';
import { type Answer, type CommandContext } from '#libs/command-handling';
import {
  CommandBody,
  DayField,
  EvidenceBody,
  EvidenceField,
  IdField,
  IntegerField,
  ListField,
  TextField,
  TextListField,
} from '#libs/contract';
import { type Day } from '#libs/values';
import { MAX_VERSION } from '../../domain/forms/scheme-form.js';

const MAX_INPUTS = 500;
const MAX_ITEMS = 1000;
const MAX_SHEETS = 1000;

export class CertifiedItemBody {
  @TextField('事项编号，同一事项在各清单中相同', 100) id: string;
  @TextField('事项名称', 200) name: string;
  @ApiProperty({
    description: '数值，名称对十进制数字文本，如 { "investment": "12000" }',
    type: Object,
    additionalProperties: { type: 'string' },
    required: false,
  })
  @IsOptional()
  @IsObject({ message: '数值须为对象' })
  values?: Record<string, string>;
  @TextListField('标签', 20, 40, { optional: true }) tags?: string[];
  @TextField('该对象的份额，如 0.5、1/3；不填为全部', 20, { optional: true }) share?: string;
}

export class PanelSheetBody {
  @TextField('测评组代码', 40) panel: string;
  @TextField('打分，十进制数字文本', 20) score: string;
}

/** One input of one subject: exactly one of `value`, `items`, `scores` and `points`, as the scheme asks. */
export class InputBody {
  @TextField('方案中的 input 代码', 40) input: string;
  @TextField('考核对象代码；各对象共用的数不填', 100, { optional: true }) subject?: string;
  @TextField('数值，十进制数字文本', 20, { optional: true }) value?: string;
  @ListField('清单', () => CertifiedItemBody, MAX_ITEMS, { optional: true }) items?: CertifiedItemBody[];
  @ListField('测评分', () => PanelSheetBody, MAX_SHEETS, { optional: true }) scores?: PanelSheetBody[];
  @TextField('酌情分，十进制数字文本；须写明理由和批准人', 20, { optional: true }) points?: string;
  @IdField('所更正的事件', { optional: true }) corrects?: string;
  @TextField('更正或酌情计分的理由', 1000, { optional: true }) reason?: string;
  @EvidenceField() evidence?: EvidenceBody[];
  @DayField('认定日期') occurredOn: Day;
}

export class CertifyInputsBody extends CommandBody {
  @IntegerField('方案版本，默认最新', 1, MAX_VERSION, { optional: true }) version?: number;
  @ListField('认定的数据，一并记入或一项也不记', () => InputBody, MAX_INPUTS) inputs: InputBody[];
}

export class CertifyInputs extends Command<Answer> {
  constructor(
    readonly scheme: string,
    readonly body: CertifyInputsBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}
