/**
 * Sheets of KPIs as teams keep them, each with habits of its own, as the cells of what is pasted or read from a workbook. Made by
 * code, so that every figure is known; the companies are invented.
 */
export type Cells = readonly (readonly string[])[];

const MONTHS = [4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3];

/** The months of fiscal 2026 as plans name them. */
export const MONTHS_2026: readonly string[] = MONTHS.map(month => `${month < 4 ? 2027 : 2026}-${String(month).padStart(2, '0')}`);

/** 売上 in thousands: the target of each month. */
export const SHOP_REVENUE = [
  '12,000',
  '12,500.5',
  '13,000',
  '13,500',
  '14,000',
  '14,500',
  '15,000',
  '15,500',
  '18,000',
  '14,000',
  '13,000',
  '15,999.5',
];
export const SHOP_ORDERS = [
  '2,000',
  '2,080',
  '2,160',
  '2,250',
  '2,333',
  '2,416',
  '2,500',
  '2,583',
  '3,000',
  '2,333',
  '2,166',
  '2,666',
];

/** 目標, 実績 and 達成率 as rows; the name stands in the first of them only; money in thousands by a line above. */
export function rowsSheet(): Cells {
  const blank = MONTHS.map(() => '');
  return [
    ['2026年度 ECサイト KPI管理表'],
    ['', '', '（単位：千円、件）'],
    [],
    ['KPI', '区分', ...MONTHS.map(month => `${month}月`), '年計'],
    ['売上高', '目標', ...SHOP_REVENUE, '171,000'],
    ['', '実績', '11,750', '12,810', ...blank.slice(2), '24,560'],
    ['', '達成率', '97.9%', '102.5%', ...blank.slice(2), ''],
    ['受注件数', '目標', ...SHOP_ORDERS, '28,487'],
    ['', '実績', '1,980', '2,110', ...blank.slice(2), '4,090'],
    ['', '達成率', '99.0%', '101.4%', ...blank.slice(2), ''],
    ['客単価', '目標', ...MONTHS.map(() => '6'), ''],
    ['※実績は翌月5営業日に更新'],
  ];
}

/** Two rows of headings: the month over 目標, 実績 and 達成率. `isFilled`: as a workbook's merged cells are read. */
export function columnsSheet(isFilled: boolean): Cells {
  const under = ['目標', '実績', '達成率'];
  const visitors = [12_000, 12_600, 13_230, 13_892, 14_586, 15_315, 16_081, 16_885, 17_729, 18_616, 19_547, 20_524];
  const actual = ['11,890', '12,744'];
  const rate = ['2.1%', '2.15％', '２．２％', '2.2%', '2.25%', '2.3%', '2.3%', '2.35%', '2.4%', '2.4%', '2.45%', '2.5%'];
  return [
    ['Web KPI', '', '作成：マーケティング部'],
    [
      '',
      '',
      ...MONTHS.flatMap((month, i) => [
        `${year(i)}${month}月`,
        ...(isFilled ? [1, 2].map(() => `${year(i)}${month}月`) : ['', '']),
      ]),
    ],
    ['指標', '担当', ...MONTHS.flatMap(() => under)],
    [
      'サイト訪問者数',
      '田中',
      ...visitors.flatMap((target, i) => [target.toLocaleString('en-US'), actual[i] ?? '', actual[i] ? '99%' : '-']),
    ],
    ['購入率', '鈴木', ...rate.flatMap((target, i) => [target, i < 2 ? '2.0%' : '', ''])],
    ['購入件数', '鈴木', ...visitors.flatMap((target, i) => [String(Math.round(target * 0.021)), i < 2 ? '250' : '', ''])],
  ];
}

function year(place: number): string {
  return place < 9 ? '2026年' : '2027年';
}

