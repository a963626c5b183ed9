import { Injectable, type PipeTransform } from '@nestjs/common';
import { type CreditCode, canonicalCreditCode, creditCodeFault } from '#libs/values';
import { InvalidRequest } from './problem.js';

const MESSAGE = '须为校验无误的 18 位统一社会信用代码';

/** Lets only sound credit codes through as path parameters, in their one spelling. */
@Injectable()
export class CreditCodePipe implements PipeTransform<string, CreditCode> {
  /** @throws InvalidRequest */
  transform(text: string): CreditCode {
    const creditCode = canonicalCreditCode(text);
    if (creditCodeFault(creditCode) === undefined) return creditCode;
    throw new InvalidRequest([{ field: 'creditCode', code: 'FIELD.INVALID', message: MESSAGE }]);
  }
}
