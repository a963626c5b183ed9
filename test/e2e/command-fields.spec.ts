import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Role } from '#libs/access';
import { type CommandRoute, commandRoutes, faultsOf, sampleOf } from '../support/command-routes.js';
import { type TestLedger, startTestLedger } from '../support/ledger.js';

const ROLES: readonly Role[] = ['reporter', 'department', 'supervisor', 'administrator'];
const PARTS: Readonly<Record<string, string>> = {
  id: '00000000-0000-4000-8000-000000000000',
  code: 'luan-01',
  scheme: 'nonsense',
  creditCode: '91350100M000100Y43',
};

interface Problem {
  readonly code: string;
  readonly errors?: readonly { readonly field: string }[];
}

/** Every field of every command, out of its range in every way that the OpenAPI document knows. */
describe('a command with a field out of range', () => {
  let ledger: TestLedger;
  let key = 0;

  beforeAll(async () => {
    ledger = await startTestLedger();
  });
  afterAll(() => ledger.stop());

  const send = async (path: string, body: object, role: Role) => {
    const address = path.replace(/\{(\w+)\}/g, (_, name: string) => PARTS[name] ?? name);
    const headers = { 'idempotency-key': `fields-${(key += 1)}` };
    const { status, body: problem } = await ledger.post(address, body, role, headers);
    return { status, problem: problem as Problem };
  };
  const roleFor = async (path: string): Promise<Role> => {
    for (const role of ROLES) if ((await send(path, {}, role)).status !== 403) return role;
    throw new Error(`nobody may ${path}`);
  };

  it.each(commandRoutes().map(({ path, body }): [string, CommandRoute['body']] => [path, body]))(
    'is refused, and the field named: %s',
    async (path, body) => {
      const role = await roleFor(path);
      const end = await ledger.logEnd();
      const faults = faultsOf(body).filter(({ field }) => field !== '');
      expect(faults.length).toBeGreaterThan(3);
      const unseen: string[] = [];
      for (const { field, what, value } of faults) {
        const { status, problem } = await send(path, value as object, role);
        const named = problem.errors?.some((error) => error.field === field);
        if (status !== 400 || problem.code !== 'REQUEST.INVALID' || !named)
          unseen.push(`${field} ${what}: ${status} ${problem.code} ${JSON.stringify(problem.errors ?? [])}`);
      }
      expect(unseen).toEqual([]);
      const { status, problem } = await send(path, sampleOf(body, true) as object, role);
      // What the document allows gets past the form, whatever comes of it.
      expect([status, problem.code]).not.toEqual([400, 'REQUEST.INVALID']);
      if (status !== 201) expect(await ledger.logEnd()).toBe(end);
    },
  );
});
