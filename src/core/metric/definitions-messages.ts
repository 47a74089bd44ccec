import { messages } from '../problem/problem.ts';

const didYouMeanJa = (suggestion?: string) => (suggestion ? `「${suggestion}」の間違いではありませんか。` : '');
const didYouMeanEn = (suggestion?: string) => (suggestion ? ` Did you mean "${suggestion}"?` : '');

/** Problems of metrics.yaml. */
export const definitionsMessages = messages({
  'definition-unknown-key': {
    severity: 'error',
    ja: (p: { key: string; suggestion?: string }) =>
      `「${p.key}」という項目はありません。${didYouMeanJa(p.suggestion) || '綴りを確認してください。'}`,
    en: (p: { key: string; suggestion?: string }) =>
      `There is no key "${p.key}".${didYouMeanEn(p.suggestion) || ' Check its spelling.'}`,
  },
  'definition-missing-key': {
    severity: 'error',
    ja: (p: { key: string }) => `「${p.key}」を書いてください。`,
    en: (p: { key: string }) => `"${p.key}" is missing.`,
  },
  'definition-choice': {
    severity: 'error',
    ja: (p: { key: string; choices: readonly string[]; suggestion?: string }) =>
      `「${p.key}」に書けるのは ${p.choices.join('、')} のどれかです。${didYouMeanJa(p.suggestion)}`,
    en: (p: { key: string; choices: readonly string[]; suggestion?: string }) =>
      `"${p.key}" must be one of ${p.choices.join(', ')}.${didYouMeanEn(p.suggestion)}`,
  },
  'definition-wrong-value': {
    severity: 'error',
    ja: (p: { key: string }) =>
      `「${p.key}」の書き方が正しくありません。値ではなく項目の並びになっていないか、その逆でないか確認してください。`,
    en: (p: { key: string }) =>
      `The value of "${p.key}" has the wrong form; check whether it should be a single value, a list or keys.`,
  },
  'definition-id': {
    severity: 'error',
    ja: (p: { id: string }) =>
      `「${p.id}」は名前に使えません。半角の英小文字・数字・ハイフンで、英字から始めてください（例：order-lines）。`,
    en: (p: { id: string }) =>
      `"${p.id}" cannot be used as a name. Use lower-case letters, digits and hyphens, beginning with a letter (order-lines).`,
  },
  'metric-id': {
    severity: 'error',
    ja: (p: { id: string }) => `「${p.id}」は指標の名前に使えません。計算式に書ける名前にしてください（例：revenue、受注件数）。`,
    en: (p: { id: string }) => `"${p.id}" cannot name a metric; use a name that formulas can write (revenue).`,
  },
  'dataset-no-columns': {
    severity: 'error',
    ja: (p: { dataset: string }) => `データ「${p.dataset}」に列がありません。columns に列を書いてください。`,
    en: (p: { dataset: string }) => `Dataset "${p.dataset}" has no columns. List them under columns.`,
  },
  'dataset-many-columns': {
    severity: 'error',
    ja: (p: { dataset: string; limit: number }) => `データ「${p.dataset}」の列は${p.limit}個までです。`,
    en: (p: { dataset: string; limit: number }) => `Dataset "${p.dataset}" may have at most ${p.limit} columns.`,
  },
  'dataset-time': {
    severity: 'error',
    ja: (p: { dataset: string }) =>
      `イベントのデータ「${p.dataset}」には、いつ起きたかを示す列が必要です。time に列名を書いてください。`,
    en: (p: { dataset: string }) =>
      `The event dataset "${p.dataset}" needs a column that says when things happened; name it under time.`,
  },
  'dataset-aggregate-time': {
    severity: 'error',
    ja: (p: { dataset: string }) =>
      `集計データ「${p.dataset}」に time と person は書けません。期間は取込時に行ごとに決まります。`,
    en: (p: { dataset: string }) =>
      `The aggregate dataset "${p.dataset}" takes neither time nor person; the period of each row is set on import.`,
  },
  'dataset-column': {
    severity: 'error',
    ja: (p: { dataset: string; column: string; suggestion?: string }) =>
      `データ「${p.dataset}」に列「${p.column}」はありません。${didYouMeanJa(p.suggestion) || 'columns に加えてください。'}`,
    en: (p: { dataset: string; column: string; suggestion?: string }) =>
      `Dataset "${p.dataset}" has no column "${p.column}".${didYouMeanEn(p.suggestion) || ' Add it under columns.'}`,
  },
  'dataset-column-type': {
    severity: 'error',
    ja: (p: { column: string; type: string; wanted: string }) =>
      `列「${p.column}」の型は ${p.type} ですが、ここでは${WANTED_JA[p.wanted] ?? p.wanted}の列が必要です。`,
    en: (p: { column: string; type: string; wanted: string }) =>
      `Column "${p.column}" is of type ${p.type}; here ${WANTED_EN[p.wanted] ?? p.wanted} is needed.`,
  },
  'dataset-currency': {
    severity: 'error',
    ja: (p: { text: string }) => `「${p.text}」は通貨コードではありません。JPY、USD のように3文字で書いてください。`,
    en: (p: { text: string }) => `"${p.text}" is not a currency code; write three letters such as JPY or USD.`,
  },
  'dataset-same-as': {
    severity: 'error',
    ja: (p: { dataset: string }) =>
      `データ「${p.dataset}」の same-as には、対になる人のIDが要ります。出来事のデータ（kind: event）にして、person にその列を書いてください。`,
    en: (p: { dataset: string }) =>
      `same-as in dataset "${p.dataset}" needs the id of the person it belongs to: make it an event dataset and name that column as person.`,
  },
  'metric-convert-money': {
    severity: 'error',
    ja: (p: { metric: string }) =>
      `指標「${p.metric}」は金額ではないため、換算できません。金額の列に currency または currency-in を書くか、convert を消してください。`,
    en: (p: { metric: string }) =>
      `"${p.metric}" is no amount of money, so it cannot be converted. Give the column its currency or currency-in, or take convert away.`,
  },
  'metric-convert-rates': {
    severity: 'error',
    ja: (p: { dataset: string }) =>
      `データ「${p.dataset}」は為替レートの表として使えません。集計データ（kind: aggregate）にして、列 from と to（text）、rate（decimal）を置いてください。`,
    en: (p: { dataset: string }) =>
      `Dataset "${p.dataset}" cannot serve as a table of rates. Make it an aggregate with the columns from and to (text) and rate (decimal).`,
  },
  'metric-allocate-money': {
    severity: 'error',
    ja: (p: { metric: string }) =>
      `指標「${p.metric}」は按分できません。allocate は、集計データ（kind: aggregate）の割り算のない金額の合計（sum）にだけ、convert と一緒でなく使えます。`,
    en: (p: { metric: string }) =>
      `"${p.metric}" cannot be allocated: allocate goes with a sum of amounts over an aggregate dataset, without division and without convert.`,
  },
  'metric-allocate-way': {
    severity: 'error',
    ja: (p: { metric: string }) =>
      `指標「${p.metric}」の按分の基準が決まりません。to（分ける列）には、by（指標）、shares（値ごとの割合）、equally（値の一覧）のどれか1つを書いてください。shares と equally の列は1つです。to なしでは days だけを書きます。`,
    en: (p: { metric: string }) =>
      `How "${p.metric}" is allocated is not clear. Beside to (a column) write one of by (a metric), shares (of each value) or equally (a list of values); shares and equally take one column. Without to, write days only.`,
  },
  'metric-allocate-column': {
    severity: 'error',
    ja: (p: { metric: string; column: string }) =>
      `指標「${p.metric}」の allocate の to にある「${p.column}」には分けられません。別々の名前の列を4つまで、文字の列で指定してください。`,
    en: (p: { metric: string; column: string }) =>
      `"${p.metric}" cannot be allocated to "${p.column}". Name up to four different columns of texts.`,
  },
  'metric-allocate-share': {
    severity: 'error',
    ja: (p: { metric: string; value: string; text: string }) =>
      `指標「${p.metric}」の「${p.value}」の割合「${p.text}」を読めません。0以上の数を書き、少なくとも1つは0より大きくしてください。`,
    en: (p: { metric: string; value: string; text: string }) =>
      `The share "${p.text}" of "${p.value}" for "${p.metric}" cannot be read. Write numbers of 0 or more, at least one above 0.`,
  },
  'metric-allocate-by': {
    severity: 'error',
    ja: (p: { metric: string; by: string; suggestion?: string }) =>
      `指標「${p.metric}」の按分の基準「${p.by}」の値が得られません。${p.suggestion ? `「${p.suggestion}」のことですか。` : 'データのある指標を指定してください。'}`,
    en: (p: { metric: string; by: string; suggestion?: string }) =>
      `"${p.metric}" is to be allocated by "${p.by}", which has no values. ${p.suggestion ? `Did you mean "${p.suggestion}"?` : 'Name a metric that is measured.'}`,
  },
  'metric-how': {
    severity: 'error',
    ja: (p: { metric: string; given: readonly string[]; choices: readonly string[] }) =>
      p.given.length === 0
        ? `指標「${p.metric}」の求め方がありません。${p.choices.join('、')} のどれかを書いてください。`
        : `指標「${p.metric}」に求め方が${p.given.length}つあります（${p.given.join('、')}）。どれか1つにしてください。`,
    en: (p: { metric: string; given: readonly string[]; choices: readonly string[] }) =>
      p.given.length === 0
        ? `It is not said how "${p.metric}" is obtained. Write one of ${p.choices.join(', ')}.`
        : `"${p.metric}" is obtained in ${p.given.length} ways (${p.given.join(', ')}). Keep one of them.`,
  },
  'metric-key-without': {
    severity: 'error',
    ja: (p: { key: string; goesWith: string }) => `「${p.key}」は ${p.goesWith} と一緒のときだけ書けます。`,
    en: (p: { key: string; goesWith: string }) => `"${p.key}" goes only with ${p.goesWith}.`,
  },
  'metric-from': {
    severity: 'error',
    ja: (p: { metric: string }) => `指標「${p.metric}」をどのデータから求めるか、from に書いてください。`,
    en: (p: { metric: string }) => `Say under from which dataset "${p.metric}" comes.`,
  },
  'metric-dataset': {
    severity: 'error',
    ja: (p: { dataset: string; suggestion?: string }) =>
      `データ「${p.dataset}」はありません。${didYouMeanJa(p.suggestion) || 'datasets に加えてください。'}`,
    en: (p: { dataset: string; suggestion?: string }) =>
      `There is no dataset "${p.dataset}".${didYouMeanEn(p.suggestion) || ' Add it under datasets.'}`,
  },
  'metric-needs': {
    severity: 'error',
    ja: (p: { how: string; kind: string }) =>
      `${p.how} は${p.kind === 'event' ? 'イベント（kind: event）' : '集計（kind: aggregate）'}のデータでだけ使えます。`,
    en: (p: { how: string; kind: string }) => `${p.how} works only on ${p.kind} datasets.`,
  },
  'definition-list': {
    severity: 'error',
    ja: (p: { list: string; suggestion?: string }) =>
      `リスト「${p.list}」はありません。${didYouMeanJa(p.suggestion) || 'lists に加えてください。'}`,
    en: (p: { list: string; suggestion?: string }) =>
      `There is no list "${p.list}".${didYouMeanEn(p.suggestion) || ' Add it under lists.'}`,
  },
  'metric-hours': {
    severity: 'error',
    ja: (p: { metric: string; column: string }) =>
      `指標「${p.metric}」は時間（hours）で測りますが、日時の列「${p.column}」に時刻がありません。日数（days）で測るか、時刻のある列（type: timestamp）を日時にしてください。`,
    en: (p: { metric: string; column: string }) =>
      `"${p.metric}" is measured in hours, but the time column "${p.column}" holds days only. Measure it in days, or give the data a time column of type timestamp.`,
  },
  'metric-number': {
    severity: 'error',
    ja: (p: { key: string; least: number }) => `「${p.key}」には${p.least}以上の整数を書いてください。`,
    en: (p: { key: string; least: number }) => `"${p.key}" must be a whole number of at least ${p.least}.`,
  },
  'metric-unit': {
    severity: 'error',
    ja: (p: { text: string }) =>
      `単位「${p.text}」が読めません。「count of lead」「ratio of order over visitor」「JPY」「days」「score 1..5」のように書いてください。`,
    en: (p: { text: string }) =>
      `The unit "${p.text}" cannot be read. Write "count of lead", "ratio of order over visitor", "JPY", "days" or "score 1..5".`,
  },
  'metric-unit-needed': {
    severity: 'error',
    ja: (p: { metric: string }) => `計算式から指標「${p.metric}」の単位が決まりません。unit に書いてください。`,
    en: (p: { metric: string }) => `The unit of "${p.metric}" does not follow from its formula. Write it under unit.`,
  },
  'metric-unit-clash': {
    severity: 'error',
    ja: (p: { metric: string; found: string; expected: string }) =>
      `指標「${p.metric}」の単位は ${p.expected} ですが、求め方からは ${p.found} になります。`,
    en: (p: { metric: string; found: string; expected: string }) =>
      `The unit of "${p.metric}" is ${p.expected}, but what is computed is ${p.found}.`,
  },
  'metric-cannot-add': {
    severity: 'error',
    ja: (p: { metric: string; first: string; second: string }) =>
      `指標「${p.metric}」の計算式で、単位の違うもの（${p.first} と ${p.second}）を足し引きしています。`,
    en: (p: { metric: string; first: string; second: string }) =>
      `The formula of "${p.metric}" adds or subtracts different units (${p.first} and ${p.second}).`,
  },
  'metric-currencies': {
    severity: 'error',
    ja: (p: { metric: string; currencies: readonly string[] }) =>
      `指標「${p.metric}」は通貨の違う列（${p.currencies.join('、')}）を1つの式で使っています。通貨ごとに指標を分けてください。`,
    en: (p: { metric: string; currencies: readonly string[] }) =>
      `"${p.metric}" uses columns in different currencies (${p.currencies.join(', ')}) in one expression. Make one metric per currency.`,
  },
  'metric-money-squared': {
    severity: 'error',
    ja: (p: { metric: string }) => `指標「${p.metric}」は金額どうしを掛けています。`,
    en: (p: { metric: string }) => `"${p.metric}" multiplies money by money.`,
  },
  'metric-tax': {
    severity: 'error',
    ja: (p: { metric: string; first: string; second: string }) =>
      `指標「${p.metric}」の計算式に、税抜の「${p.first}」と税込の「${p.second}」が混ざっています。どちらかにそろえてください。`,
    en: (p: { metric: string; first: string; second: string }) =>
      `The formula of "${p.metric}" mixes "${p.first}" (excluding tax) with "${p.second}" (including tax). Use one basis.`,
  },
  'metric-column-number': {
    severity: 'error',
    ja: (p: { column: string; type: string }) =>
      `列「${p.column}」（${p.type}）は計算に使えません。整数か小数の列を使ってください。`,
    en: (p: { column: string; type: string }) =>
      `Column "${p.column}" (${p.type}) cannot be computed with; use an integer or decimal column.`,
  },
  'metric-too-precise': {
    severity: 'error',
    ja: (p: { metric: string }) => `指標「${p.metric}」の式は小数の掛け算が多すぎて、正確に計算できません。式を分けてください。`,
    en: (p: { metric: string }) => `The expression of "${p.metric}" multiplies too many decimals to stay exact. Split it.`,
  },
  'metric-aggregation': {
    severity: 'error',
    ja: (p: { metric: string; how: string; aggregation: string; wanted: string }) =>
      `指標「${p.metric}」は ${p.how} で求めるため、期間の集計方法は ${p.aggregation} ではなく ${p.wanted} です。`,
    en: (p: { metric: string; how: string; aggregation: string; wanted: string }) =>
      `"${p.metric}" is obtained by ${p.how}, so its aggregation is ${p.wanted}, not ${p.aggregation}.`,
  },
  'metric-ratio-parts': {
    severity: 'error',
    ja: (p: { metric: string }) =>
      `割合の指標「${p.metric}」には分子と分母が必要です。「equals: 分子 / 分母」と書くか、numerator と denominator に何を何で割った値かを書いてください。`,
    en: (p: { metric: string }) =>
      `The rate "${p.metric}" needs a numerator and a denominator. Write "equals: numerator / denominator", or say under numerator and denominator what is divided by what.`,
  },
  'metric-ratio-sum': {
    severity: 'error',
    ja: (p: { metric: string }) =>
      `割合の指標「${p.metric}」は合計できません。分子と分母を別の指標にして「equals: 分子 / 分母」と書いてください。`,
    en: (p: { metric: string }) =>
      `The rate "${p.metric}" cannot be summed. Make numerator and denominator metrics of their own and write "equals: numerator / denominator".`,
  },
  'metric-unknown': {
    severity: 'error',
    ja: (p: { id: string; metric: string; suggestion?: string }) =>
      `指標「${p.metric}」の計算式にある「${p.id}」は、metrics.yaml にもカタログにもありません。${didYouMeanJa(p.suggestion)}`,
    en: (p: { id: string; metric: string; suggestion?: string }) =>
      `"${p.id}" in the formula of "${p.metric}" is neither in metrics.yaml nor in the catalogue.${didYouMeanEn(p.suggestion)}`,
  },
  'metric-input-unmeasured': {
    severity: 'warning',
    ja: (p: { id: string; metric: string }) =>
      `「${p.metric}」の計算に使う「${p.id}」の測り方がまだ書かれていません。書かれるまで「${p.metric}」は計算できません。`,
    en: (p: { id: string; metric: string }) =>
      `It is not said yet how "${p.id}", which "${p.metric}" is computed from, is measured; until then "${p.metric}" cannot be computed.`,
  },
  'metric-cycle': {
    severity: 'error',
    ja: (p: { path: readonly string[] }) =>
      `計算式が循環しています：${p.path.join(' → ')}。どれか1つはデータから求めてください。`,
    en: (p: { path: readonly string[] }) => `The formulas form a circle: ${p.path.join(' → ')}. Obtain one of them from data.`,
  },
  'metric-since': {
    severity: 'error',
    ja: (p: { metric: string; text: string }) =>
      `指標「${p.metric}」の since「${p.text}」が日付として読めません。2026-04-01 のように書いてください。`,
    en: (p: { metric: string; text: string }) => `"${p.text}" under since of "${p.metric}" is not a date; write 2026-04-01.`,
  },
  'metric-versions': {
    severity: 'error',
    ja: (p: { metric: string }) =>
      `指標「${p.metric}」の定義が複数あるときは、最初の1つ以外に、いつからかを since で、古い順に書いてください。`,
    en: (p: { metric: string }) =>
      `When "${p.metric}" has several definitions, each but the first needs a later since than the one before it.`,
  },
});

const WANTED_JA: Readonly<Record<string, string>> = { text: '文字列（text）', time: '日付（date）か日時（timestamp）' };
const WANTED_EN: Readonly<Record<string, string>> = { text: 'a text column', time: 'a date or timestamp column' };
