import { useTranslation } from 'react-i18next';
import type { NodeView } from '#contract/plan-view.ts';
import { formatDay } from '#core/calendar/format-day.ts';
import { parseFormula } from '#core/formula/parse.ts';
import { printFormula } from '#core/formula/print.ts';
import type { MoneyBasis } from '#core/unit/unit.ts';
import { type Figures, type Measure, useFigures } from '../ui/figures.ts';
import { useSay } from '../ui/language.ts';

/** The word for each length of time that a target may be for. */
export const PER = {
  day: 'perDay',
  week: 'perWeek',
  month: 'perMonth',
  quarter: 'perQuarter',
  half: 'perHalf',
  year: 'perYear',
} as const;

const TAX = { excluded: 'taxExcluded', included: 'taxIncluded' } as const;
const RECOGNITION = { ordered: 'ordered', shipped: 'shipped', accepted: 'accepted', paid: 'paid' } as const;

/** How a node's parts are said in words. */
export interface NodeWords {
  /** 200件/月, 15,000円以下, 3億円（2027年3月31日まで） */
  target(node: NodeView, withDeadline?: boolean): string;
  /** ＝ SQL数 × 商談設定率 */
  formula(node: NodeView, nameOf: (id: string) => string): string;
  /** 税抜・受注基準 */
  basis(basis: MoneyBasis): string;
}

export function measureOf(node: Pick<NodeView, 'unit' | 'counter'>): Measure {
  return { unit: node.unit, counter: node.counter };
}

export function useNodeWords(): NodeWords {
  const { t } = useTranslation('app');
  const { t: words } = useTranslation('progress');
  const say = useSay();
  const figures = useFigures();
  return {
    target: (node, withDeadline = false) => {
      const { target } = node;
      if (!target) return node.undecided ? t('undecided') : '';
      const amount = amountWords(node, figures);
      const per = target.per === null ? '' : t(PER[target.per]);
      const bound =
        target.sign === 'at-most' ? t('lessThan') : target.sign === 'at-least' && node.direction === 'down' ? t('atLeast') : '';
      const sign = figures.lang === 'ja' || bound === '' ? bound : ` ${bound}`;
      const by = withDeadline && target.by !== null ? words('byDay', { day: formatDay(target.by, figures.lang) }) : '';
      return `${amount}${per}${sign}${by}`;
    },
    formula: (node, nameOf) => {
      const parsed = node.equals ? parseFormula(node.equals.text) : undefined;
      return parsed?.ok ? `= ${printFormula(parsed.value, nameOf)}` : '';
    },
    basis: ({ tax, recognition, deductions }) =>
      [
        tax && words(TAX[tax]),
        recognition && words(RECOGNITION[recognition]),
        ...(deductions ?? []).map(one => words(DEDUCTIONS[one])),
      ]
        .filter(Boolean)
        .join(say({ ja: '・', en: ' · ' })),
  };
}

const DEDUCTIONS = {
  returns: 'lessReturns',
  coupons: 'lessCoupons',
  points: 'lessPoints',
  shipping: 'lessShipping',
  fees: 'lessFees',
} as const;

function amountWords(node: NodeView, figures: Figures): string {
  const { target } = node;
  if (!target) return '';
  const of = measureOf(node);
  return target.upTo === null ? figures.value(target.value, of) : figures.range(target.value, target.upTo, of);
}
