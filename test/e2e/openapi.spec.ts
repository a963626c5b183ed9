import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFile, writeFile } from 'node:fs/promises';
import { type TestLedger, startTestLedger } from '../support/ledger.js';

const COMMITTED = new URL('../../docs/openapi.json', import.meta.url);

interface Operation {
  operationId?: string;
  summary?: string;
  parameters?: { name: string }[];
}

describe('the OpenAPI document', () => {
  let ledger: TestLedger;
  let document: {
    openapi: string;
    paths: Record<string, Record<string, Operation>>;
    components: { schemas: Record<string, object> };
  };

  beforeAll(async () => {
    ledger = await startTestLedger();
    document = (await ledger.request.get('/v1/openapi.json').expect(200)).body as typeof document;
  });
  afterAll(() => ledger.stop());

  /** `UPDATE_OPENAPI=1 npm test -- openapi` writes the new document for review. */
  it('is the one in docs/openapi.json', async () => {
    if (process.env.UPDATE_OPENAPI) await writeFile(COMMITTED, `${JSON.stringify(document, null, 2)}\n`);
    expect(document).toEqual(JSON.parse(await readFile(COMMITTED, 'utf8')));
  });

  it('is of version 3.1 and says in Chinese what every route does', () => {
    expect(document.openapi).toBe('3.1.0');
    for (const operations of Object.values(document.paths))
      for (const { summary } of Object.values(operations)) expect(summary).toMatch(/[\u4e00-\u9fff]/);
  });

  it('names no route but health that answers without a token', async () => {
    for (const [path, operations] of Object.entries(document.paths))
      for (const method of Object.keys(operations)) {
        const { status } = await ledger.request[method as 'get' | 'post'](path.replace(/\{\w+\}/, 'any'));
        expect({ path, method, status }).toEqual({ path, method, status: path.startsWith('/health') ? 200 : 401 });
      }
  });

  it('asks for an idempotency key on every command, and says what it takes', () => {
    for (const { post } of Object.values(document.paths)) {
      if (!post) continue;
      expect(post.parameters?.map(({ name }) => name)).toContain('Idempotency-Key');
      expect(post).toHaveProperty('requestBody.content');
    }
  });

  it('gives every operation an id of its own, and points at nothing that isn’t there', () => {
    const ids = Object.values(document.paths).flatMap((operations) =>
      Object.values(operations).map(({ operationId }) => operationId),
    );
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    const known = Object.keys(document.components.schemas).map((name) => `#/components/schemas/${name}`);
    const named = Array.from(JSON.stringify(document).matchAll(/"\$ref":"([^"]*)"/g), ([, ref]) => ref as string);
    expect(named.filter((ref) => !known.includes(ref))).toEqual([]);
  });
});
