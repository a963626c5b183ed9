import { type Day } from '#libs/values';
import {
  type AskedSource,
  type CertifiedSource,
  type DiscretionarySource,
  type EntriesSource,
  type ItemsSource,
  type MetricBounds,
  type MetricSource,
  type PanelSource,
  type RegisterSource,
  type SchemeSource,
  type Source,
} from './source.js';

/** What has to be read for every subject before a scheme can be scored: an asked source without what the engine decides. */
export type Question =
  | Omit<MetricSource, 'zeroDenominator'>
  | Omit<EntriesSource, 'where' | 'exclude' | 'of' | 'split' | 'combine'>
  | Pick<CertifiedSource, 'kind' | 'input' | 'by' | 'common'>
  | Pick<ItemsSource, 'kind' | 'input' | 'by'>
  | Pick<PanelSource, 'kind' | 'input' | 'by'>
  | Pick<DiscretionarySource, 'kind' | 'input' | 'by'>
  | Pick<SchemeSource, 'kind' | 'scheme' | 'version' | 'take' | 'of'>
  | Pick<RegisterSource, 'kind' | 'metric' | 'of'>;

/** The question that a source asks. */
export function questionOf(source: AskedSource): Question {
  switch (source.kind) {
    case 'metric': {
      const { zeroDenominator: _, ...question } = source;
      return question;
    }
    case 'entries': {
      const { where: _, exclude: __, of: ___, split: ____, combine: _____, ...question } = source;
      return question;
    }
    case 'certified': {
      const { kind, input, by, common } = source;
      return { kind, input, by, ...(common && { common }) };
    }
    case 'items':
    case 'discretionary':
    case 'panel':
      return { kind: source.kind, input: source.input, by: source.by };
    case 'scheme': {
      const { missing: _, ...question } = source;
      return question;
    }
    case 'register': {
      const { missing: _, ...question } = source;
      return question;
    }
  }
}

/** The same question has the same key, whatever the order in which its fields were written. */
export const keyOf = (question: Question): string => JSON.stringify(sorted(question));

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value as Record<string, unknown>).filter(([, each]) => each !== undefined);
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, each]) => [key, sorted(each)] as const),
  );
};

/** The business days that a metric source counts: its own, the scheme's, or the scheme's so many years away. */
export function periodOf(
  { period }: Pick<MetricBounds, 'period'>,
  scheme: { readonly period: { readonly from: Day; readonly to: Day } },
): { from: Day; to: Day } {
  if (period === undefined) return scheme.period;
  if ('from' in period) return period;
  return { from: yearsAway(scheme.period.from, period.years), to: yearsAway(scheme.period.to, period.years) };
}

/** 29 February has 28 February for its day in a common year. */
function yearsAway(day: Day, years: number): Day {
  const year = Number(day.slice(0, 4)) + years;
  const isCommon = year % 4 !== 0 || (year % 100 === 0 && year % 400 !== 0);
  const monthAndDay = isCommon && day.endsWith('02-29') ? '02-28' : day.slice(5);
  return `${String(year).padStart(4, '0')}-${monthAndDay}`;
}

const ASKED: ReadonlySet<string> = new Set([
  'metric',
  'entries',
  'certified',
  'items',
  'panel',
  'discretionary',
  'scheme',
  'register',
] satisfies AskedSource['kind'][]);

export const isAsked = (source: Source): source is AskedSource => ASKED.has(source.kind);
