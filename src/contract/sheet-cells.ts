import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { problem } from './problem.ts';
import { list } from './scalar.ts';

/** The cells of a file's sheets as a person sees them; nothing of the file is kept. For sheets of KPIs, not for data. */
export const readSheetCells = endpoint({
  method: 'POST',
  path: '/api/sheet-cells',
  concept: 'begin',
  summary: { ja: 'Excel・CSVのセルの内容（保存しません）', en: 'The cells of a workbook or CSV file; nothing is stored' },
  query: z.strictObject({ name: z.string().min(1).max(1_000) }),
  body: 'bytes',
  readsOnly: true,
  response: z.strictObject({
    sheets: list(
      z.strictObject({
        /** Empty for a plain file. */
        name: z.string(),
        rows: list(list(z.string())),
        /** More than a sheet of KPIs holds: only its beginning is here. */
        isCut: z.boolean(),
      }),
    ),
    problems: list(problem),
  }),
});
