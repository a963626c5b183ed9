import { type Actor } from '#libs/access';
import { type ImportFile } from '#libs/import-file';
import { type Sha256, type UnitCode, derivedId } from '#libs/values';

/** One row as one command: who sends it, where, under which key. */
export interface RowCommand {
  /** How people find the row: `projects 12`. */
  readonly row: string;
  readonly actor: Actor;
  readonly path: string;
  readonly key: string;
  readonly body: object;
}

type Unit = ImportFile['units'][number];
type Project = ImportFile['projects'][number];
type Outing = ImportFile['outings'][number];

/** The units' registrations: an administrator's matter, to be done before the rows. */
export const unitCommands = (file: ImportFile): RowCommand[] =>
  file.units.map((unit, index) => unitCommand(file, unit, index + 1));

/** Every project and outing, each sent by the reporter of its own unit. */
export const rowCommands = (file: ImportFile, hash: Sha256): RowCommand[] => [
  ...file.projects.map((project) => projectCommand(file, project, hash)),
  ...file.outings.map((outing) => outingCommand(file, outing, hash)),
];

/** A row keeps its key however often, and with whatever other rows, its file is sent. */
const keyOf = (file: ImportFile, kind: string, row: string | number): string =>
  derivedId('import', file.title, kind, String(row));

const reporterOf = (unit: UnitCode): Actor => ({ id: `reporter-${unit}`, unit, role: 'reporter' });

const unitCommand = (file: ImportFile, { code, name, kind, group }: Unit, row: number): RowCommand => ({
  row: `units ${row}`,
  actor: { id: 'administrator', unit: code, role: 'administrator' },
  path: '/v1/units',
  key: keyOf(file, 'unit', code),
  body: { code, name, kind, group, occurredOn: file.period.from },
});

function projectCommand(file: ImportFile, project: Project, hash: Sha256): RowCommand {
  const { row, unit, name, totalInvestment, fixedAssetInvestment, signedOn, startedOn, introducer } = project;
  return {
    row: `projects ${row}`,
    actor: reporterOf(unit),
    path: '/v1/projects',
    key: keyOf(file, 'project', row),
    body: {
      name,
      unit,
      ...(introducer !== undefined && { introducer }),
      occurredOn: signedOn,
      contract: { occurredOn: signedOn, totalInvestment, fixedAssetInvestment },
      ...(startedOn !== undefined && { start: { occurredOn: startedOn } }),
      source: { file: hash, row },
    },
  };
}

const outingCommand = (file: ImportFile, { row, unit, place, from, to }: Outing, hash: Sha256): RowCommand => ({
  row: `outings ${row}`,
  actor: reporterOf(unit),
  path: '/v1/visits',
  key: keyOf(file, 'outing', row),
  body: { unit, kind: 'outing', place, from, to, source: { file: hash, row } },
});
