import type pg from 'pg';
import { type DataSource, QueryFailedError, type QueryRunner } from 'typeorm';
import { type Sql } from '#libs/database';

/** A transaction under way: its statements are carried out in the order in which they were sent. */
export interface Transaction extends Sql {
  /** The commit is sent without waiting for such an answer, and the transaction fails when that does. */
  owe(answer: Promise<unknown>): void;
}

/**
 * Does work in a transaction on a connection of a pipelining database: statements are sent at once, whether those before
 * have been answered or not, so that a round trip carries several of them.
 * @throws what the work or a statement fails of; nothing of it has happened then.
 */
export async function inTransaction<Result>(
  database: DataSource,
  work: (transaction: Transaction) => Promise<Result>,
): Promise<Result> {
  const runner = database.createQueryRunner();
  try {
    return await carryOut(await connectionOf(runner), work);
  } finally {
    await runner.release();
  }
}

const connectionOf = (runner: QueryRunner): Promise<pg.ClientBase> => runner.connect() as Promise<pg.ClientBase>;

async function carryOut<Result>(
  connection: pg.ClientBase,
  work: (transaction: Transaction) => Promise<Result>,
): Promise<Result> {
  const owed: Promise<unknown>[] = [];
  const owe = (answer: Promise<unknown>): void => {
    answer.catch(() => undefined);
    owed.push(answer);
  };
  owe(connection.query('begin'));
  let result: Result;
  try {
    result = await work({ owe, query: (text, values) => answerTo(connection, text, values) });
  } catch (error) {
    await connection.query('rollback').catch(() => undefined);
    // What nobody waited for may have failed first, and left the work with a broken transaction only.
    await Promise.all(owed);
    throw error;
  }
  const commit = connection.query('commit');
  owe(commit);
  await Promise.all(owed);
  // A broken transaction is rolled back by that, and the server sees no error in it.
  if ((await commit).command !== 'COMMIT') throw new Error('the transaction was broken off');
  return result;
}

/** As TypeORM gives it: the rows, and how many there are where they were changed. */
async function answerTo<Rows>(connection: pg.ClientBase, text: string, values: unknown[] = []): Promise<Rows> {
  try {
    const { command, rows, rowCount } = await connection.query({ name: preparedAs(text), text, values });
    return (command === 'UPDATE' || command === 'DELETE' ? [rows, rowCount] : rows) as Rows;
  } catch (error) {
    throw new QueryFailedError(text, values, error as Error);
  }
}

const names = new Map<string, string>();

/**
 * The name under which a connection keeps a statement and its plan. Reads have none: tables grow while they are filled,
 * and a plan that was good for an empty one would stay.
 */
function preparedAs(text: string): string | undefined {
  if (!/^\s*(insert|with)\b/i.test(text)) return undefined;
  const name = names.get(text) ?? `batch ${names.size}`;
  names.set(text, name);
  return name;
}
