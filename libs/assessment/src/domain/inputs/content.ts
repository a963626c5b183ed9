import { refuseUnless } from '#libs/eventsourcing';
import { Decimal } from '../arithmetic.js';
import { type CertifiedItem, type Content, type PanelSheet } from './input.events.js';
import { type InputSlot } from './slots.js';

const AMOUNT = /^-?\d{1,12}(\.\d{1,6})?$/;
const CODE = /^[a-z0-9][a-z0-9-]{0,38}[a-z0-9]$/;
const SHARE = /^(?:(?<decimal>[01](?:\.\d{1,6})?)|(?<part>[1-9]\d{0,3})\/(?<whole>[1-9]\d{0,3}))$/;
const FORMS = { certified: 'value', items: 'items', panel: 'scores', discretionary: 'points' } as const;
const FORM_WORDS = {
  value: '数值（value）',
  items: '清单（items）',
  scores: '测评分（scores）',
  points: '酌情分（points）',
} as const;

/** What an entry of a request brings; exactly one of them, as the input asks. */
export interface Offered {
  readonly value?: string;
  readonly items?: readonly CertifiedItem[];
  readonly scores?: readonly PanelSheet[];
  readonly points?: string;
}

/** The content of an entry in one spelling. @throws Refusal INPUT.WRONG_FORM and others that name the field below `at`. */
export function contentOf(offered: Offered, slot: InputSlot, at: string): Content | { readonly points: string } {
  const form = FORMS[slot.kind];
  for (const other of Object.values(FORMS))
    refuseUnless(
      (other === form) === (offered[other] !== undefined),
      'invalid',
      'INPUT.WRONG_FORM',
      `“${slot.input}”须填${FORM_WORDS[form]}，且只填这一种`,
      `${at}.${other}`,
    );
  if (slot.kind === 'items') return { items: checkedItems(offered.items ?? [], `${at}.items`) };
  if (slot.kind === 'panel') return { scores: checkedSheets(offered.scores ?? [], slot.panels, `${at}.scores`) };
  if (slot.kind === 'discretionary') return { points: withinRange(offered.points ?? '', slot, `${at}.points`) };
  return { value: checkedAmount(offered.value ?? '', `${at}.value`) };
}

function checkedAmount(value: string, field: string): string {
  refuseUnless(
    AMOUNT.test(value),
    'invalid',
    'INPUT.NOT_A_NUMBER',
    `“${value}”不是十进制数字文本（最多 12 位整数、6 位小数）`,
    field,
  );
  return new Decimal(value).toFixed();
}

function withinRange(points: string, { range: { from, to } }: InputSlot & { kind: 'discretionary' }, field: string) {
  const given = new Decimal(checkedAmount(points, field));
  refuseUnless(
    given.gte(from) && given.lte(to),
    'invalid',
    'INPUT.OUTSIDE_RANGE',
    `方案授权的范围是 ${from} 至 ${to} 分`,
    field,
  );
  return given.toFixed();
}

function checkedItems(items: readonly CertifiedItem[], field: string): CertifiedItem[] {
  const seen = new Set<string>();
  return items.map((item, index) => {
    const at = `${field}[${index}]`;
    const { id, name, values, tags, share } = item;
    refuseUnless(!seen.has(id), 'invalid', 'INPUT.ITEM_TWICE', `清单中“${id}”出现两次，一个事项只计一次`, `${at}.id`);
    seen.add(id);
    if (share !== undefined) partOf(share, `${at}.share`);
    for (const tag of tags)
      refuseUnless(CODE.test(tag), 'invalid', 'INPUT.BAD_TAG', `标签“${tag}”须为小写字母、数字或连字符`, `${at}.tags`);
    return { ...item, id, name, tags, values: checkedValues(values, `${at}.values`) };
  });
}

const MAX_VALUES = 30;

function checkedValues(values: Readonly<Record<string, unknown>>, field: string): Record<string, string> {
  const entries = Object.entries(values);
  refuseUnless(entries.length <= MAX_VALUES, 'invalid', 'INPUT.TOO_MANY_VALUES', `最多 ${MAX_VALUES} 个数值`, field);
  return Object.fromEntries(
    entries.map(([name, value]) => {
      refuseUnless(
        CODE.test(name),
        'invalid',
        'INPUT.BAD_VALUE_NAME',
        `数值名“${name}”须为小写字母、数字或连字符`,
        field,
      );
      return [name, checkedAmount(typeof value === 'string' ? value : '', `${field}.${name}`)];
    }),
  );
}

/** A share as a number, from 0 to 1. @throws Refusal INPUT.BAD_SHARE */
export function partOf(share: string, field: string): Decimal {
  const { decimal, part, whole } = SHARE.exec(share)?.groups ?? {};
  const number = decimal === undefined ? new Decimal(part ?? 0).div(whole ?? 1) : new Decimal(decimal);
  refuseUnless(
    number.gt(0) && number.lte(1),
    'invalid',
    'INPUT.BAD_SHARE',
    `份额“${share}”须大于 0、不超过 1，写作小数或分数，如 0.5、1/3`,
    field,
  );
  return number;
}

function checkedSheets(sheets: readonly PanelSheet[], panels: readonly string[], field: string): PanelSheet[] {
  return sheets.map(({ panel, score }, index) => {
    const at = `${field}[${index}]`;
    refuseUnless(
      panels.includes(panel),
      'invalid',
      'INPUT.UNKNOWN_PANEL',
      `方案没有“${panel}”这一测评组；有：${panels.join('、')}`,
      `${at}.panel`,
    );
    return { panel, score: checkedAmount(score, `${at}.score`) };
  });
}
