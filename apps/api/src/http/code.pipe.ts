import { Injectable, type PipeTransform } from '@nestjs/common';
import { isUnitCode } from '#libs/values';
import { InvalidRequest } from './problem.js';

const MESSAGE = '代码须为 2 至 40 位小写字母、数字或连字符';

/** The `code` in a route: it names a stream, so it must have the form of one. */
@Injectable()
export class CodePipe implements PipeTransform<string, string> {
  /** @throws InvalidRequest */
  transform(code: string): string {
    if (!isUnitCode(code)) throw new InvalidRequest([{ field: 'code', code: 'FIELD.INVALID', message: MESSAGE }]);
    return code;
  }
}
