import type { Cells } from './begin-sheets.ts';

/** More sheets as teams keep them, each with one habit; made by code, the companies invented. Every one is of the same figures. */
const MONTHS = [4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3];
const HEADS = MONTHS.map(month => `${month}月`);

/** What all of them say, month by month. */
export const REVENUE = MONTHS.map((_, i) => 12_000_000 + i * 130_000);
export const ORDERS = MONTHS.map((_, i) => 2_000 + i * 20);
export const RATE = MONTHS.map((_, i) => `${(2 + i / 20).toFixed(2)}%`);
/** Of April and May. */
export const REVENUE_ACTUAL = [11_750_000, 12_810_000];
export const ORDERS_ACTUAL = [1_980, 2_110];

const digits = (value: number) => value.toLocaleString('en-US');
const actual = (values: readonly number[], i: number) => (values[i] === undefined ? '' : digits(values[i]));

/** One row for each KPI and month. */
export function tidySheet(): Cells {
  return [
    ['KPI', '年月', '目標', '実績', '担当'],
    ...MONTHS.map((month, i) => ['売上', yearMonth(month), digits(REVENUE[i] ?? 0), actual(REVENUE_ACTUAL, i), '田中']),
    ...MONTHS.map((month, i) => ['注文件数', yearMonth(month), digits(ORDERS[i] ?? 0), actual(ORDERS_ACTUAL, i), '伊藤']),
    ...MONTHS.map((month, i) => ['購入率', yearMonth(month), RATE[i] ?? '', '', '伊藤']),
  ];
}

/** One row for each figure; the name stands only where it changes. */
export function tidyKindsSheet(): Cells {
  const of = (name: string, target: readonly (number | string)[], done: readonly number[]) =>
    MONTHS.flatMap((month, i) => [
      [i === 0 ? name : '', `${month < 4 ? '2027年' : '2026年'}${month}月`, '目標', shown(target[i])],
      ...(done[i] === undefined ? [] : [['', `${month < 4 ? '2027年' : '2026年'}${month}月`, '実績', digits(done[i])]]),
    ]);
  return [
    ['KPI一覧（マスタ）'],
    [],
    ['指標', '対象月', '区分', '数値'],
    ...of('売上', REVENUE, REVENUE_ACTUAL),
    ...of('注文件数', ORDERS, ORDERS_ACTUAL),
    ...of('購入率', RATE, []),
  ];
}

/** Four weeks of each month: orders and revenue add up, the rate does not. */
export function namedWeeksSheet(): Cells {
  const weeks = (values: readonly number[]) => values.flatMap(quarters).map(digits);
  return [
    ['2026年度 週次KPI'],
    ['KPI', '区分', ...MONTHS.flatMap(month => [1, 2, 3, 4].map(week => `${month}月${week}週`))],
    ['売上', '目標', ...weeks(REVENUE)],
    ['', '実績', ...weeks(REVENUE_ACTUAL)],
    ['注文件数', '目標', ...weeks(ORDERS)],
    ['', '実績', ...weeks(ORDERS_ACTUAL)],
    ['購入率', '目標', ...RATE.flatMap(rate => [rate, rate, rate, rate])],
  ];
}

/** Weeks below the name of their month, with the month's total behind them. */
export function weeksUnderMonthsSheet(): Cells {
  const row = (values: readonly number[]) =>
    MONTHS.flatMap((_, i) => (values[i] === undefined ? ['', '', '', '', ''] : [...quarters(values[i]), values[i]].map(digits)));
  return [
    ['2026年度'],
    ['', '', ...HEADS.flatMap(head => [head, '', '', '', ''])],
    ['KPI', '区分', ...HEADS.flatMap(() => ['第1週', '第2週', '第3週', '第4週', '計'])],
    ['売上', '目標', ...row(REVENUE)],
    ['', '実績', ...row(REVENUE_ACTUAL)],
    ['注文件数', '目標', ...row(ORDERS)],
    ['', '実績', ...row(ORDERS_ACTUAL)],
    ['購入率', '目標', ...RATE.flatMap(rate => [rate, rate, rate, rate, rate])],
  ];
}

