import type { Lang } from '../text/text.ts';
import type { Grid } from './grid.ts';

const MONTHS = [4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3];
const ENGLISH = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** An invented shop's sheet of KPIs, for those who want to see what becomes of one before they bring their own. */
export function sampleSheet(lang: Lang, year: number): Grid {
  const ja = lang === 'ja';
  const revenue = [18, 18.5, 19, 20, 19, 20, 21, 22, 28, 21, 20, 23.5].map(millions => String(millions * 1000));
  const visitors = [80, 82, 84, 88, 86, 88, 92, 96, 118, 92, 90, 100].map(thousands => `${thousands},000`);
  const orders = [1600, 1640, 1720, 1800, 1720, 1800, 1880, 1960, 2400, 1880, 1800, 2000].map(String);
  const line = (name: string, kind: string, cells: readonly string[], total = '') => [name, kind, ...cells, total];
  const [target, actual] = ja ? ['目標', '実績'] : ['Target', 'Actual'];
  return [
    [ja ? `${year}年度 オンラインショップKPI（単位：千円）` : `Online shop KPIs FY${year} (unit: thousand yen)`],
    [],
    [
      'KPI',
      ja ? '区分' : 'Kind',
      ...MONTHS.map(month => (ja ? `${month}月` : (ENGLISH[month - 1] ?? ''))),
      ja ? '年計' : 'Total',
    ],
    line(ja ? '売上高' : 'Revenue', target, revenue, '250,000'),
    line('', actual, ['17,420', '18,105']),
    line(ja ? '訪問者数' : 'Visitors', target, visitors, '1,096,000'),
    line('', actual, ['78,310', '81,940']),
    line(
      ja ? '購入率' : 'Purchase rate',
      target,
      MONTHS.map(() => '2.0%'),
    ),
    line('', actual, ['1.94%', '1.98%']),
    line(ja ? '注文件数' : 'Orders', target, orders, '22,200'),
    line('', actual, ['1,519', '1,622']),
    line(
      ja ? '客単価' : 'Average order value',
      target,
      MONTHS.map(() => '11'),
    ),
    line(
      ja ? 'メルマガ開封率' : 'Newsletter open rate',
      target,
      MONTHS.map(() => '22%'),
    ),
    line('', actual, ['21.3%', '20.8%']),
  ];
}
