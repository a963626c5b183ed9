import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ReadModels, openReadModels } from '../../../../test/support/read-models.js';
import { unitDirectoryProjection } from '#libs/units';
import { pairsOf } from '../pairs.js';
import { containing } from './containing.js';

const NAMES = ['年产10万件铸件', 'Robot 工厂', 'ÉCLAIR 食品', '100%_真\\项目', 'LED显示', 'ｌｅｄ 屏'];

describe('a text within others', () => {
  let models: ReadModels;
  beforeAll(async () => {
    models = await openReadModels(unitDirectoryProjection);
  });
  afterAll(() => models.drop());

  it.each([
    ['万件', ['年产10万件铸件']],
    ['10', ['年产10万件铸件', '100%_真\\项目']],
    ['ROBOT', ['Robot 工厂']],
    ['robot 工', ['Robot 工厂']],
    ['éclair', ['ÉCLAIR 食品']],
    ['led', ['LED显示']],
    ['ＬＥＤ', ['ｌｅｄ 屏']],
    ['%_', ['100%_真\\项目']],
    ['真\\', ['100%_真\\项目']],
    ['_', ['100%_真\\项目']],
    ['没有', []],
  ])('is found whatever the case: %s', async (text, expected) => {
    const { pattern, within } = containing(text);
    const rows = await models.sql.query<{ name: string }[]>(
      `select name from unnest($1::text[]) with ordinality names (name, number) where ${within('name', '$2')} order by number`,
      [NAMES, pattern],
    );
    expect(rows.map(({ name }) => name)).toEqual(expected);
  });

  it('shares its pairs with whatever contains it', () => {
    for (const name of NAMES)
      for (const text of [name, name.slice(1, 4), name.toLowerCase(), name.toUpperCase()])
        expect(pairsOf(name)).toEqual(expect.arrayContaining([...containing(text).pairs]));
    expect(containing('led显').pairs).toEqual(['le', 'ed', 'd显']);
    expect(containing('é工厂').pairs).toEqual([]);
    expect(containing('园').pairs).toEqual([]);
  });
});
