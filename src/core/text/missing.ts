/**
 * What exports and people write where there is no value. None of these is a zero. [TXT-10]
 * Compared after folding width, case and outer blanks.
 */
const MISSING: ReadonlySet<string> = new Set([
  '',
  '-',
  '--',
  '---',
  'ー',
  'ーー',
  '―',
  '——',
  '—',
  '–',
  '‐',
  '−',
  '…',
  '...',
  '......',
  '‥',
  '..',
  '・',
  '*',
  '**',
  '***',
  'x',
  'null',
  '(null)',
  'nil',
  'n/a',
  'na',
  'nan',
  '#n/a',
  'none',
  '(none)',
  '(not set)',
  '(not provided)',
  '(blank)',
  '(空白)',
  'なし',
  '該当なし',
  '未設定',
  '未入力',
  '圏外',
  'ランク外',
  '不明',
  'データなし',
]);

/** What a spreadsheet shows where a formula failed: also no value, but worth a warning. */
const SPREADSHEET_ERRORS: ReadonlySet<string> = new Set(['#div/0!', '#value!', '#ref!', '#name?', '#num!', '#null!']);

export type Missing = 'missing' | 'spreadsheet-error';

/** Why a cell has no value; undefined for a cell that has one. */
export function missingIn(text: string): Missing | undefined {
  if (text.length > 20 || /^[^#]*\d/.test(text)) return undefined;
  const folded = text.normalize('NFKC').trim().toLowerCase();
  if (MISSING.has(folded)) return 'missing';
  return SPREADSHEET_ERRORS.has(folded) ? 'spreadsheet-error' : undefined;
}
