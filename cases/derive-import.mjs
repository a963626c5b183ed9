// Derives the import file of a published case: `npm run build && node cases/derive-import.mjs CASE.json > CASE.import.json`.
import { readFileSync } from 'node:fs';
import { formatImportFile, readImportFile } from '#libs/import-file';

const [path] = process.argv.slice(2);
if (path === undefined) {
  console.error('用法：node cases/derive-import.mjs 通报数据文件.json > 导入文件.json');
  process.exit(2);
}
const result = readImportFile(readFileSync(path, 'utf8'));
for (const { row, field, code, message } of result.ok ? result.warnings : result.problems) {
  console.error([row === undefined ? path : `${path} 第 ${row} 行`, field, code, message].filter(Boolean).join(' | '));
}
if (!result.ok) process.exit(1);
process.stdout.write(formatImportFile(result.file));