/** Mondays as headings, from 6 April 2026 on; fifty-one weeks. */
export function datedWeeksSheet(): { readonly cells: Cells; readonly byMonth: ReadonlyMap<string, number> } {
  const days = Array.from({ length: 51 }, (_, week) => new Date(Date.UTC(2026, 3, 6 + week * 7)));
  const byMonth = new Map<string, number>();
  days.forEach((day, week) => {
    const key = day.toISOString().slice(0, 7);
    byMonth.set(key, (byMonth.get(key) ?? 0) + 100 + week);
  });
  return {
    cells: [
      ['2026年度 リード獲得'],
      ['KPI', ...days.map(day => `${day.getUTCMonth() + 1}/${day.getUTCDate()}`)],
      ['リード数', ...days.map((_, week) => String(100 + week))],
    ],
    byMonth,
  };
}

/** Quarters, halves and the year between and behind the months, in thousands. */
export function halvesSheet(): Cells {
  const sums = (values: readonly number[], isSum: boolean) => {
    const of = (from: number, to: number) => (isSum ? digits(values.slice(from, to).reduce((sum, value) => sum + value, 0)) : '');
    const cell = (i: number) => digits(values[i] ?? 0);
    return [
      ...[0, 1, 2].map(cell),
      of(0, 3),
      ...[3, 4, 5].map(cell),
      of(3, 6),
      of(0, 6),
      ...[6, 7, 8].map(cell),
      of(6, 9),
      ...[9, 10, 11].map(cell),
      of(9, 12),
      of(6, 12),
      of(0, 12),
    ];
  };
  const head = (texts: readonly string[]) => [
    ...texts.slice(0, 3),
    '第1四半期',
    ...texts.slice(3, 6),
    '第2四半期',
    '上期',
    ...texts.slice(6, 9),
    '第3四半期',
    ...texts.slice(9),
    '第4四半期',
    '下期',
    '通期',
  ];
  return [
    ['2027年3月期 予算', '', '（単位：千円・件）'],
    ['科目', ...head(HEADS)],
    [
      '売上',
      ...sums(
        REVENUE.map(value => value / 1000),
        true,
      ),
    ],
    ['注文件数', ...sums(ORDERS, true)],
    ['購入率', ...head(RATE).map(cell => (cell.includes('%') ? cell : ''))],
  ];
}

/** Under each month: last year, target, actual, achievement, and running totals. */
export function lastYearSheet(): Cells {
  const under = ['前年実績', '目標', '実績', '達成率', '累計目標', '累計実績'];
  const row = (values: readonly number[], done: readonly number[]) =>
    MONTHS.flatMap((_, i) => [
      digits((values[i] ?? 0) - 10),
      digits(values[i] ?? 0),
      actual(done, i),
      done[i] === undefined ? '' : '98.0%',
      digits(values.slice(0, i + 1).reduce((sum, value) => sum + value, 0)),
      '',
    ]);
  return [
    ['2026年度 KPI進捗'],
    ['KPI', ...HEADS.flatMap(head => [head, '', '', '', '', ''])],
    ['', ...HEADS.flatMap(() => under)],
    ['売上', ...row(REVENUE, REVENUE_ACTUAL)],
    ['注文件数', ...row(ORDERS, ORDERS_ACTUAL)],
    ['売上累計', ...row(REVENUE, REVENUE_ACTUAL)],
    ['購入率', ...RATE.flatMap(rate => ['', rate, '', '', '', ''])],
  ];
}

