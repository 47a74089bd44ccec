import { changed, pageOf, SOUND } from './page-of.ts';
import type { RulePages } from './rule-page.ts';

const UNREAD = [
  '読めない計算式があると、最終目標に届くかを計算できません。',
  'While a formula cannot be read, the goal cannot be calculated.',
] as const;

const formula = (text: string) => changed('equals: orders * aov', `equals: "${text}"`);

const SHEET_HEAD = 'node,kind,department,medium,2026-04,2026-05';
const SHEET = `
${SHEET_HEAD}
orders,target,,,900,1100
`;

const sheet = (page: ReturnType<typeof pageOf>) => ({ ...page, sheetOf: SOUND });

const UNUSED = ['シートの値を計画に使えません。', 'What the sheet says cannot be used.'] as const;

/** What can be wrong with a formula as a text, and with sheet.csv. */
export const formulaPages: RulePages = {
  'formula-empty': pageOf(
    ['計算式が空', 'An empty formula'],
    ['equals に何も書かれていません。', 'Nothing stands under equals.'],
    UNREAD,
    ['「受注件数 * 単価」のように書くか、equals を消します。', 'Write something like "orders * aov", or take equals out.'],
    formula(' '),
    SOUND,
  ),
  'formula-too-long': pageOf(
    ['計算式が長すぎる', 'A formula too long'],
    ['計算式が4,000文字を超えています。', 'A formula is longer than 4,000 characters.'],
    UNREAD,
    ['途中の値に名前を付け、KPIとして分けます。', 'Name intermediate values and make them KPIs.'],
  ),
  'formula-too-deep': pageOf(
    ['かっこの入れ子が深すぎる', 'Brackets too deep'],
    ['かっこの入れ子が50段を超えています。', 'Brackets are nested more than 50 deep.'],
    UNREAD,
    ['途中の値に名前を付け、KPIとして分けます。', 'Name intermediate values and make them KPIs.'],
    formula(`${'('.repeat(60)}orders${')'.repeat(60)} * aov`),
    SOUND,
  ),
  'formula-character': pageOf(
    ['計算式に使えない文字', 'A character no formula has'],
    [
      '名前・数値・演算子・かっこ以外の文字があります。',
      'There is something that is neither name, number, operator nor bracket.',
    ],
    UNREAD,
    ['半角の + - * / とかっこで書きます。', 'Use + - * / and brackets.'],
    formula('orders * aov ; 1'),
    SOUND,
  ),
  'formula-number': pageOf(
    ['読めない数値', 'A number that cannot be read'],
    ['計算式の中の数値が読めません。', 'A number in the formula cannot be read.'],
    UNREAD,
    ['「1000」「0.03」「3%」「500万円」のように書きます。', 'Write it like 1000, 0.03, 3% or 500万円.'],
    formula('orders * 1.2.3'),
    formula('orders * aov * 1.2'),
  ),
  'formula-name': pageOf(
    ['予約された名前', 'A reserved name'],
    ['計算式の名前に、使えない言葉があります。', 'A name in the formula is reserved.'],
    UNREAD,
    ['KPIの id を変えます。', 'Give the KPI another id.'],
    formula('__proto__ * aov'),
    SOUND,
  ),
  'formula-unexpected': pageOf(
    ['計算式の並びの誤り', 'Something out of place'],
    ['演算子や名前が、あるべきでない場所にあります。', 'An operator or name stands where it cannot.'],
    UNREAD,
    ['示された文字の前後を確かめます。', 'Look around the character that is named.'],
    formula('orders * * aov'),
    SOUND,
  ),
  'formula-ends': pageOf(
    ['途中で終わる計算式', 'A formula that stops short'],
    ['計算式が演算子や開きかっこで終わっています。', 'The formula ends in an operator or an open bracket.'],
    UNREAD,
    ['足りない名前か閉じかっこを書きます。', 'Write the name or bracket that is missing.'],
    formula('orders *'),
    SOUND,
  ),
  'formula-function': pageOf(
    ['存在しない関数', 'An unknown function'],
    ['計算式に、知らない関数があります。', 'The formula calls a function there is not.'],
    UNREAD,
    ['使える関数（min、max、previous、last-year、power）で書きます。', 'Use min, max, previous, last-year or power.'],
    formula('average(orders, aov)'),
    formula('min(orders, 2000) * aov'),
  ),
  'formula-exponent': pageOf(
    ['power の回数', 'The exponent of power'],
    ['power の2つ目が1〜120の整数ではありません。', 'The second value of power is no whole number from 1 to 120.'],
    UNREAD,
    ['「power(1 - churn-rate, 12)」のように書きます。', 'Write it like power(1 - churn-rate, 12).'],
    formula('orders * aov * power(2, 0.5)'),
    formula('orders * aov * power(2, 2)'),
  ),
  'formula-arguments': pageOf(
    ['関数に渡す値の数', 'Too few or too many values'],
    ['関数に渡す値の数が合いません。', 'A function gets another number of values than it takes.'],
    UNREAD,
    ['示された数にします。', 'Give as many as are named.'],
    formula('min(orders) * aov'),
    formula('min(orders, 2000) * aov'),
  ),
  'sheet-header': sheet(
    pageOf(
      ['シートの見出し', "The sheet's heading"],
      ['1行目が決まった見出しではありません。', 'The first line is not the heading a sheet has.'],
      UNUSED,
      [
        '「node,kind,department,medium,2026-04,…」の形にします。',
        'Write it as node,kind,department,medium,2026-04,… with a column for each month.',
      ],
      `
KPI,種類,2026-04
orders,target,900
`,
      SHEET,
    ),
  ),
  'sheet-cell': sheet(
    pageOf(
      ['読めないセル', 'A cell that cannot be read'],
      ['月の値が数値として読めません。', 'The value of a month is no number.'],
      UNUSED,
      ['数値だけを書きます。まだ決まっていなければ空にします。', 'Write a number, or leave it empty.'],
      SHEET.replace('900', 'たくさん'),
      SHEET,
    ),
  ),
  'sheet-month': sheet(
    pageOf(
      ['計画にない月', 'A month outside the plan'],
      ['シートの月が、計画の期間にありません。', 'A month of the sheet is not in the plan.'],
      UNUSED,
      ['列を消すか、period を直します。', 'Take the column out, or correct the period.'],
      SHEET.replace('2026-05', '2028-05'),
      SHEET,
    ),
  ),
  'sheet-week': sheet(
    pageOf(
      ['計画にない週', 'A week outside the plan'],
      [
        'シートの週の列が、計画の期間にある週の初日ではありません。',
        'A column of weeks is not named by the first day of a week in the plan.',
      ],
      UNUSED,
      [
        '列の見出しを週の初日（月曜始まりなら月曜日）に直すか、列を消します。',
        'Name the column by the first day of the week, or take it out.',
      ],
      SHEET.replace('2026-05', '2026-05-07'),
      SHEET.replace('2026-05', '2026-05-04'),
    ),
  ),
  'sheet-week-budget': sheet(
    pageOf(
      ['週で書かれた予算', 'A budget by weeks'],
      ['予算の行に週の値があります。', 'A budget row has values of weeks.'],
      ['予算は月ごとに管理し、週の計画はその月の予算の中で立てます。', 'Budgets stand by month; weeks are planned within them.'],
      ['週の値を消し、月の列に書きます。', 'Move the values to the columns of months.'],
    ),
  ),
  'sheet-weeks-differ': sheet(
    pageOf(
      ['週の合計と月の目標の違い', 'Weeks that do not add up to their month'],
      [
        '月に含まれる週の目標の合計（月をまたぐ週は営業日で分けたもの）が、その月の目標と合いません。',
        'The weeks of a month, those across its end shared by business days, do not add up to the month’s target.',
      ],
      [
        '判定は月の目標で行います。週だけを追うと、月末に足りないことに気づきます。',
        'The month’s target counts. Who follows the weeks alone finds out at the end of the month.',
      ],
      ['週または月の目標を直します。', 'Correct the weeks or the month.'],
    ),
  ),
  'sheet-weeks-no-flow': sheet(
    pageOf(
      ['足し合わせない指標の週の値', 'Weeks of what does not add up'],
      ['率や残高など、足し合わせない指標に週の値があります。', 'A rate or a stock has values of weeks in the sheet.'],
      [
        '率や残高は週に分けられません。月の値がどの週にも当てはまります。',
        'Rates and stocks are not shared over weeks: the month’s value holds in each.',
      ],
      ['週の値を消します。', 'Take the values of weeks out.'],
    ),
  ),
  'sheet-too-large': sheet(
    pageOf(
      ['シートが大きすぎる', 'The sheet is too large'],
      ['sheet.csv が上限のバイト数を超えています。', 'sheet.csv is larger than the limit.'],
      ['ほかの利用者の画面まで遅くなるのを防ぐための上限です。', 'The limit keeps one sheet from slowing everybody else down.'],
      [
        '実績はデータとして取り込み、シートには目標と予算だけを書きます。',
        'Import actuals as data; a sheet holds targets and budgets.',
      ],
    ),
  ),
  'sheet-column-twice': sheet(
    pageOf(
      ['同じ列が2つ', 'A column twice'],
      ['シートに同じ見出しの列が2つあります。', 'The sheet has the same column twice.'],
      UNUSED,
      ['1つにします。', 'Keep one.'],
      SHEET.replace('2026-05', '2026-04'),
      SHEET,
    ),
  ),
  'sheet-row-twice': sheet(
    pageOf(
      ['同じKPIの行が2つ', 'Two rows for one KPI'],
      ['同じKPIの目標（target）の行が2つあります。', 'A KPI has two target rows.'],
      UNUSED,
      ['1つにまとめます。', 'Make them one.'],
      `${SHEET}orders,target,,,1000,1000
`,
      SHEET,
    ),
  ),
  'sheet-kind': sheet(
    pageOf(
      ['知らない行の種類', 'An unknown kind of row'],
      ['kind が target でも budget でもありません。', 'The kind of a row is neither target nor budget.'],
      UNUSED,
      ['target（目標）か budget（予算）にします。', 'Use target or budget.'],
      SHEET.replace('orders,target', 'orders,goal'),
      SHEET,
    ),
  ),
};
