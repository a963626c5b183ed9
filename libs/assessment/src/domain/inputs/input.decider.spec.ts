import fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import { Refusal, fold, given } from '#libs/eventsourcing';
import { type InputCommand, type InputEntry, inputDecider } from './input.decider.js';
import { type InputEvent, type InputPlace } from './input.events.js';
import { type InputSlot } from './slots.js';

const today = '2022-09-30';
const place = (input: string, subject?: string): InputPlace => ({
  scheme: 'example',
  version: 1,
  period: { from: '2022-01-01', to: '2022-12-31' },
  input,
  ...(subject !== undefined && { subject }),
  by: 'bureau',
});
const SLOTS = {
  tax: { kind: 'certified', input: 'tax', by: 'bureau', of: 'subject' },
  projects: { kind: 'items', input: 'projects', by: 'bureau' },
  review: { kind: 'panel', input: 'review', by: 'bureau', panels: ['park', 'town'] },
  award: { kind: 'discretionary', input: 'award', by: 'bureau', range: { from: '-1', to: '3' } },
} satisfies Record<string, InputSlot>;
const entry = (input: keyof typeof SLOTS, more: Partial<InputEntry>, subject = 'aa'): InputEntry => ({
  place: place(input, subject),
  slot: SLOTS[input],
  evidence: [],
  occurredOn: '2022-09-01',
  ...more,
});
const certify = (...entries: InputEntry[]): InputCommand => ({
  kind: 'certify-inputs',
  entries,
  approver: 'account-1',
  today,
});
const item = (id: string, share?: string) => ({
  id,
  name: id,
  values: { investment: '0100.0' },
  tags: ['new'],
  ...(share && { share }),
});
const decide = (counts: boolean, id = 'p1'): InputCommand => ({
  kind: 'decide-recognition',
  decisions: [{ place: place('projects', 'aa'), item: id, counts, reason: '财政投资项目', occurredOn: '2022-09-02' }],
  today,
});
const eventsOf = (command: InputCommand, ...history: InputEvent[]): InputEvent[] => {
  const outcome = given(inputDecider, ...history).when(command);
  if (!Array.isArray(outcome)) throw new Error(`refused: ${outcome.refused}`);
  return outcome;
};

const tax = eventsOf(certify(entry('tax', { value: '-12.50' })));
const list = eventsOf(certify(entry('projects', { items: [item('p1'), item('p2')] })));

