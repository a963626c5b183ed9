import { type Day, dayOf } from '#libs/values';
import { deriveImportFile } from './derive-import-file.js';
import { IMPORT_FORM, type ImportFile, contradictions as contradictionsOfRows, importFile } from './import-file.js';
import { type Problem, problem, problemsOf } from './problem.js';
import { contradictions as contradictionsOfCase, discrepancies, publishedCase } from './published-case.js';

/**
 * A file that is right in every row, or everything that is wrong with it. `warnings` say where a published notice
 * contradicts itself without making its counts impossible.
 */
export type ReadResult =
  | { readonly ok: true; readonly file: ImportFile; readonly warnings: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

const failed = (problems: readonly Problem[]): ReadResult => ({ ok: false, problems });

function parsed(text: string): { content: unknown } | undefined {
  try {
    return { content: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
}

/** The number that a row of an import file carries, or, when that is no number, its place among its kind. */
function rowOfImport(content: unknown, [list, index]: readonly PropertyKey[]) {
  if ((list !== 'projects' && list !== 'outings') || typeof index !== 'number') return undefined;
  const { row } = ((content as Record<string, unknown[]>)[list]?.[index] ?? {}) as { row?: unknown };
  return { row: Number.isSafeInteger(row) ? Number(row) : index + 1, depth: 2 };
}

const rowOfCase = ([list, index]: readonly PropertyKey[]) =>
  list === 'units' && typeof index === 'number' ? { row: index + 1, depth: 2 } : undefined;

function readImport(content: unknown, today: Day): ReadResult {
  const { success, data, error } = importFile.safeParse(content);
  if (!success) return failed(problemsOf(error, content, (path) => rowOfImport(content, path)));
  const problems = contradictionsOfRows(data, today);
  return problems.length > 0 ? failed(problems) : { ok: true, file: data, warnings: [] };
}

function readCase(content: unknown, today: Day): ReadResult {
  const { success, data, error } = publishedCase.safeParse(content);
  if (!success) return failed(problemsOf(error, content, rowOfCase));
  const problems = contradictionsOfCase(data);
  if (data.period.to > today) problems.push(problem('DAY.IN_FUTURE', 'period.to', undefined, data.period.to));
  if (problems.length > 0) return failed(problems);
  return { ok: true, file: deriveImportFile(data), warnings: discrepancies(data) };
}

/**
 * Reads an import file, or derives one from a published case, and checks the whole of it before anything is sent.
 * `today` is the last day that can have happened, in Asia/Shanghai.
 */
export function readImportFile(text: string, today: Day = dayOf(new Date())): ReadResult {
  const json = parsed(text);
  if (json === undefined) return failed([problem('FILE.NOT_JSON', '')]);
  const { content } = json;
  if (typeof content !== 'object' || content === null || Array.isArray(content)) {
    return failed([problem('FILE.UNKNOWN_FORM', '')]);
  }
  if (!('form' in content)) return readCase(content, today);
  return content.form === IMPORT_FORM ? readImport(content, today) : failed([problem('FILE.UNKNOWN_FORM', 'form')]);
}
