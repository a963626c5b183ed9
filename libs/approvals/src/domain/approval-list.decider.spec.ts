import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Recorded, Refusal, fold, given } from '#libs/eventsourcing';
import { approvalListDecider } from './approval-list.decider.js';
import { type ApprovalListPublished, type ListedItem, approvalListOn, itemFor } from './approval-list.events.js';

const today = '2022-06-30';
const permit: ListedItem = {
  kind: 'construction-permit',
  days: 'working',
  statutoryLimit: 7,
  promisedLimit: 3,
  materials: [{ code: 'drawings', name: '施工图' }],
};
const letter: ListedItem = { kind: 'letter', days: 'working', statutoryLimit: 5, materials: [] };
const early: ListedItem = { ...letter, paper: '前期工作函', statutoryLimit: 2 };
const published = (version: number, from: string, items: ListedItem[] = [permit]): ApprovalListPublished => ({
  type: 'ApprovalListPublished',
  data: { version, from, items, occurredOn: today },
});
const publish = (from: string, items: ListedItem[]) =>
  ({ kind: 'publish-approval-list', list: { from, items }, today }) as const;

describe('the list of approvals', () => {
  it('is published in versions, each from its day on', () => {
    const first = published(1, '2022-01-01');
    expect(given(approvalListDecider).when(publish('2022-01-01', [permit]))).toEqual([first]);
    expect(given(approvalListDecider, first).when(publish('2022-07-01', [permit, letter, early]))).toEqual([
      published(2, '2022-07-01', [permit, letter, early]),
    ]);
  });

  it('is said anew before it begins, even from an earlier day', () => {
    const slip = [published(1, '2022-01-01'), published(2, '2222-07-01')] as const;
    const [anew] = given(approvalListDecider, ...slip).when(publish('2022-07-01', [letter])) as [ApprovalListPublished];
    expect(anew).toEqual(published(3, '2022-07-01', [letter]));
    const versions = [...slip, anew].map(({ data }) => data);
    expect(['2022-06-30', '2022-07-01', '2222-07-01'].map((day) => approvalListOn(versions, day)?.version)).toEqual([
      1, 3, 3,
    ]);
  });

  it.each<[string, ListedItem[], string, object]>([
    ['in force before the last', [permit], '2021-12-31', { refused: 'APPROVAL_LIST.BEFORE_LAST', field: 'from' }],
    [
      'with an item twice',
      [permit, letter, permit],
      today,
      { refused: 'APPROVAL_LIST.REPEATED', field: 'items.2.kind' },
    ],
    [
      'with a promise beyond the law',
      [{ ...permit, promisedLimit: 8 }],
      today,
      { refused: 'APPROVAL_LIST.PROMISE_EXCEEDS_LIMIT', field: 'items.0.promisedLimit' },
    ],
    [
      'with a paper twice',
      [{ ...permit, materials: [...permit.materials, ...permit.materials] }],
      today,
      { refused: 'APPROVAL_LIST.REPEATED', field: 'items.0.materials.1.code' },
    ],
  ])('is not published %s', (_, items, from, refusal) => {
    expect(given(approvalListDecider, published(1, '2022-01-01')).when(publish(from, items))).toMatchObject(refusal);
  });

  it('is in force from its day until the next version’s, and none is before the first or after an empty one', () => {
    const versions = [
      { version: 1, from: '2022-01-01', items: [permit] },
      { version: 2, from: '2022-03-01', items: [letter] },
      { version: 3, from: '2022-05-01', items: [] },
    ];
    const days = ['2021-12-31', '2022-01-01', '2022-02-28', '2022-03-01', '2022-05-01'];
    expect(days.map((day) => approvalListOn(versions, day)?.version)).toEqual([undefined, 1, 1, 2, undefined]);
  });

  it('says what it says of one letter before what it says of all', () => {
    const list = { version: 1, from: today, items: [letter, early] };
    expect(itemFor(list, 'letter', '前期工作函')).toBe(early);
    expect(itemFor(list, 'letter', '其他函')).toBe(letter);
    expect(itemFor(list, 'eia')).toBeUndefined();
  });

  it('is refused or published whatever is asked, and the record gives the versions back', () => {
    const item = fc.record({
      kind: fc.constantFrom('eia', 'letter' as const),
      days: fc.constant('working' as const),
      statutoryLimit: fc.integer({ min: 1, max: 9 }),
      promisedLimit: fc.integer({ min: 0, max: 9 }),
      materials: fc.array(fc.record({ code: fc.constantFrom('a1', 'constructor'), name: fc.constant('材料') }), {
        maxLength: 2,
      }),
    });
    const asked = fc.record({
      from: fc.constantFrom('2022-01-01', '2022-02-01'),
      items: fc.array(item, { maxLength: 2 }),
    });
    fc.assert(
      fc.property(fc.array(asked, { maxLength: 8 }), (lists) => {
        const events: Recorded<ApprovalListPublished>[] = [];
        let state = approvalListDecider.initialState;
        for (const { from, items } of lists)
          try {
            for (const event of approvalListDecider.decide(publish(from, items), state)) {
              events.push({ ...event, id: `event-${events.length}` });
              state = approvalListDecider.evolve(state, events.at(-1)!);
            }
          } catch (error) {
            if (!(error instanceof Refusal)) throw error;
          }
        expect(fold(approvalListDecider, events)).toEqual(state);
        expect(state.map(({ version }) => version)).toEqual(state.map((_, index) => index + 1));
      }),
    );
  });
});