describe('certified inputs', () => {
  it('are recorded all at once, in one spelling, with what proves them', () => {
    const evidence = [{ kind: 'other' as const, sha256: 'a'.repeat(64) }];
    const both = certify(
      entry('tax', { value: '0012.50', evidence }),
      entry('review', { scores: [{ panel: 'park', score: '9.0' }] }),
    );
    expect(eventsOf(both)).toMatchObject([
      { type: 'InputCertified', data: { ...place('tax', 'aa'), value: '12.5', grade: 'documented' } },
      {
        type: 'InputCertified',
        data: { ...place('review', 'aa'), scores: [{ panel: 'park', score: '9' }], grade: 'claimed' },
      },
    ]);
    expect(list).toMatchObject([{ data: { items: [{ id: 'p1', values: { investment: '100' } }, { id: 'p2' }] } }]);
  });

  it('are corrected by naming what stands, whole and with a reason', () => {
    const correction = certify(entry('tax', { value: '3', corrects: 'event-0', reason: '口径有误' }));
    expect(given(inputDecider, ...tax).when(correction)).toMatchObject([
      {
        type: 'InputCorrected',
        data: { ...place('tax', 'aa'), value: '3', correctsEventId: 'event-0', reason: '口径有误' },
      },
    ]);
    const [corrected] = eventsOf(correction, ...tax);
    expect(given(inputDecider, ...tax, corrected as InputEvent).when(correction)).toMatchObject({
      refused: 'INPUT.CORRECTS_OTHER',
    });
  });

  it('count until it is decided otherwise, and again after another decision', () => {
    const out = eventsOf(decide(false), ...list);
    expect(out).toMatchObject([
      { type: 'RecognitionDecided', data: { item: 'p1', counts: false, reason: '财政投资项目' } },
    ]);
    expect(given(inputDecider, ...list, ...out).when(decide(false))).toMatchObject({
      refused: 'INPUT.ALREADY_DECIDED',
    });
    expect(eventsOf(decide(true), ...list, ...out)).toHaveLength(1);
  });

  it('give awards within their range, on an approver’s word and for a reason', () => {
    const award = entry('award', { points: '3.0', reason: '承办现场会' });
    expect(eventsOf(certify(award))).toMatchObject([
      { type: 'DiscretionaryPointsGiven', data: { points: '3', approver: 'account-1', reason: '承办现场会' } },
    ]);
    const unapproved = { ...certify(award), approver: undefined };
    expect(given(inputDecider).when(unapproved)).toMatchObject({ refused: 'INPUT.UNAPPROVED' });
  });

  it('divide an item among subjects to no more than one whole', () => {
    const third = (subject: string) => entry('projects', { items: [item('p1', '1/3')] }, subject);
    const thirds = eventsOf(certify(third('aa'), third('bb')));
    expect(given(inputDecider, ...thirds).when(certify(third('cc')))).toHaveLength(1);
    const half = certify(entry('projects', { items: [item('p1', '0.5')] }, 'cc'));
    expect(given(inputDecider, ...thirds).when(half)).toMatchObject({ refused: 'INPUT.SHARES_BEYOND_WHOLE' });
  });

  it.each<[string, InputEvent[], InputEntry, string, string]>([
    ['certified twice', tax, entry('tax', { value: '1' }), 'INPUT.ALREADY_CERTIFIED', 'inputs[0]'],
    [
      'corrected before they stand',
      [],
      entry('tax', { value: '1', corrects: 'event-0', reason: '误' }),
      'INPUT.CORRECTS_OTHER',
      'inputs[0].corrects',
    ],
    [
      'corrected without a reason',
      tax,
      entry('tax', { value: '1', corrects: 'event-0' }),
      'INPUT.REASON_MISSING',
      'inputs[0].reason',
    ],
    [
      'corrected into the past',
      tax,
      entry('tax', { value: '1', corrects: 'event-0', reason: '误', occurredOn: '2022-08-31' }),
      'DAY.BEFORE_PREVIOUS',
      'inputs[0].occurredOn',
    ],
    [
      'certified ahead of today',
      [],
      entry('tax', { value: '1', occurredOn: '2022-10-01' }),
      'DAY.IN_FUTURE',
      'inputs[0].occurredOn',
    ],
    ['numbers that are none', [], entry('tax', { value: '1e5' }), 'INPUT.NOT_A_NUMBER', 'inputs[0].value'],
    [
      'lists where a number is asked for',
      [],
      entry('tax', { value: '1', items: [] }),
      'INPUT.WRONG_FORM',
      'inputs[0].items',
    ],
    ['absent', [], entry('tax', {}), 'INPUT.WRONG_FORM', 'inputs[0].value'],
    [
      'lists with an item twice',
      [],
      entry('projects', { items: [item('p1'), item('p1')] }),
      'INPUT.ITEM_TWICE',
      'inputs[0].items[1].id',
    ],
    [
      'shares beyond one',
      [],
      entry('projects', { items: [item('p1', '4/3')] }),
      'INPUT.BAD_SHARE',
      'inputs[0].items[0].share',
    ],
    [
      'values under strange names',
      [],
      entry('projects', { items: [{ ...item('p1'), values: { 投资: '1' } }] }),
      'INPUT.BAD_VALUE_NAME',
      'inputs[0].items[0].values',
    ],
    [
      'scores of a panel that the scheme lacks',
      [],
      entry('review', { scores: [{ panel: 'press', score: '1' }] }),
      'INPUT.UNKNOWN_PANEL',
      'inputs[0].scores[0].panel',
    ],
    [
      'awards beyond their range',
      [],
      entry('award', { points: '3.1', reason: '好' }),
      'INPUT.OUTSIDE_RANGE',
      'inputs[0].points',
    ],
    ['awards without a reason', [], entry('award', { points: '1' }), 'INPUT.REASON_MISSING', 'inputs[0].reason'],
  ])('are not %s', (_, history, bad, refused, field) => {
    expect(given(inputDecider, ...history).when(certify(bad))).toEqual({ refused, field });
  });

  it('knows no decision on an item that no list has', () => {
    expect(given(inputDecider, ...list).when(decide(false, 'p9'))).toMatchObject({ refused: 'INPUT.UNKNOWN_ITEM' });
  });

  it('refuse or record whatever is commanded, and what was recorded leads to the same state', () => {
    const subject = fc.constantFrom('aa', 'bb');
    const anyEntry = fc
      .record({
        input: fc.constantFrom('tax', 'projects', 'award'),
        value: fc.option(fc.constantFrom('1', '2', 'x'), { nil: undefined }),
        points: fc.option(fc.constantFrom('1', '9'), { nil: undefined }),
        items: fc.option(
          fc.array(fc.constantFrom(item('p1', '0.5'), item('p2'), item('p3', '1/3')), { maxLength: 2 }),
          { nil: undefined },
        ),
        corrects: fc.option(
          fc.integer({ min: 0, max: 6 }).map((n) => `event-${n}`),
          { nil: undefined },
        ),
        reason: fc.option(fc.constant('理由'), { nil: undefined }),
        subject,
      })
      .map(({ input, subject, ...more }) => entry(input as keyof typeof SLOTS, more, subject));
    const anyCommand = fc.oneof(
      fc.array(anyEntry, { minLength: 1, maxLength: 3 }).map((entries) => certify(...entries)),
      fc.tuple(fc.boolean(), fc.constantFrom('p1', 'p2')).map(([counts, id]) => decide(counts, id)),
    );
    fc.assert(
      fc.property(fc.array(anyCommand, { maxLength: 20 }), (commands) => {
        const recorded: (InputEvent & { id: string })[] = [];
        let state = inputDecider.initialState;
        for (const command of commands) {
          try {
            for (const event of inputDecider.decide(command, state)) {
              recorded.push({ ...event, id: `event-${recorded.length}` });
            }
          } catch (error) {
            if (!(error instanceof Refusal)) throw error;
          }
          state = fold(inputDecider, recorded);
        }
        const first = recorded.filter(({ type }) => type === 'InputCertified' || type === 'DiscretionaryPointsGiven');
        const places = first.map(({ data }) => `${data.input} ${data.subject}`);
        expect(new Set(places).size).toBe(places.length);
      }),
    );
  });
});
