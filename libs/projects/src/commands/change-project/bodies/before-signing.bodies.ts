import { IntersectionType } from '@nestjs/swagger';
import {
  ChoiceField,
  ChoiceListField,
  CommandBody,
  DayField,
  EvidenceField,
  IntegerField,
  IntroducerBody,
  IntroducerField,
  MoneyField,
  PatternField,
  TextField,
} from '#libs/contract';
import { type Day, type Evidence, type Money, TIERS, type Tier } from '#libs/values';
import { KEY_LEVELS, type KeyLevel, PROJECT_KINDS, type ProjectKind } from '../../../domain/project.events.js';
import { DatedBody, ReasonBody } from './claim.bodies.js';

const FIRST_YEAR = 2000;
const LAST_YEAR = 2100;

/** What a project is, apart from what happens to it. */
export class DetailsBody {
  @TextField('项目名称', 200) name: string;
  @ChoiceField('项目性质', PROJECT_KINDS, { optional: true }) kind?: ProjectKind;
  @TextField('建设地点', 200, { optional: true }) place?: string;
  @TextField('产业链', 50, { optional: true }) chain?: string;
  @PatternField('行业代码（GB/T 4754 小类）', /^\d{4}$/, '3841', { optional: true }) industryClass?: string;
  @PatternField('项目代码', /^\d{4}-\d{6}-\d{2}-\d{2}-\d{6}$/, '2204-341522-04-01-123456', { optional: true })
  nationalCode?: string;
  @MoneyField('计划投资（万元）', { optional: true }) plannedInvestment?: Money;
  @ChoiceListField('企业层级', TIERS, { optional: true }) tiers?: Tier[];
}

export class ChangeDetailsBody extends IntersectionType(DetailsBody, DatedBody, CommandBody) {}

/** Without an introducer, no enterprise brought it in. */
export class CorrectIntroducerBody extends IntersectionType(ReasonBody, DatedBody, CommandBody) {
  @IntroducerField() introducer?: IntroducerBody;
}

export class KeyProjectBody extends CommandBody {
  @ChoiceField('重点项目级别', KEY_LEVELS) level: KeyLevel;
  @IntegerField('年度', FIRST_YEAR, LAST_YEAR) year: number;
  @DayField('列入日期') occurredOn: Day;
}

export class NegotiationBody extends CommandBody {
  @TextField('洽谈情况', 1000) note: string;
  @DayField('洽谈日期') occurredOn: Day;
}

export class IntentTermsBody {
  @TextField('意向内容', 1000, { optional: true }) note?: string;
  @MoneyField('意向投资（万元）', { optional: true }) intendedInvestment?: Money;
  @EvidenceField() evidence?: Evidence[];
  @DayField('签订日期') occurredOn: Day;
}

export class LetterOfIntentBody extends IntersectionType(IntentTermsBody, CommandBody) {}
