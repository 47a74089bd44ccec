import { z } from 'zod';
import { decimalOf } from '../../number/decimal.ts';
import type { Connector } from '../connector.ts';
import { googleFailure, jsonAnswer } from '../json-answer.ts';
import { searchText } from '../search-text.ts';

const SERVICE = 'Google Sheets';
/** A sheet is read whole, however long ago it begins. */
const ALL_DAYS = 100_000;

/** Google Sheets: `spreadsheets.values.get`. The first row has the headings; a pull takes the place of everything before it. */
export const googleSheets: Connector = {
  id: 'google-sheets',
  name: { ja: 'Googleスプレッドシート', en: 'Google Sheets' },
  fields: [
    {
      id: 'spreadsheet',
      label: { ja: 'スプレッドシートのID', en: 'Spreadsheet id' },
      hint: { ja: 'URLの /d/ と /edit の間', en: 'between /d/ and /edit in its address' },
      pattern: /^[\w-]{20,100}$/,
    },
    {
      id: 'range',
      label: { ja: 'シートと範囲', en: 'Sheet and range' },
      hint: {
        ja: "例: 実績 または '月次 実績'!A1:F（1行目が見出し）",
        en: "such as Actuals or 'Monthly actuals'!A1:F; the first row has the headings",
      },
      pattern: /^\P{Cc}{1,200}$/u,
    },
  ],
  signIn: ['service-account', 'oauth'],
  scope: 'https://www.googleapis.com/auth/spreadsheets.readonly',
  restates: ALL_DAYS,
  sliceDays: ALL_DAYS,
  hosts: () => ['sheets.googleapis.com'],
  rows: () => ({
    dataset: { kind: 'aggregate', id: 'sheet', name: { ja: 'スプレッドシート', en: 'Sheet' } },
    columns: 'open',
  }),
  request: ({ settings }) => {
    const search = searchText({
      majorDimension: 'ROWS',
      valueRenderOption: 'UNFORMATTED_VALUE',
      dateTimeRenderOption: 'FORMATTED_STRING',
    });
    const path = `v4/spreadsheets/${settings.spreadsheet}/values/${encodeURIComponent(settings.range ?? '')}`;
    return { method: 'GET', url: `https://sheets.googleapis.com/${path}?${search}` };
  },
  read: answer =>
    googleFailure(answer, SERVICE) ??
    jsonAnswer(answer, sheet, SERVICE, ({ values }) => {
      const [headings = [], ...rows] = values.map(row => row.map(textOf));
      const width = headings.length;
      return {
        kind: 'page',
        headings,
        // Empty cells at the end of a row are not sent.
        rows: rows
          .filter(row => row.some(cell => cell !== ''))
          .map(row => Array.from({ length: Math.max(width, row.length) }, (_, index) => row[index] ?? '')),
        next: null,
      };
    }),
};

const cell = z.union([z.string(), z.number(), z.boolean()]);
const sheet = z.object({ values: z.array(z.array(cell)).default([]) });

function textOf(value: z.output<typeof cell>): string {
  return typeof value === 'number' ? decimalOf(value) : String(value);
}