/** A column for each KPI, a row for each month, with quarters between. */
export function columnsOfKpisSheet(): Cells {
  return [
    ['2026年度目標'],
    ['年月', '売上（円）', '注文件数（件）', '購入率', '備考'],
    ...MONTHS.flatMap((month, i) => [
      [yearMonth(month), digits(REVENUE[i] ?? 0), digits(ORDERS[i] ?? 0), RATE[i] ?? '', i === 2 ? '夏セール前' : ''],
      ...(i % 3 === 2 ? [[`${Math.floor(i / 3) + 1}Q計`, '', '', '', '']] : []),
    ]),
  ];
}

/** Owners, units and definitions before the months; notes and marks inside the cells. */
export function notesSheet(): Cells {
  const noted = (text: string, i: number) =>
    i === 2 ? `${text}（展示会含む）` : i === 5 ? `${text} ※速報` : i === 7 ? `約${text}` : text;
  return [
    ['No', 'KPI', '定義', '担当', '単位', '頻度', '区分', ...HEADS, '年間', '備考'],
    [
      '1',
      '売上',
      '税抜・出荷基準',
      '田中',
      '円',
      '月次',
      '目標',
      ...REVENUE.map(digits).map(noted),
      digits(REVENUE.reduce((a, b) => a + b, 0)),
      '期初に見直し',
    ],
    ['', '', '', '', '', '', '実績', ...REVENUE_ACTUAL.map(digits), ...HEADS.slice(2).map(() => '未集計'), '', ''],
    ['2', '注文件数', 'キャンセル除く', '伊藤', '件', '週次', '目標', ...ORDERS.map(digits).map(noted), '', ''],
    ['', '', '', '', '', '', '実績', ...ORDERS_ACTUAL.map(digits), ...HEADS.slice(2).map(() => '-'), '', ''],
    ['3', '購入率', '注文÷訪問', '伊藤', '%', '週次', '目標', ...RATE.map(rate => rate.replace('%', '')), '', ''],
    ['※ 実績は翌月5営業日に更新します。'],
  ];
}

/** Targets on one sheet, actuals on another. */
export function targetAndActualSheets(): readonly { readonly name: string; readonly rows: Cells }[] {
  return [
    {
      name: '目標',
      rows: [
        ['2026年度'],
        ['KPI', ...HEADS],
        ['売上', ...REVENUE.map(digits)],
        ['注文件数', ...ORDERS.map(digits)],
        ['購入率', ...RATE],
      ],
    },
    {
      name: '実績',
      rows: [
        ['2026年度'],
        ['KPI', ...HEADS],
        ['売上', ...REVENUE_ACTUAL.map(digits)],
        ['注文件数', ...ORDERS_ACTUAL.map(digits)],
      ],
    },
    { name: '使い方', rows: [['このブックの使い方'], ['目標は期初に、実績は毎月入力します。']] },
  ];
}

/** A sheet for each shop, with one KPI on both and its own unit of money. */
export function shopSheets(): readonly { readonly name: string; readonly rows: Cells }[] {
  return [
    {
      name: 'EC',
      rows: [
        ['2026年度（単位：千円）'],
        ['KPI', ...HEADS],
        ['売上', ...REVENUE.map(value => digits(value / 1000))],
        ['注文件数', ...ORDERS.map(digits)],
      ],
    },
    {
      name: '店舗',
      rows: [
        ['2026年度（単位：百万円）'],
        ['KPI', ...HEADS],
        ['売上', ...REVENUE.map(() => '3')],
        ['来店客数', ...ORDERS.map(digits)],
      ],
    },
  ];
}

function yearMonth(month: number): string {
  return `${month < 4 ? 2027 : 2026}/${String(month).padStart(2, '0')}`;
}

function shown(value: number | string | undefined): string {
  return typeof value === 'number' ? digits(value) : (value ?? '');
}

/** Four parts that add up to a whole number again. */
function quarters(value: number): readonly number[] {
  const part = Math.floor(value / 4);
  return [part, part, part, value - part * 3];
}
