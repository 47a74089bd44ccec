import { messages } from '#core/problem/problem.ts';

/** Problems a person can settle, and failures of the store (see `EngineError`). */
export const warehouseMessages = messages({
  'column-retyped': {
    severity: 'error',
    ja: (p: { dataset: string; column: string; stored: string; wanted: string }) =>
      `データ「${p.dataset}」の列「${p.column}」は${TYPE_JA[p.stored] ?? p.stored}として保存されています。${TYPE_JA[p.wanted] ?? p.wanted}にするには、別の列名にするか、データを作り直してください（rashin rebuild）。`,
    en: (p: { dataset: string; column: string; stored: string; wanted: string }) =>
      `Column "${p.column}" of dataset "${p.dataset}" is stored as ${TYPE_EN[p.stored] ?? p.stored}. To make it ${TYPE_EN[p.wanted] ?? p.wanted}, use another column name or rebuild the data (rashin rebuild).`,
  },
  'dataset-reshaped': {
    severity: 'error',
    ja: (p: { dataset: string }) =>
      `データ「${p.dataset}」の種類（集計・イベント）または日時の列が、保存されているデータと違います。別の名前のデータにするか、データを作り直してください（rashin rebuild）。`,
    en: (p: { dataset: string }) =>
      `The kind (aggregate or event) or the time column of dataset "${p.dataset}" differs from the stored data. Give it another name, or rebuild the data (rashin rebuild).`,
  },
  'warehouse-locked': {
    severity: 'error',
    ja: (p: { holder?: string }) =>
      `データベースは別のプロセス${p.holder ? `（PID ${p.holder}）` : ''}が使用中です。そのRashinを終了するか、そのサーバーに接続してください。`,
    en: (p: { holder?: string }) =>
      `The data store is in use by another process${p.holder ? ` (PID ${p.holder})` : ''}. Stop that Rashin, or connect to its server.`,
  },
  'warehouse-damaged': {
    severity: 'error',
    ja: (p: { file: string }) =>
      `データベースのファイル ${p.file} が壊れているため、集計できません。取込時に保管したファイルから作り直してください（rashin rebuild）。計画や設定は無事です。`,
    en: (p: { file: string }) =>
      `The data file ${p.file} is damaged, so nothing can be computed from it. Make it anew from the kept import files (rashin rebuild). Plans and settings are not affected.`,
  },
  'warehouse-newer': {
    severity: 'error',
    ja: (p: { file: string }) =>
      `データベースのファイル ${p.file} は、より新しいRashinで作られています。新しい版を使うか、バックアップから戻してください。`,
    en: (p: { file: string }) => `The data file ${p.file} was made by a newer Rashin. Use that version, or restore a backup.`,
  },
  'warehouse-full': {
    severity: 'error',
    ja: () =>
      'ディスクの空きがないため、書き込めませんでした。途中の書き込みは取り消しました。空きを増やしてからもう一度実行してください。',
    en: () => 'The disk is full; nothing of this was written. Free some space and try again.',
  },
  'warehouse-read-only': {
    severity: 'error',
    ja: () => 'データの保存先に書き込めません（読み取り専用、または権限がありません）。',
    en: () => 'The data folder cannot be written to (read-only, or no permission).',
  },
  'warehouse-deadline': {
    severity: 'error',
    ja: (p: { seconds: number }) => `集計が${p.seconds}秒で終わらなかったため、中止しました。期間や切り口を絞ってください。`,
    en: (p: { seconds: number }) =>
      `The query did not finish within ${p.seconds} seconds and was stopped. Narrow the period or the cut.`,
  },
  'warehouse-memory': {
    severity: 'error',
    ja: () => '集計に使えるメモリを超えたため、中止しました。期間や切り口を絞ってください。',
    en: () => 'The query needs more memory than it may use and was stopped. Narrow the period or the cut.',
  },
  'batch-missing': {
    severity: 'error',
    ja: (p: { batches: readonly string[] }) =>
      `取込${p.batches.length}件分のデータがデータベースにありません。数値が欠けるため表示しません。データを作り直してください（rashin rebuild）。`,
    en: (p: { batches: readonly string[] }) =>
      `The rows of ${p.batches.length} import(s) are missing from the data store; incomplete figures are not shown. Rebuild the data (rashin rebuild).`,
  },
  'staging-rejected': {
    severity: 'error',
    ja: (p: { file: string }) => `変換済みファイル ${p.file} を取り込めませんでした。何も保存していません。`,
    en: (p: { file: string }) => `The converted file ${p.file} could not be loaded; nothing was stored.`,
  },
  'warehouse-failed': {
    severity: 'error',
    ja: (p: { doing: string }) => `データベースの処理に失敗しました（${DOING_JA[p.doing] ?? p.doing}）。`,
    en: (p: { doing: string }) => `The data store failed (${DOING_EN[p.doing] ?? p.doing}).`,
  },
});

const TYPE_JA: Readonly<Record<string, string>> = {
  text: '文字列',
  integer: '整数',
  decimal: '小数',
  date: '日付',
  timestamp: '日時',
  boolean: '真偽値',
};

const TYPE_EN: Readonly<Record<string, string>> = {
  text: 'text',
  integer: 'an integer',
  decimal: 'a decimal',
  date: 'a date',
  timestamp: 'a date and time',
  boolean: 'true or false',
};

const DOING_JA: Readonly<Record<string, string>> = { opening: '開く処理', reading: '読み取り', writing: '書き込み' };
const DOING_EN: Readonly<Record<string, string>> = { opening: 'opening', reading: 'reading', writing: 'writing' };
