import { type SchemeProblem } from '../checks.js';
import { type Located, askedPlaces, indicatorPlaces, overallPlaces } from '../places.js';
import { type Catalogue, type Scheme, isComposite } from '../scheme.js';
import { isList } from '../sources/items.js';
import { type Placed } from '../sources/places.js';
import { type IndicatorSource } from '../sources/source.js';

/** Names of indicators and schemes that aren't there, or that lead back to where they are used. */
export function referenceProblems(scheme: Scheme, located: readonly Located[], catalogue: Catalogue): SchemeProblem[] {
  const codes = new Map(located.map(({ indicator }) => [indicator.code, indicator]));
  const used = [
    ...located.flatMap(({ indicator, path }) => indicatorPlaces(indicator, path)),
    ...overallPlaces(scheme),
  ].flatMap(indicatorSource);
  const unknown = used.flatMap(({ source, path }): SchemeProblem[] => {
    const indicator = codes.get(source.code);
    if (!indicator) {
      return [{ field: `${path}.code`, code: 'SCHEME.UNKNOWN_INDICATOR', message: `没有指标“${source.code}”` }];
    }
    if (source.take === 'score' || source.take === 'rate' || !isComposite(indicator)) return [];
    const message = `“${source.code}”有下级指标，只能取得分（score）或得分率（rate）`;
    return [{ field: `${path}.take`, code: 'SCHEME.VALUE', message }];
  });
  const others = [
    ...breakerProblems(scheme, located),
    ...onceOnlyProblems(scheme, located),
    ...rollUpProblems(scheme, catalogue),
  ];
  return unknown.length > 0 ? [...unknown, ...others] : [...circleProblems(scheme, located), ...others];
}

interface Used {
  readonly source: IndicatorSource;
  readonly path: string;
}

const indicatorSource = ({ source, path }: Placed): Used[] => (source.kind === 'indicator' ? [{ source, path }] : []);

/** An indicator that needs its own score before it has one. */
function circleProblems({ onceOnly = [] }: Scheme, located: readonly Located[]): SchemeProblem[] {
  const needs = new Map<string, string[]>();
  const paths = new Map<string, string>();
  for (const { indicator, path } of located) {
    const used = indicatorPlaces(indicator, path).flatMap(indicatorSource);
    const parts = isComposite(indicator) ? indicator.parts.map(({ code }) => code) : [];
    needs.set(indicator.code, [...parts, ...used.map(({ source }) => source.code)]);
    paths.set(indicator.code, used[0]?.path ?? path);
  }
  for (const { indicators } of onceOnly) {
    const shared = indicators.flatMap((code) => needs.get(code) ?? []);
    for (const code of indicators) needs.set(code, shared);
  }
  return circlesIn(needs).map((code) => ({
    field: paths.get(code) ?? 'indicators',
    code: 'SCHEME.CYCLIC',
    message: `指标“${code}”的计分最终要用到它自己的结果`,
  }));
}

/** The codes that can be reached from themselves. */
function circlesIn(needs: ReadonlyMap<string, readonly string[]>): string[] {
  return [...needs.keys()].filter((start) => {
    const seen = new Set<string>();
    const open = [...(needs.get(start) ?? [])];
    for (let code = open.pop(); code !== undefined; code = open.pop()) {
      if (code === start) return true;
      if (seen.has(code)) continue;
      seen.add(code);
      open.push(...(needs.get(code) ?? []));
    }
    return false;
  });
}

function breakerProblems({ ties }: Scheme, located: readonly Located[]): SchemeProblem[] {
  const codes = new Set(located.map(({ indicator }) => indicator.code));
  return ties.breakers.flatMap((breaker, index) => {
    if (typeof breaker !== 'string' || codes.has(breaker)) return [];
    const message = `没有指标“${breaker}”`;
    return [{ field: `ties.breakers[${index}]`, code: 'SCHEME.UNKNOWN_INDICATOR', message }];
  });
}

/** Items can be shared out among leaves that count items, and a leaf takes part once. */
function onceOnlyProblems({ onceOnly = [] }: Scheme, located: readonly Located[]): SchemeProblem[] {
  const listing = new Set(
    located.flatMap(({ indicator }) => (!isComposite(indicator) && isList(indicator.source) ? [indicator.code] : [])),
  );
  const seen = new Set<string>();
  return onceOnly.flatMap(({ indicators }, at) =>
    indicators.flatMap((code, index): SchemeProblem[] => {
      const field = `onceOnly[${at}].indicators[${index}]`;
      if (!listing.has(code)) {
        return [
          { field, code: 'SCHEME.UNKNOWN_INDICATOR', message: `没有以 items、entries 为数据来源的指标“${code}”` },
        ];
      }
      if (seen.has(code)) return [{ field, code: 'SCHEME.REPEATED', message: `“${code}”已在不重复计的规定中` }];
      seen.add(code);
      return [];
    }),
  );
}

/** A scheme can't be rolled up into itself, not by way of others either. */
function rollUpProblems(scheme: Scheme, { schemes }: Catalogue): SchemeProblem[] {
  return askedPlaces(scheme).flatMap(({ source, path }): SchemeProblem[] => {
    if (source.kind !== 'scheme') return [];
    const field = `${path}.scheme`;
    if (source.scheme !== scheme.code && schemes && !schemes.has(source.scheme)) {
      return [{ field, code: 'SCHEME.UNKNOWN_SCHEME', message: `没有已发布的方案“${source.scheme}”` }];
    }
    const needs = new Map([...(schemes ?? []), [scheme.code, [source.scheme]]]);
    if (!circlesIn(needs).includes(scheme.code)) return [];
    return [{ field, code: 'SCHEME.CYCLIC', message: `方案“${source.scheme}”的得分最终由本方案汇总而来，不能循环` }];
  });
}
