/** A person as the ledger knows one: the code of an account or office, such as `account-7`, never a name. */
export type AccountCode = string;

const ACCOUNT = /^[a-z0-9][a-z0-9-]{0,58}[a-z0-9]$/;

/** True when the text has the form of an account's code. */
export const isAccountCode = (value: unknown): value is AccountCode => typeof value === 'string' && ACCOUNT.test(value);
