/** Why a request can't be carried out: a value breaks a rule, the record or a newer revision stands against it, it names nothing, or there is no right to it. */
export type RefusalKind = 'invalid' | 'conflict' | 'stale' | 'not-found' | 'forbidden';

/**
 * A business refusal. `code` is stable English (`PROJECT.CONTRACT_ALREADY_SIGNED`), `message` is Chinese for people,
 * `field` names the command's field at fault as a JSON path.
 */
export class Refusal extends Error {
  constructor(
    readonly kind: RefusalKind,
    readonly code: string,
    message: string,
    readonly field?: string,
  ) {
    super(message);
    this.name = 'Refusal';
  }
}

/** @throws Refusal unless `holds`. */
export function refuseUnless(
  holds: unknown,
  kind: RefusalKind,
  code: string,
  message: string,
  field?: string,
): asserts holds {
  if (!holds) throw new Refusal(kind, code, message, field);
}
