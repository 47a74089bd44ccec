import { messages } from '../../problem/problem.ts';

function number(value: number): string {
  return value.toLocaleString('en-US');
}

/** What is to be said of a table: what must be asked, and what was found in it. */
export const tableMessages = messages({
  'no-headings': {
    severity: 'error',
    ja: () => '見出しの行が見つかりません。1行目に列の名前を入れてください。',
    en: () => 'No row of headings was found. Put the names of the columns in the first row.',
  },
  'no-rows': {
    severity: 'error',
    ja: () => '見出しだけで、データの行がありません。取り込むものがありません。',
    en: () => 'There are headings but no rows of data; there is nothing to import.',
  },
  'source-says-no-data': {
    severity: 'error',
    ja: () => 'データがないことを示す0だけの行しかありません。0件としては取り込みません。',
    en: () => 'The only row is the row of zeros by which the source says that there is no data. It is not imported as zeros.',
  },
  'duplicate-heading': {
    severity: 'error',
    ja: (p: { heading: string }) =>
      `見出し「${p.heading}」が2つ以上あります。どちらの列か区別できるように、名前を変えてください。`,
    en: (p: { heading: string }) =>
      `The heading "${p.heading}" occurs more than once. Rename one, so that the columns can be told apart.`,
  },
  'unnamed-column': {
    severity: 'warning',
    ja: (p: { column: number }) => `${p.column}列目には見出しがないため、読み込みません。`,
    en: (p: { column: number }) => `Column ${p.column} has no heading and is left out.`,
  },
  'heading-missing': {
    severity: 'error',
    ja: (p: { heading: string }) =>
      `列「${p.heading}」がファイルにありません。確認したときと別のファイルではないか確かめてください。`,
    en: (p: { heading: string }) => `The file has no column "${p.heading}". Check that it is the file that was confirmed.`,
  },
  'table-missing': {
    severity: 'error',
    ja: (p: { part: string }) =>
      `表が見つかりません${p.part === '' ? '' : `（${p.part}）`}。確認したときと別のファイルではないか確かめてください。`,
    en: (p: { part: string }) =>
      `The table was not found${p.part === '' ? '' : ` (${p.part})`}. Check that it is the file that was confirmed.`,
  },
  'preset-does-not-fit': {
    severity: 'error',
    ja: (p: { preset: string }) => `取込の設定「${p.preset}」に必要な列が、このファイルにありません。`,
    en: (p: { preset: string }) => `The file lacks columns that the mapping "${p.preset}" needs.`,
  },
  'differs-within-thing': {
    severity: 'warning',
    ja: (p: { heading: string; per: string; count: number }) =>
      `「${p.per}」が同じ行どうしで「${p.heading}」の値が違います（${number(p.count)}行）。それぞれ最初の行の値だけを数えます。行ごとの金額であれば、列の設定で行の値にしてください。`,
    en: (p: { heading: string; per: string; count: number }) =>
      `"${p.heading}" differs between lines of the same "${p.per}" (${number(p.count)} ${p.count === 1 ? 'line' : 'lines'}). Only the first line of each counts. If it is an amount of each line, say so in a mapping.`,
  },
  'table-below-unclear': {
    severity: 'error',
    ja: (p: { line: number }) =>
      `${p.line}行目から別の表が始まるのか、上の表の続きなのか、ファイルからは分かりません。表ごとに別のファイルに分けるか、続きであれば空白行を取り除いてください。`,
    en: (p: { line: number }) =>
      `Whether another table begins on line ${p.line} or the one above goes on cannot be told from the file. Put each table into a file of its own, or take the blank line away where it goes on.`,
  },
  'ask-period': {
    severity: 'error',
    ja: () => 'このファイルには日付も期間もありません。どの期間の数字か、開始日と終了日を指定してください。',
    en: () => 'The file names neither days nor a period. Say which period its figures are of, from its first to its last day.',
  },
  'ask-decimal-mark': {
    severity: 'error',
    ja: () => '「1.234」が1234なのか1.234なのか、ファイルからは分かりません。小数点がピリオドかカンマかを指定してください。',
    en: () => 'Whether "1.234" means 1234 or 1.234 cannot be told from the file. Say whether decimals follow a point or a comma.',
  },
  'ambiguous-dates': {
    severity: 'error',
    ja: (p: { heading: string; example: string }) =>
      `列「${p.heading}」の「${p.example}」は、月/日とも日/月とも読めます。日付の形式を指定してください（例：DD/MM/YYYY、MM/DD/YYYY）。`,
    en: (p: { heading: string; example: string }) =>
      `"${p.example}" in column "${p.heading}" can be read as month/day or day/month. Say which, for example DD/MM/YYYY or MM/DD/YYYY.`,
  },
  'mixed-dates': {
    severity: 'error',
    ja: (p: { heading: string; example: string }) =>
      `列「${p.heading}」には、月/日と日/月の日付が混じっています（${p.example}）。どちらかにそろえてください。`,
    en: (p: { heading: string; example: string }) =>
      `Column "${p.heading}" mixes dates as month/day and day/month (${p.example}). Write them all in one order.`,
  },
  'bad-rows': {
    severity: 'error',
    ja: (p: { count: number }) =>
      `読めない行が${number(p.count)}行あるため、このままでは取り込めません。行を直すか、「読めない行を飛ばす」を選んでください。`,
    en: (p: { count: number }) =>
      `${number(p.count)} ${p.count === 1 ? 'row' : 'rows'} cannot be read, so the file cannot be imported as it is. Correct them, or choose to skip rows that cannot be read.`,
  },
  'bad-rows-skipped': {
    severity: 'warning',
    ja: (p: { count: number }) => `読めない${number(p.count)}行を飛ばします。`,
    en: (p: { count: number }) =>
      `${number(p.count)} ${p.count === 1 ? 'row that cannot be read is' : 'rows that cannot be read are'} skipped.`,
  },
  'error-cells': {
    severity: 'warning',
    ja: (p: { sheet: string; count: number; cell: string; error: string }) =>
      `シート「${p.sheet}」に、エラーを表示しているセルが${number(p.count)}個あります（${p.cell}の${p.error}など）。データなしとして扱います。`,
    en: (p: { sheet: string; count: number; cell: string; error: string }) =>
      `Sheet "${p.sheet}" has ${number(p.count)} ${p.count === 1 ? 'cell that shows' : 'cells that show'} an error (${p.error} in ${p.cell}). ${p.count === 1 ? 'It counts' : 'They count'} as no data.`,
  },
  'error-values': {
    severity: 'warning',
    ja: (p: { heading: string; count: number }) =>
      `列「${p.heading}」に、表計算のエラー（#DIV/0!など）が${number(p.count)}個あります。データなしとして扱います。`,
    en: (p: { heading: string; count: number }) =>
      `Column "${p.heading}" has ${number(p.count)} spreadsheet ${p.count === 1 ? 'error' : 'errors'} (#DIV/0! and the like), which ${p.count === 1 ? 'counts' : 'count'} as no data.`,
  },
  'formulas-without-value': {
    severity: 'warning',
    ja: (p: { sheet: string; count: number }) =>
      `シート「${p.sheet}」に、計算結果が保存されていない数式が${number(p.count)}個あります。データなしとして扱います。Excelで開いて保存し直すと読めます。`,
    en: (p: { sheet: string; count: number }) =>
      `Sheet "${p.sheet}" has ${number(p.count)} ${p.count === 1 ? 'formula' : 'formulas'} without a saved result, counted as no data. Open the file in Excel and save it to have them.`,
  },
  'hidden-sheet': {
    severity: 'info',
    ja: (p: { sheet: string }) => `非表示のシート「${p.sheet}」は取り込みません。`,
    en: (p: { sheet: string }) => `The hidden sheet "${p.sheet}" is not imported.`,
  },
  'part-not-data': {
    severity: 'info',
    ja: (p: { part: string }) => `「${p.part}」はデータの表ではないため、取り込みません。`,
    en: (p: { part: string }) => `"${p.part}" is not a table of data and is not imported.`,
  },
  'bounded-values': {
    severity: 'warning',
    ja: (p: { heading: string; count: number }) =>
      `列「${p.heading}」に「<1」のような範囲だけの値が${number(p.count)}個あります。データなしとして扱います。`,
    en: (p: { heading: string; count: number }) =>
      `Column "${p.heading}" has ${number(p.count)} ${p.count === 1 ? 'value' : 'values'} that only give a limit, such as "<1"; ${p.count === 1 ? 'it counts' : 'they count'} as no data.`,
  },
  'rounded-values': {
    severity: 'info',
    ja: (p: { heading: string; count: number }) => `列「${p.heading}」の${number(p.count)}個の値を、小数第9位までに丸めました。`,
    en: (p: { heading: string; count: number }) =>
      `${number(p.count)} ${p.count === 1 ? 'value' : 'values'} in column "${p.heading}" ${p.count === 1 ? 'was' : 'were'} rounded to nine decimals.`,
  },
  'several-currencies': {
    severity: 'warning',
    ja: (p: { currencies: readonly string[] }) =>
      `${p.currencies.length}種類の通貨（${p.currencies.join('、')}）が混じっています。金額は通貨ごとに集計し、合計はしません。`,
    en: (p: { currencies: readonly string[] }) =>
      `The amounts are in ${p.currencies.length} currencies (${p.currencies.join(', ')}). They are summed per currency, never together.`,
  },
  'numbers-joined': {
    severity: 'warning',
    ja: (p: { count: number; sample: string }) =>
      `引用符のない桁区切りのカンマで分かれた数値を、つなげて読みました（${number(p.count)}行、最初は「${p.sample}」）。正しいか確かめてください。`,
    en: (p: { count: number; sample: string }) =>
      `Numbers that their own commas had cut apart were put together again (${number(p.count)} ${p.count === 1 ? 'row' : 'rows'}, first "${p.sample}"). Check that they are right.`,
  },
  'column-drift': {
    severity: 'warning',
    ja: (p: { heading: string; count: number }) =>
      `列「${p.heading}」は文字の列ですが、この行から数値や日付が現れます（${number(p.count)}行）。列がずれていないか確かめてください。`,
    en: (p: { heading: string; count: number }) =>
      `Column "${p.heading}" holds text, but from this row on there are numbers or dates in it (${number(p.count)} ${p.count === 1 ? 'row' : 'rows'}). Check whether the fields have shifted.`,
  },
  'personal-columns': {
    severity: 'info',
    ja: (p: { headings: readonly string[] }) =>
      `個人に関する列があります（${p.headings.join('、')}）。取り込まないか、元に戻せない値（ハッシュ）に置き換えます。確認してください。`,
    en: (p: { headings: readonly string[] }) =>
      `Some columns are about people (${p.headings.join(', ')}). They are left out, or replaced by a keyed hash. Please confirm.`,
  },
  'personal-values-later': {
    severity: 'warning',
    ja: (p: { heading: string; count: number }) =>
      `列「${p.heading}」の中に、メールアドレスを含む値が${number(p.count)}個あります。この列は取り込まないことをお勧めします。`,
    en: (p: { heading: string; count: number }) =>
      `Column "${p.heading}" has ${number(p.count)} ${p.count === 1 ? 'value' : 'values'} with a mail address inside. It is proposed to leave the column out.`,
  },
  'period-outside': {
    severity: 'warning',
    ja: (p: { from: string; to: string }) => `ファイルに書かれた期間（${p.from}〜${p.to}）の外の日付があります。`,
    en: (p: { from: string; to: string }) => `Some rows lie outside the period that the file names (${p.from} to ${p.to}).`,
  },
});
