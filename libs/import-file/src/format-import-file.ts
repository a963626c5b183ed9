import { type ImportFile } from './import-file.js';

/** An object on one line, spaced as people write it. */
const line = (row: object): string =>
  `{ ${Object.entries(row)
    .map(([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`)
    .join(', ')} }`;

const member = ([name, value]: [string, unknown]): string => {
  const key = `  ${JSON.stringify(name)}: `;
  if (Array.isArray(value)) {
    return value.length === 0
      ? `${key}[]`
      : `${key}[\n${value.map((row: object) => `    ${line(row)}`).join(',\n')}\n  ]`;
  }
  return key + (typeof value === 'object' && value !== null ? line(value) : JSON.stringify(value));
};

/** The file's text, one row per line so that a difference shows row by row. */
export const formatImportFile = (file: ImportFile): string => `{\n${Object.entries(file).map(member).join(',\n')}\n}\n`;
