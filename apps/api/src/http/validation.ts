import { type ValidationError, ValidationPipe } from '@nestjs/common';
import { type FieldProblem } from '#libs/contract';
import { InvalidRequest } from './problem.js';

/** Checks bodies and query strings against their classes; what a class doesn't name is refused. */
export const requestValidation = () =>
  new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    transform: true,
    stopAtFirstError: true,
    exceptionFactory: (errors) => new InvalidRequest(errors.flatMap((error) => problemsOf(error, ''))),
  });

function problemsOf({ property, constraints = {}, children = [] }: ValidationError, parent: string): FieldProblem[] {
  const field = parent === '' ? property : `${parent}.${property}`;
  const own = children.length > 0 ? [] : Object.entries(constraints).map((broken) => problemOf(field, ...broken));
  return [...own, ...children.flatMap((child) => problemsOf(child, field))];
}

const problemOf = (field: string, constraint: string, message: string): FieldProblem =>
  constraint === 'whitelistValidation'
    ? { field, code: 'FIELD.UNKNOWN', message: `不认识的字段 ${field}` }
    : { field, code: constraint === 'isDefined' ? 'FIELD.MISSING' : 'FIELD.INVALID', message };
