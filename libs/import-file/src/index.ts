export { deriveImportFile } from './derive-import-file.js';
export { formatImportFile } from './format-import-file.js';
export { type ImportFile, type ImportedOuting, type ImportedProject, type ImportedUnit } from './import-file.js';
export { type Problem, type ProblemCode } from './problem.js';
export { type PublishedCase } from './published-case.js';
export { type ReadResult, readImportFile } from './read-import-file.js';
