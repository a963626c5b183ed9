import { Command } from '@nestjs/cqrs';
import { type Answer, type CommandContext } from '#libs/command-handling';
import {
  AreaField,
  CodeField,
  CommandBody,
  DayField,
  EvidenceField,
  FlagField,
  IntegerField,
  ListField,
  MoneyField,
  ObjectField,
  TextField,
} from '#libs/contract';
import { type Area, type Day, type Evidence, type Money } from '#libs/values';
import { type ReviewFacts } from '../../domain/admission.events.js';
import { type Judgement, type Scoring } from '../../domain/review.js';

const MOST_ANSWERS = 50;
const BEST_SCORE = 100;
const OPTIONAL = { optional: true } as const;

export class ReviewFactsBody implements ReviewFacts {
  @MoneyField('计划投资（万元）', OPTIONAL) investment?: Money;
  @AreaField('拟用地（亩），不用地填 "0"', OPTIONAL) landMu?: Area;
  @MoneyField('预计年税收（万元）', OPTIONAL) annualTax?: Money;
  @MoneyField('预计年增长率（%）', OPTIONAL) growth?: string;
}

export class JudgementBody implements Judgement {
  @CodeField('检查项代码') check: string;
  @FlagField('通过') passed: boolean;
  @TextField('意见', 1000, OPTIONAL) note?: string;
}

export class ScoringBody implements Scoring {
  @CodeField('质量评价项代码') criterion: string;
  @IntegerField('得分', 0, BEST_SCORE) score: number;
  @TextField('意见', 1000, OPTIONAL) note?: string;
}

export class ReviewAdmissionBody extends CommandBody {
  @ObjectField('测算数据', () => ReviewFactsBody) facts: ReviewFactsBody;
  @ListField('判定项的意见', () => JudgementBody, MOST_ANSWERS) judgements: JudgementBody[];
  @ListField('质量评价得分', () => ScoringBody, MOST_ANSWERS) scores: ScoringBody[];
  @EvidenceField() evidence?: Evidence[];
  @DayField('评审日期') occurredOn: Day;
}

export class ReviewAdmission extends Command<Answer> {
  constructor(
    readonly projectId: string,
    readonly body: ReviewAdmissionBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}
