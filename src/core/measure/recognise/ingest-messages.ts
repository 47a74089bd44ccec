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

/** Problems of reading received files. */
export const ingestMessages = messages({
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
      `"${p.example}" in column "${p.heading}" can be read as month/day or day/month. Say which, for example DD/MM/YYYY or MM/DD/YYYY (--date-format).`,
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
      `読めない行が${number(p.count)}行あるため、ファイル全体を取り込みませんでした。行を直すか、「読めない行を飛ばす」を選んでください。`,
    en: (p: { count: number }) =>
      `${number(p.count)} ${p.count === 1 ? 'row' : 'rows'} cannot be read, so nothing of the file was imported. Correct them, or choose to skip rows that cannot be read.`,
  },
  'bad-rows-skipped': {
    severity: 'warning',
    ja: (p: { count: number }) => `読めない${number(p.count)}行を飛ばします。`,
    en: (p: { count: number }) =>
      `${number(p.count)} ${p.count === 1 ? 'row that cannot be read is' : 'rows that cannot be read are'} skipped.`,
  },
  'too-few-cells': {
    severity: 'error',
    ja: (p: { heading: string; cells: number; expected: number }) =>
      `列が足りません（${p.cells}列、見出しは${p.expected}列）。「${p.heading}」から後がありません。`,
    en: (p: { heading: string; cells: number; expected: number }) =>
      `The row has too few fields (${p.cells}, the headings are ${p.expected}): nothing from "${p.heading}" on.`,
  },
  'too-many-cells': {
    severity: 'error',
    ja: (p: { cells: number; expected: number; sample: string }) =>
      `列が多すぎます（${p.cells}列、見出しは${p.expected}列）。余っているのは「${p.sample}」です。`,
    en: (p: { cells: number; expected: number; sample: string }) =>
      `The row has too many fields (${p.cells}, the headings are ${p.expected}). Left over: "${p.sample}".`,
  },
  'text-after-quote': {
    severity: 'error',
    ja: (p: { heading: string }) =>
      `列「${p.heading}」で、閉じた引用符（"）の後に文字があります。項目の中の引用符は2つ続けて書いてください。`,
    en: (p: { heading: string }) =>
      `In column "${p.heading}" there is text after a closing quotation mark ("). Double quotation marks inside a field.`,
  },
  'missing-date': {
    severity: 'error',
    ja: (p: { heading: string }) => `列「${p.heading}」の日付が空です。`,
    en: (p: { heading: string }) => `The date in column "${p.heading}" is empty.`,
  },
  'missing-label': {
    severity: 'error',
    ja: (p: { heading: string }) => `列「${p.heading}」の指標名が空です。`,
    en: (p: { heading: string }) => `The name of the metric in column "${p.heading}" is empty.`,
  },
  'period-backwards': {
    severity: 'error',
    ja: (p: { heading: string; sample: string }) => `列「${p.heading}」の終わりの日「${p.sample}」が、始まりの日より前です。`,
    en: (p: { heading: string; sample: string }) => `The last day "${p.sample}" in column "${p.heading}" is before the first.`,
  },
  'not-a-number': {
    severity: 'error',
    ja: (p: { heading: string; sample: string }) => `列「${p.heading}」の「${p.sample}」は数値ではありません。`,
    en: (p: { heading: string; sample: string }) => `"${p.sample}" in column "${p.heading}" is not a number.`,
  },
  'ambiguous-number': {
    severity: 'error',
    ja: (p: { heading: string; sample: string }) =>
      `列「${p.heading}」の「${p.sample}」は、桁区切りと小数点のどちらの意味か分かりません。小数点の記号を指定してください。`,
    en: (p: { heading: string; sample: string }) =>
      `In "${p.sample}" in column "${p.heading}" the sign may separate thousands or decimals. Say which sign is the decimal mark.`,
  },
  'not-whole': {
    severity: 'error',
    ja: (p: { heading: string; sample: string }) => `列「${p.heading}」は整数の列ですが、「${p.sample}」には小数があります。`,
    en: (p: { heading: string; sample: string }) => `Column "${p.heading}" holds whole numbers, but "${p.sample}" has decimals.`,
  },
  'too-large': {
    severity: 'error',
    ja: (p: { heading: string; sample: string }) => `列「${p.heading}」の「${p.sample}」は桁が多すぎて扱えません。`,
    en: (p: { heading: string; sample: string }) => `"${p.sample}" in column "${p.heading}" has too many digits.`,
  },
  'not-a-date': {
    severity: 'error',
    ja: (p: { heading: string; sample: string }) => `列「${p.heading}」の「${p.sample}」は日付ではありません。`,
    en: (p: { heading: string; sample: string }) => `"${p.sample}" in column "${p.heading}" is not a date.`,
  },
  'no-such-date': {
    severity: 'error',
    ja: (p: { heading: string; sample: string }) => `列「${p.heading}」の「${p.sample}」という日付は存在しません。`,
    en: (p: { heading: string; sample: string }) => `The date "${p.sample}" in column "${p.heading}" does not exist.`,
  },
  'ambiguous-date': {
    severity: 'error',
    ja: (p: { heading: string; sample: string }) => `列「${p.heading}」の「${p.sample}」は、月/日とも日/月とも読めます。`,
    en: (p: { heading: string; sample: string }) =>
      `"${p.sample}" in column "${p.heading}" can be read as month/day or day/month.`,
  },
  'not-a-boolean': {
    severity: 'error',
    ja: (p: { heading: string; sample: string }) =>
      `列「${p.heading}」の「${p.sample}」は、はい／いいえ（true／false）ではありません。`,
    en: (p: { heading: string; sample: string }) => `"${p.sample}" in column "${p.heading}" is neither true nor false.`,
  },
  'not-a-duration': {
    severity: 'error',
    ja: (p: { heading: string; sample: string }) => `列「${p.heading}」の「${p.sample}」は時間の長さではありません。`,
    en: (p: { heading: string; sample: string }) => `"${p.sample}" in column "${p.heading}" is not a length of time.`,
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
  'mapping-missing-key': {
    severity: 'error',
    ja: (p: { key: string }) => `取込の設定に「${p.key}」がありません。`,
    en: (p: { key: string }) => `The mapping lacks "${p.key}".`,
  },
  'mapping-choice': {
    severity: 'error',
    ja: (p: { key: string; choices: readonly string[] }) => `「${p.key}」には${p.choices.join('、')}のどれかを書いてください。`,
    en: (p: { key: string; choices: readonly string[] }) => `"${p.key}" must be one of ${p.choices.join(', ')}.`,
  },
  'mapping-wrong-value': {
    severity: 'error',
    ja: (p: { key: string }) => `「${p.key}」の値の書き方が正しくありません。取込の設定の説明をご覧ください。`,
    en: (p: { key: string }) => `The value of "${p.key}" is not of the right kind; see the description of mappings.`,
  },
  'mapping-unknown-key': {
    severity: 'error',
    ja: (p: { key: string; suggestion?: string }) =>
      `取込の設定に「${p.key}」という項目はありません。${p.suggestion ? `「${p.suggestion}」のことですか。` : ''}`,
    en: (p: { key: string; suggestion?: string }) =>
      `A mapping has no "${p.key}".${p.suggestion ? ` Did you mean "${p.suggestion}"?` : ''}`,
  },
  'mapping-id': {
    severity: 'error',
    ja: (p: { id: string }) =>
      `「${p.id}」はIDに使えません。英小文字・数字・ハイフンで、英字から始め、60文字までにしてください。`,
    en: (p: { id: string }) =>
      `"${p.id}" cannot be an id; use up to 60 lower-case letters, digits and hyphens, beginning with a letter.`,
  },
  'mapping-without-time': {
    severity: 'error',
    ja: () => '出来事（event）のデータには、日時の列が必要です。どれかの列に role: time を書いてください。',
    en: () => 'A dataset of events needs a column with the moment. Give one column the role "time".',
  },
  'mapping-date-format': {
    severity: 'error',
    ja: (p: { format: string }) => `日付の形式「${p.format}」が読めません。DD/MM/YYYYのように書いてください。`,
    en: (p: { format: string }) => `The date format "${p.format}" cannot be read. Write it like DD/MM/YYYY.`,
  },
  'mapping-same-heading': {
    severity: 'error',
    ja: (p: { heading: string; id: string }) => `見出し「${p.heading}」は、列「${p.id}」にすでに使われています。`,
    en: (p: { heading: string; id: string }) => `The heading "${p.heading}" already belongs to the column "${p.id}".`,
  },
});
