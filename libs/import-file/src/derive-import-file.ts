import { Temporal } from 'temporal-polyfill';
import { type Day, sha256 } from '#libs/values';
import {
  IMPORT_FORM,
  type ImportFile,
  type ImportedOuting,
  type ImportedProject,
  type ImportedUnit,
} from './import-file.js';
import { type PublishedCase } from './published-case.js';

/** The floors of the bands that notices count by, in 万元: 10, 5 and 1 亿元. */
const FLOOR = { ge10yi: '100000', ge5yi: '50000', ge1yi: '10000' };

const NOTE =
  '通报只公布各单位分档计数：项目名称为顺序编号，固定资产投资取所在档的下限（总投资与之相等），签约、开工、外出的日期在期间内按固定规则排布。';
const UNPUBLISHED_PLACE = '市外（通报未载地点）';
const ZONE = /开发区|经开区|高新区|园区/;
const LONGEST_OUTING_DAYS = 3;

/** Digits of the golden ratio: multiples of it, cut to three digits, spread evenly without falling into step. */
const STRIDE = 618;
const spread = (ordinal: number): number => (ordinal * STRIDE) % 1000;

/** The day `thousandths` of the way through a span of days. */
function dayWithin(from: Day, to: Day, thousandths: number): Day {
  const start = Temporal.PlainDate.from(from);
  const days = start.until(to).days + 1;
  return start.add({ days: Math.floor((days * thousandths) / 1000) }).toString();
}

const earlier = (a: Day, b: Day): Day => (a < b ? a : b);

type Figures = PublishedCase['units'][number];
type Numbered<Row> = Omit<Row, 'row'>;

const unitOf = ({ unit }: Figures, index: number, title: string): ImportedUnit => ({
  code: `${sha256(title).slice(0, 6)}-${String(index + 1).padStart(2, '0')}`,
  name: unit,
  kind: ZONE.test(unit) ? 'development-zone' : 'district',
  group: title,
});

/** The floor of the band in which a unit's project lies, counted from 0, the highest band first. */
function floorOf(index: number, { signed_ge_10yi, signed_ge_5yi }: Figures): string {
  if (index < signed_ge_10yi) return FLOOR.ge10yi;
  return index < signed_ge_5yi ? FLOOR.ge5yi : FLOOR.ge1yi;
}

/** The unit's projects, highest band first. Which of them have started is dealt out evenly over that order. */
function projectsOf(
  figures: Figures,
  unit: string,
  { from, to }: PublishedCase['period'],
): Numbered<ImportedProject>[] {
  const { unit: name, signed_ge_1yi: signed, started_ge_1yi: started } = figures;
  return Array.from({ length: signed }, (_, index) => {
    const investment = floorOf(index, figures);
    const signedOn = dayWithin(from, to, spread(index + 1));
    const hasStarted = Math.floor(((index + 1) * started) / signed) > Math.floor((index * started) / signed);
    return {
      unit,
      name: `${name}签约项目${String(index + 1).padStart(2, '0')}`,
      totalInvestment: investment,
      fixedAssetInvestment: investment,
      signedOn,
      ...(hasStarted && { startedOn: dayWithin(signedOn, to, spread(index + 2)) }),
    };
  });
}

const outingsOf = (figures: Figures, unit: string, { from, to }: PublishedCase['period']): Numbered<ImportedOuting>[] =>
  Array.from({ length: figures.outings }, (_, index) => {
    const first = dayWithin(from, to, spread(index + 1));
    const last = Temporal.PlainDate.from(first).add({ days: index % LONGEST_OUTING_DAYS });
    return { unit, place: UNPUBLISHED_PLACE, from: first, to: earlier(last.toString(), to) };
  });

/**
 * Rows that add up to a notice's figures, the same ones every time. The notice publishes only how many projects lie in
 * each band, so each project's amounts are its band's floor (1, 5 or 10 亿元), its name an ordinal, its days spread over
 * the period, and the outings' places unsaid. Rows are numbered through the file: projects first, then outings.
 * The case must be free of contradictions (see `readImportFile`).
 */
export function deriveImportFile(published: PublishedCase): ImportFile {
  const { title, source, period } = published;
  const units = published.units.map((figures, index) => unitOf(figures, index, title));
  const ofEveryUnit = <Row>(rowsOf: (figures: Figures, unit: string, of: typeof period) => Row[]): Row[] =>
    published.units.flatMap((figures, index) => rowsOf(figures, units[index]?.code ?? '', period));
  const projects = ofEveryUnit(projectsOf).map((project, index) => ({ row: index + 1, ...project }));
  const outings = ofEveryUnit(outingsOf).map((outing, index) => ({ row: projects.length + index + 1, ...outing }));
  return { form: IMPORT_FORM, title, source, note: NOTE, period, units, projects, outings };
}
