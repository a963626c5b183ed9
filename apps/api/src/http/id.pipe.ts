import { Injectable, type PipeTransform } from '@nestjs/common';
import { isId } from '#libs/values';
import { InvalidRequest } from './problem.js';

/** Lets only ids (UUID) through as path parameters. */
@Injectable()
export class IdPipe implements PipeTransform<string, string> {
  transform(value: string): string {
    if (isId(value)) return value.toLowerCase();
    throw new InvalidRequest([{ field: 'id', code: 'FIELD.INVALID', message: '编号须为 UUID' }]);
  }
}
