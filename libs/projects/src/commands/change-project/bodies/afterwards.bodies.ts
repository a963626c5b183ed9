import { IntersectionType } from '@nestjs/swagger';
import { CommandBody, EvidenceField, IntegerField, MoneyField } from '#libs/contract';
import { type Evidence, type Money } from '#libs/values';
import { type OutputFigures, type OutputTerms } from '../../../domain/project.commands.js';
import { ClaimBody } from './claim.bodies.js';

const FIRST_YEAR = 2000;
const LAST_YEAR = 2100;
const MOST_JOBS = 10_000_000;

export class OutputTermsBody extends ClaimBody implements OutputTerms {
  @MoneyField('年产值（万元）') outputPerYear: Money;
}

export class ReachOutputBody extends IntersectionType(OutputTermsBody, CommandBody) {}

export class OutputFiguresBody implements OutputFigures {
  @IntegerField('年度', FIRST_YEAR, LAST_YEAR) year: number;
  @MoneyField('产值（万元）') output: Money;
  @MoneyField('税收（万元）') tax: Money;
  @IntegerField('年末就业人数', 0, MOST_JOBS) jobs: number;
  @EvidenceField() evidence?: Evidence[];
}

export class ReportOutputBody extends IntersectionType(OutputFiguresBody, CommandBody) {}
