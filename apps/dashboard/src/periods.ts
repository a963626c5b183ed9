/** A span of business days, both ends inclusive, as `YYYY-MM-DD`. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** The business day (Asia/Shanghai) on which an instant falls. */
export const dayOf = (instant: Date): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(instant);

/** The periods that readers ask for by name. Running ones end today, since later days hold nothing yet. */
export function namedPeriods(today: string): ({ name: string } & Period)[] {
  const year = Number(today.slice(0, 4));
  const month = Number(today.slice(5, 7));
  const quarter = month - ((month - 1) % 3);
  return [
    { name: '本月', from: firstOf(year, month), to: today },
    { name: '本季', from: firstOf(year, quarter), to: today },
    { name: '本年', from: firstOf(year, 1), to: today },
    { name: '上年', from: firstOf(year - 1, 1), to: `${year - 1}-12-31` },
  ];
}

/** Whole days from one day to another; negative when `to` is earlier. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 864e5);

const firstOf = (year: number, month: number): string => `${year}-${String(month).padStart(2, '0')}-01`;
