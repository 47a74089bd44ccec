import { messages } from '../../problem/problem.ts';

const MEGABYTE = 1024 ** 2;
const GIGABYTE = 1024 ** 3;

function size(bytes: number): string {
  if (bytes >= GIGABYTE) return `${Math.floor((bytes / GIGABYTE) * 10) / 10} GB`;
  return bytes >= MEGABYTE ? `${Math.floor(bytes / MEGABYTE)} MB` : `${bytes.toLocaleString('en-US')} bytes`;
}

function number(value: number): string {
  return value.toLocaleString('en-US');
}

/** Why a file as a whole cannot be read. */
export const fileMessages = messages({
  'empty-file': {
    severity: 'error',
    ja: () => 'ファイルの中身が空です。元のツールからもう一度書き出してください。',
    en: () => 'The file is empty. Export it again from its source.',
  },
  'file-too-large': {
    severity: 'error',
    ja: (p: { bytes: number; limit: number }) =>
      `ファイルが大きすぎます（${size(p.bytes)}）。上限は${size(p.limit)}です。期間を分けて書き出してください。`,
    en: (p: { bytes: number; limit: number }) =>
      `The file is too large (${size(p.bytes)}); the limit is ${size(p.limit)}. Export it in several periods.`,
  },
  'not-a-table-file': {
    severity: 'error',
    ja: (p: { kind: string }) => `表のファイルではありません（${p.kind}）。CSVまたはExcel（.xlsx）で書き出してください。`,
    en: (p: { kind: string }) => `This is not a file with a table (${p.kind}). Export it as CSV or Excel (.xlsx).`,
  },
  'old-excel': {
    severity: 'error',
    ja: () =>
      '古い形式のExcelファイル（.xls）か、パスワードつきのExcelファイルです。Excelで開き、パスワードを外して「Excelブック（.xlsx）」で保存し直してください。',
    en: () =>
      'This is an Excel file of the old format (.xls), or one with a password. Open it in Excel, remove the password and save it as "Excel Workbook (.xlsx)".',
  },
  'other-workbook': {
    severity: 'error',
    ja: (p: { kind: string }) => `.${p.kind}形式の表計算ファイルは読めません。.xlsxまたはCSVで保存し直してください。`,
    en: (p: { kind: string }) => `Spreadsheets in the .${p.kind} format cannot be read. Save it as .xlsx or CSV.`,
  },
  'html-file': {
    severity: 'error',
    ja: () =>
      '中身がHTML（ウェブページ）です。拡張子が.xlsのこの種のファイルは、Excelで開いて.xlsxまたはCSVで保存し直してください。',
    en: () => 'The content is HTML, a web page. Open such an .xls file in Excel and save it as .xlsx or CSV.',
  },
  'json-file': {
    severity: 'error',
    ja: () => '中身がJSONです。ファイルの取込はCSVとExcelに対応しています。JSONはAPIから送ってください。',
    en: () => 'The content is JSON. Files are imported as CSV or Excel; send JSON through the API.',
  },
  'text-named-excel': {
    severity: 'error',
    ja: () => '名前はExcelファイルですが、中身はテキストです。CSVであれば拡張子を.csvに変えて、もう一度取り込んでください。',
    en: () => 'The name says Excel, but the content is plain text. If it is CSV, change the ending to .csv and import it again.',
  },
  'password-protected': {
    severity: 'error',
    ja: () => 'パスワードつきの圧縮ファイルは読めません。パスワードを外してください。',
    en: () => 'Archives with a password cannot be read. Remove the password.',
  },
  'damaged-archive': {
    severity: 'error',
    ja: () =>
      '圧縮ファイル（またはExcelファイル）が壊れているか、途中で切れています。もう一度書き出すか、ダウンロードし直してください。',
    en: () => 'The archive or Excel file is damaged or cut short. Export or download it again.',
  },
  'damaged-workbook': {
    severity: 'error',
    ja: () => 'Excelファイルの中身が壊れていて読めません。Excelで開いて保存し直してください。',
    en: () => 'The content of the Excel file is damaged. Open it in Excel and save it again.',
  },
  'archive-without-tables': {
    severity: 'error',
    ja: () => '圧縮ファイルの中にCSVがありません。Excelファイルは圧縮せずに取り込んでください。',
    en: () => 'There is no CSV file in the archive. Import Excel files without compressing them.',
  },
  'too-many-entries': {
    severity: 'error',
    ja: (p: { count: number; limit: number }) =>
      `圧縮ファイルの中のファイルが多すぎます（${number(p.count)}個）。上限は${number(p.limit)}個です。`,
    en: (p: { count: number; limit: number }) =>
      `The archive holds too many files (${number(p.count)}); the limit is ${number(p.limit)}.`,
  },
  'inflates-too-much': {
    severity: 'error',
    ja: (p: { received: number; limit: number }) =>
      `圧縮を解くと大きくなりすぎます（受け取った大きさ${size(p.received)}、展開後の上限${size(p.limit)}）。圧縮せずに、または分けて取り込んでください。`,
    en: (p: { received: number; limit: number }) =>
      `The file grows too much when it is decompressed (received ${size(p.received)}, limit ${size(p.limit)}). Import it uncompressed, or in parts.`,
  },
  'xml-doctype': {
    severity: 'error',
    ja: () =>
      'Excelファイルの中に、外部を参照する宣言（DOCTYPE）があります。安全のため読み込みません。Excelで保存し直してください。',
    en: () =>
      'The Excel file contains a document type declaration, which can refer to other files; it is not read. Save it again in Excel.',
  },
  'cell-outside-sheet': {
    severity: 'error',
    ja: (p: { cell: string; limit: number }) => `シートの範囲を超えるセル「${p.cell}」があります。上限は${number(p.limit)}です。`,
    en: (p: { cell: string; limit: number }) => `The cell "${p.cell}" lies outside a sheet; the limit is ${number(p.limit)}.`,
  },
  'too-many-shared-strings': {
    severity: 'error',
    ja: (p: { limit: number }) =>
      `Excelファイルの文字の種類が多すぎます（上限${size(p.limit)}）。CSVで保存して取り込んでください。`,
    en: (p: { limit: number }) =>
      `The Excel file holds too many different texts (limit ${size(p.limit)}). Save it as CSV and import that.`,
  },
  'binary-file': {
    severity: 'error',
    ja: () => 'テキストではないデータが混じっています。CSVまたはExcel（.xlsx）のファイルか確かめてください。',
    en: () => 'The file contains data that is not text. Check that it is a CSV or Excel (.xlsx) file.',
  },
  'unknown-encoding': {
    severity: 'error',
    ja: () => '文字コードを判別できません。UTF-8で保存し直すか、文字コードを指定してください（shift_jis、windows-1252など）。',
    en: () => 'The text encoding cannot be told. Save the file as UTF-8, or name its encoding (shift_jis, windows-1252, …).',
  },
  'bytes-not-in-encoding': {
    severity: 'error',
    ja: (p: { encoding: string }) =>
      `${p.encoding}として読めない文字があります。ファイルが壊れているか、別の文字コードが混じっています。UTF-8で保存し直すか、文字コードを指定してください。`,
    en: (p: { encoding: string }) =>
      `Some bytes are no characters of ${p.encoding}: the file is damaged or mixes encodings. Save it as UTF-8, or name its encoding.`,
  },
  'unclosed-quote': {
    severity: 'error',
    ja: () => '引用符（"）が閉じられていません。この行から後を区切れないため、取り込めません。',
    en: () => 'A quotation mark (") is never closed, so nothing after it can be separated into fields.',
  },
  'field-too-long': {
    severity: 'error',
    ja: (p: { column: number; limit: number }) =>
      `${p.column > 0 ? `${number(p.column)}列目の` : ''}項目が長すぎます（上限${size(p.limit)}）。引用符（"）の閉じ忘れがないか確かめてください。`,
    en: (p: { column: number; limit: number }) =>
      `A field${p.column > 0 ? ` in column ${number(p.column)}` : ''} is too long (limit ${size(p.limit)}). Check for a quotation mark (") that is not closed.`,
  },
  'row-too-long': {
    severity: 'error',
    ja: (p: { limit: number }) => `1行が長すぎます（上限${size(p.limit)}）。`,
    en: (p: { limit: number }) => `A row is too long (limit ${size(p.limit)}).`,
  },
  'too-many-columns': {
    severity: 'error',
    ja: (p: { limit: number }) => `列が多すぎます。上限は${number(p.limit)}列です。`,
    en: (p: { limit: number }) => `There are too many columns; the limit is ${number(p.limit)}.`,
  },
  'too-many-rows': {
    severity: 'error',
    ja: (p: { limit: number }) => `行が多すぎます。上限は${number(p.limit)}行です。期間を分けて書き出してください。`,
    en: (p: { limit: number }) => `There are too many rows; the limit is ${number(p.limit)}. Export it in several periods.`,
  },
});
