import type { JobView } from '#contract/job.ts';
import type { InspectedTable, UploadView } from '#contract/upload.ts';
import { formatDayRange } from '#core/calendar/format-day.ts';
import type { ImportReport } from './import-report.ts';
import type { Io } from './io.ts';
import { problemLine } from './problem-lines.ts';

/** What became of an import, for people. */
export function importText(report: ImportReport, upload: UploadView, job: JobView | undefined, io: Io): string {
  const tables = upload.inspection?.tables.map(table => tableText(table, io)) ?? [];
  const ofLines = report.problems.filter(({ line }) => line !== null);
  const shown = report.problems.filter(found => found.line === null || ofLines.indexOf(found) < LINES_SHOWN);
  const problems = shown.map(({ code, severity, line, message }) => {
    const grave = severity === 'error' || severity === 'warning' ? severity : 'info';
    return problemLine({ code, severity: grave, ...(line === null ? {} : { line }) }, message, report.file, io);
  });
  const left = ofLines.length - LINES_SHOWN;
  const more =
    io.lang === 'ja' ? `ほかに${left}件あります（--json ですべて出ます）。` : `${left} more (all of them with --json).`;
  return [...tables, ...problems, ...(left > 0 ? [more] : []), outcome(report, upload, job, io)].join('\n');
}

/** Problems of single lines that are listed for people. */
const LINES_SHOWN = 20;

function tableText(table: InspectedTable, io: Io): string {
  const { lang, colors } = io;
  const ja = lang === 'ja';
  const skipped = Object.values(table.skipped.counts).reduce((sum, count) => sum + count, 0);
  const rows: readonly (readonly [string, string])[] = [
    [ja ? '種類' : 'Recognised as', table.recognised.name[lang]],
    [ja ? 'データ' : 'Dataset', `${table.dataset.name[lang]} (${table.dataset.id})`],
    [ja ? '文字コード' : 'Encoding', table.encoding ?? (ja ? 'Excel' : 'Excel')],
    [ja ? '期間' : 'Period', table.period ? formatDayRange(table.period, lang) : ja ? '不明' : 'unknown'],
    [ja ? '行数' : 'Rows', table.rows.toLocaleString('en-US')],
    [ja ? '除いた行' : 'Lines left out', skipped.toLocaleString('en-US')],
    ...table.totals.flatMap(({ column, sum }): readonly (readonly [string, string])[] => {
      const name = table.columns.find(each => each.column?.id === column)?.column?.name[lang] ?? column;
      return sum === null ? [] : [[ja ? `合計：${name}` : `Total of ${name}`, grouped(sum)]];
    }),
  ];
  const part = table.address.part === '' ? '' : `${colors.bold(table.address.part)}\n`;
  return part + rows.map(([label, text]) => `${colors.dim(`${label}:`)} ${text}`).join('\n');
}

function outcome(report: ImportReport, upload: UploadView, job: JobView | undefined, { lang, colors }: Io): string {
  const ja = lang === 'ja';
  const result = job?.result?.kind === 'imported' ? job.result : undefined;
  if (!result) {
    const isClean = upload.state === 'ready' && report.problems.every(({ severity }) => severity !== 'error');
    if (isClean) return colors.cyan(ja ? '確認のみ。何も保存していません。' : 'Looked at only; nothing was stored.');
    return colors.red(ja ? '取り込みませんでした。何も保存していません。' : 'Not imported; nothing was stored.');
  }
  if (result.imported.length === 0) {
    const of = result.duplicates.map(({ id, fileName }) => `${id} ${fileName}`).join(', ');
    const isElsewhere = result.duplicates.some(({ dataset }) => report.tables.every(table => table.dataset !== dataset));
    const ways = ja
      ? '別のデータとして取り込むには、--dataset で取込先を指定してください。'
      : ' To import them as other data, name it with --dataset.';
    return colors.yellow(
      (ja
        ? `同じ内容は取込済みです（${of}）。何も変わりません。`
        : `The same rows are there already (${of}). Nothing has changed.`) + (isElsewhere ? ways : ''),
    );
  }
  const ids = result.imported.map(({ id }) => id).join(', ');
  return colors.green(
    ja ? `取り込みました: ${ids}（取り消すには rashin undo ${ids}）` : `Imported: ${ids} (to take it back: rashin undo ${ids})`,
  );
}

function grouped(decimal: string): string {
  const [whole = '', fraction] = decimal.split('.');
  const digits = whole.replace(/\B(?=(?:\d{3})+(?!\d))/g, ',');
  return fraction === undefined ? digits : `${digits}.${fraction}`;
}
