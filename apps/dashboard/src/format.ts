import { type AsOf } from './api.js';
import { type Period } from './periods.js';

const CLOCK = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** An instant as `2022-10-09 15:30:12`, Beijing time. */
export const clockTime = (instant: string): string => CLOCK.format(new Date(instant));

/** A day as `2022年10月9日`. */
export function longDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** A period as `2022年1月1日—9月30日`; the year is said once when both ends share it. */
export function longPeriod({ from, to }: Period): string {
  const end = longDay(to);
  return `${longDay(from)}—${from.slice(0, 4) === to.slice(0, 4) ? end.replace(/^\d+年/, '') : end}`;
}

/** Up to which event, and of what time, an answer is: every figure stands beside it. */
export const asOfWords = ({ seq, recordedAt }: AsOf): string =>
  `截至第 ${seq} 号事件 · ${recordedAt ? clockTime(recordedAt) : '尚无记录'}`;

/** Decimal text with its thousands set apart: `1234567.5` → `1,234,567.5`. */
export function grouped(amount: string): string {
  const [whole = '', fraction] = amount.split('.');
  const apart = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? apart : `${apart}.${fraction}`;
}

/** A bound in 万元 as people say it: `50000` → `5 亿元`. */
export const boundWords = (amount: string): string =>
  /^[1-9]\d*0000$/.test(amount) ? `${amount.slice(0, -4)} 亿元` : `${grouped(amount)} 万元`;

/** The first part of a UUID: enough to recognise an event in a list. */
export const shortId = (id: string): string => id.slice(0, 8);

/** A part of one as per cent: `0.4` → `40%`, `0.333333` → `33.3333%`. */
export const percent = (share: string): string => `${Number((100 * Number(share)).toFixed(4))}%`;
