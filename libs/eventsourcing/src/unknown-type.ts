/** A stream holds an event of a type that this build doesn't know: what may happen next can't be told. */
export class UnknownTypeError extends Error {
  constructor(readonly type: string) {
    super(`${type} is not known to this build`);
    this.name = 'UnknownTypeError';
  }
}
