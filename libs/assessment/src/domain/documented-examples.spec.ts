import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { leaf, metrics, scheme } from '../../../../test/support/assessment-scheme.js';
import { validateScheme } from './validate-scheme.js';

const PAGE = new URL('../../../../docs/assessment-schemes.md', import.meta.url);
const examples = [...readFileSync(PAGE, 'utf8').matchAll(/```json\n([\s\S]*?)```/g)].map(
  ([, text = '']) => JSON.parse(text) as Record<string, unknown>,
);

/** The example put where it belongs in a scheme that is right, by what it says. */
function inScheme(example: Record<string, unknown>): object {
  if ('grades' in example) return scheme({ outcome: example });
  if ('then' in example) return scheme({ indicators: [leaf({ rules: [example] as never })] });
  if ('each' in example) {
    const subjects = { kind: 'all' } as const;
    return scheme({ subjects, indicators: [leaf({ target: example as never })] });
  }
  if (example.kind === 'items') return scheme({ indicators: [leaf({ source: example as never, target: undefined })] });
  if ('kind' in example) return scheme({ indicators: [leaf({ shape: example as never })] });
  return scheme({ points: '50', indicators: [example as never] });
}

describe('the page on how to write a scheme', () => {
  it('has examples', () => expect(examples.length).toBeGreaterThan(5));

  it.each(examples.map((example, index) => [index + 1, example] as const))('example %d is accepted', (_n, example) => {
    const value = JSON.parse(JSON.stringify(inScheme(example))) as object;
    expect(validateScheme(value, metrics)).toEqual({ valid: true, scheme: value });
  });
});
