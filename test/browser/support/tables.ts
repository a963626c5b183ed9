import { type Locator } from 'playwright-core';

/** The texts of a table's body, row by row, without what only screen readers are told. */
export const cellsOf = (table: Locator): Promise<string[][]> =>
  table
    .locator('tbody tr')
    .all()
    .then((rows) => Promise.all(rows.map((row) => row.locator('th:visible, td:visible').allInnerTexts())))
    .then((rows) => rows.map((row) => row.map((cell) => cell.replace(/\s*，查看.*$/s, '').trim())));