/** Names indented over three columns, units in their own column, totals of quarters and halves between the months. */
export function indentedSheet(): Cells {
  const withTotals = (cells: readonly string[], total: string) => [
    ...cells.slice(0, 3),
    '',
    ...cells.slice(3, 6),
    '',
    '',
    ...cells.slice(6, 9),
    '',
    ...cells.slice(9),
    '',
    '',
    total,
    '毎月末締め',
  ];
  const heads = MONTHS.map(month => `${month}月`);
  const head = [
    ...heads.slice(0, 3),
    '1Q計',
    ...heads.slice(3, 6),
    '2Q計',
    '上期計',
    ...heads.slice(6, 9),
    '3Q計',
    ...heads.slice(9),
    '4Q計',
    '下期計',
    '年計',
    '備考',
  ];
  const revenue = ['30', '32', '33', '33', '31', '35', '34', '34', '38', '32', '33', '37'];
  const deals = revenue.map(amount => String(Number(amount) / 2));
  const all = (text: string) => MONTHS.map(() => text);
  return [
    ['令和８年度　事業計画', '', '', '', '社外秘'],
    ['大項目', '中項目', '小項目', '単位', ...head],
    ['売上', '', '', '百万円', ...withTotals(revenue, '402')],
    ['', '受注件数', '', '件', ...withTotals(deals, '201')],
    ['', '平均受注単価', '', '万円', ...withTotals(all('200'), '')],
    ['集客', '', '', ''],
    ['', 'リード数', '', '件', ...withTotals(all('１２０'), '1,440')],
    ['', '', '有効リード率', '%', ...withTotals(all('32.5'), '')],
    ['', '広告費', '', '千円', ...withTotals(all('1,200'), '14,400')],
    ['', '', '合計', '', ...withTotals(all('999'), '')],
  ];
}

/** A table of targets, and below it one of actuals. */
export function blocksSheet(): Cells {
  const heads = MONTHS.map(month => `2026/${month}`).map((text, i) => (i < 9 ? text : text.replace('2026', '2027')));
  const all = (text: string) => MONTHS.map(() => text);
  return [
    ['【目標】'],
    ['項目', ...heads, '合計'],
    ['問い合わせ件数', ...all('90'), '1,080'],
    ['問い合わせ単価（円）', ...all('8,500'), ''],
    ['営業利益', ...all('¥400,000'), '4,800,000'],
    [],
    ['【実績】'],
    ['項目', ...heads, '合計'],
    ['問い合わせ件数', '88', '97'],
    ['問い合わせ単価（円）', '8,712', '8,010'],
    ['営業利益', '△1,250,000', '¥430,000'],
  ];
}

/** Months run downwards; each KPI has a pair of columns. */
export function turnedSheet(): Cells {
  const revenue = ['9,800', '10,150'];
  return [
    ['', '売上', '', '新規会員数', ''],
    ['月', '目標', '実績', '目標', '実績'],
    ...MONTHS.map((month, i) => [
      `${month < 4 ? 2027 : 2026}年${month}月`,
      String(10_000 + i * 100),
      revenue[i] ?? '',
      String(420 + i),
      i < 2 ? String(400 + i) : '',
    ]),
    ['合計', '', '', '', ''],
  ];
}

/** In English, a year that starts in October, the calendar years above the months, targets left of actuals. */
export function calendarSheet(): Cells {
  const months = ['Oct', 'Nov', 'Dec', 'Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep'];
  const years = ['2025', '', '', '2026', '', '', '', '', '', '', '', ''];
  const sessions = months.map((_, i) => String(42_000 + i * 500));
  return [
    ['Marketing KPIs', 'Target', ...months.slice(1).map(() => ''), 'Actual'],
    ['', ...years, ...years],
    ['KPI', ...months, ...months],
    ['Sessions', ...sessions, '41,250', '43,000'],
    ['Conversion rate', ...months.map((_, i) => `${(1.9 + i / 10).toFixed(1)}%`), '1.85%', '1.92%'],
    ['Orders', ...sessions.map((text, i) => String(Math.round((Number(text) * (19 + i)) / 1000))), '763', '826'],
  ];
}
