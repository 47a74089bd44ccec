import { messages } from '../problem/problem.ts';

/** What can be wrong or unclear with a sheet that a plan is to begin from. */
export const beginMessages = messages({
  'begin-empty': {
    severity: 'error',
    ja: () => '表が空です。KPIの名前と月の見出しを含む範囲を貼り付けてください。',
    en: () => 'The sheet is empty. Paste a range with the KPI names and the headings of the months.',
  },
  'begin-too-large': {
    severity: 'error',
    ja: ({ rows, columns }: { rows: number; columns: number }) =>
      `表が大きすぎます（${rows}行×${columns}列）。KPIの表の部分だけを貼り付けてください。明細データは「データ」から取り込めます。`,
    en: ({ rows, columns }: { rows: number; columns: number }) =>
      `The sheet is too large (${rows} rows, ${columns} columns). Paste only the table of KPIs; detailed data can be imported under Data.`,
  },
  'begin-no-months': {
    severity: 'error',
    ja: () =>
      '月の見出し（4月、2026年4月、2026/04など）が2か月以上並んだ行または列が見つかりません。見出しも含めて貼り付けてください。',
    en: () =>
      'No row or column with the headings of two months or more (Apr, April 2026, 2026/04) was found. Include the headings when you paste.',
  },
  'begin-no-rows': {
    severity: 'error',
    ja: () => '月の見出しはありましたが、名前と数値のあるKPIの行が見つかりません。KPIの名前の列も含めて貼り付けてください。',
    en: () => 'There are headings of months, but no row with a name and figures. Include the column with the names of the KPIs.',
  },
  'begin-year-assumed': {
    severity: 'warning',
    ja: ({ year, month }: { year: number; month: number }) =>
      `表に年の記載がないため、最初の月を${year}年${month}月として読みました。`,
    en: ({ year, month }: { year: number; month: number }) =>
      `The sheet names no year: the first month was taken for ${year}-${String(month).padStart(2, '0')}.`,
  },
  'begin-weeks': {
    severity: 'warning',
    ja: () => '週ごとの数値を月にまとめました。月をまたぐ週は、初日のある月に入れています。',
    en: () => 'Figures by week were put together into months; a week counts in the month of its first day.',
  },
  'begin-weeks-not-added': {
    severity: 'warning',
    ja: ({ name, isLast }: { name: string; isLast: boolean }) =>
      isLast
        ? `「${name}」は足し上げる数値ではないため、各月の最後の週の値を使いました。`
        : `「${name}」は足し上げる数値ではないため、各月の週の平均を使いました。`,
    en: ({ name, isLast }: { name: string; isLast: boolean }) =>
      isLast
        ? `${name} does not add up: the last week of each month was taken.`
        : `${name} does not add up: the mean of each month's weeks was taken.`,
  },
  'begin-kind-assumed': {
    severity: 'warning',
    ja: ({ kind }: { kind: string }) =>
      `目標か実績かの記載がない数値を、${kind === 'actual' ? '実績' : '目標'}として読みました。`,
    en: ({ kind }: { kind: string }) =>
      `Figures that do not say whether they are targets or actuals were taken for ${kind === 'actual' ? 'actuals' : 'targets'}.`,
  },
  'begin-cell-unreadable': {
    severity: 'warning',
    ja: ({ name, month, text }: { name: string; month: string; text: string }) =>
      `「${name}」${month}の「${text}」は数値として読めないため、空欄としました。`,
    en: ({ name, month, text }: { name: string; month: string; text: string }) =>
      `“${text}” (${name}, ${month}) could not be read as a number and was left empty.`,
  },
  'begin-cell-twice': {
    severity: 'warning',
    ja: ({ name, month, kept, other }: { name: string; month: string; kept: string; other: string }) =>
      `「${name}」${month}に違う数値が2つあります（${kept}と${other}）。先にある${kept}を使いました。`,
    en: ({ name, month, kept, other }: { name: string; month: string; kept: string; other: string }) =>
      `${name} has two different figures for ${month} (${kept} and ${other}). The first one, ${kept}, was taken.`,
  },
  'begin-row-nameless': {
    severity: 'warning',
    ja: ({ line }: { line: number }) => `${line}行目は数値がありますが名前がないため、読み飛ばしました。`,
    en: ({ line }: { line: number }) => `Row ${line} has figures but no name and was passed over.`,
  },
  'begin-total-differs': {
    severity: 'warning',
    ja: ({ name, total, sum }: { name: string; total: string; sum: string }) =>
      `「${name}」は月の合計が${sum}ですが、表の合計欄は${total}です。計画には月の数値を使います。`,
    en: ({ name, total, sum }: { name: string; total: string; sum: string }) =>
      `The months of ${name} add up to ${sum}, but the sheet's own total says ${total}. The plan uses the months.`,
  },
  'begin-percent-assumed': {
    severity: 'warning',
    ja: ({ name, text, read }: { name: string; text: string; read: string }) =>
      `「${name}」の${text}を${read}として読みました。違う場合は表に%を付けてください。`,
    en: ({ name, text, read }: { name: string; text: string; read: string }) =>
      `${text} of ${name} was read as ${read}. If that is wrong, write the per cent sign into the sheet.`,
  },
  'begin-price-scale': {
    severity: 'warning',
    ja: ({ name, unit, scaled }: { name: string; unit: string; scaled: boolean }) =>
      scaled
        ? `単価の「${name}」も${unit}の数値として読みました。`
        : `表は${unit}ですが、単価の「${name}」は桁から円の数値として読みました。`,
    en: ({ name, unit, scaled }: { name: string; unit: string; scaled: boolean }) =>
      scaled
        ? `The unit price ${name} was read in ${spaced(unit)} as well.`
        : `The sheet is in ${spaced(unit)}, but the unit price ${name} was read as plain yen, by the size of its figures.`,
  },
});

/** Money of a sheet in words with their space, which reading takes away. */
function spaced(unit: string): string {
  return unit.replace(/^(?:thousand|million)s?(?=[a-z])/i, '$& ');
}
