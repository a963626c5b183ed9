import { Injectable, type PipeTransform } from '@nestjs/common';
import { isUnitCode } from '#libs/values';
import { InvalidRequest } from './problem.js';

/** Lets only unit codes through as path parameters. */
@Injectable()
export class UnitCodePipe implements PipeTransform<string, string> {
  transform(value: string): string {
    if (isUnitCode(value)) return value;
    throw new InvalidRequest([
      { field: 'code', code: 'FIELD.INVALID', message: '单位代码须为 2 至 40 位小写字母、数字或连字符' },
    ]);
  }
}
