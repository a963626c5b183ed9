import { readFile } from 'node:fs/promises';
import { type ImportFile, readImportFile } from '#libs/import-file';
import { type Sha256, sha256 } from '#libs/values';

export interface CheckedFile {
  readonly file: ImportFile;
  readonly hash: Sha256;
}

/** Reads and checks a whole file. @throws Error that lists every bad row: nothing of such a file is sent. */
export async function readCheckedFile(path: string): Promise<CheckedFile> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new Error(`读不到文件 ${path}（${error.code ?? error.message}）`);
  });
  const read = readImportFile(text);
  if (!read.ok) {
    const lines = read.problems.map(
      ({ row, field, code, message }) => `  ${row === undefined ? '' : `第 ${row} 行 `}${field}：${message}（${code}）`,
    );
    throw new Error(`文件 ${path} 有 ${lines.length} 处错误，未发送任何内容：\n${lines.join('\n')}`);
  }
  return { file: read.file, hash: sha256(text) };
}
