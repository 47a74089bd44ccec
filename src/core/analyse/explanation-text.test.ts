import { expect, test } from 'vitest';
import { EMPTY_CATALOGUE } from '../metric/catalogue.ts';
import { parsePlan } from '../plan/build-plan.ts';
import { explainChange } from './explain.ts';
import { explanationText, factorName } from './explanation-text.ts';
import type { State } from './state.ts';

const parsed = parsePlan(
  {
    yaml: `rashin: 1
plan: shop
period: 2026-04-01/2027-03-31
goals:
  revenue: { name: { ja: 売上, en: Revenue }, target: 1億円, equals: sessions * cvr * aov }
kpis:
  sessions: { name: { ja: セッション数, en: Sessions }, unit: count, target: 100000 per month }
  cvr: { name: { ja: CVR, en: Conversion rate }, unit: ratio, target: 2% }
  aov: { name: { ja: 注文単価, en: Order value }, unit: JPY per order, target: 8000円 }`,
  },
  EMPTY_CATALOGUE,
);

const state = (values: Readonly<Record<string, number>>, isProvisional = false): State => ({
  kind: 'measured',
  month: node => (values[node] === undefined ? undefined : { value: values[node] ?? 0, isProvisional }),
  whole: () => undefined,
});
const sides = {
  before: { label: { ja: '2026年9月', en: 'September 2026' }, kind: 'measured' },
  after: { label: { ja: '2026年10月', en: 'October 2026' }, kind: 'measured' },
} as const;

test('[EXP-15] the answer says from what to what, who contributed, what worked against it, what may still change', () => {
  if (!parsed.ok) throw new Error('bad plan');
  const { plan } = parsed.value;
  const before = state({ sessions: 100_000, cvr: 0.02, aov: 8_000 });
  const after = state({ sessions: 110_000, cvr: 0.018, aov: 8_500 }, true);
  const split = explainChange({ plan, node: 'revenue', months: 1, before, after });
  if (!split.ok) throw new Error('no split');
  expect(explanationText(split.value, plan, sides)).toEqual({
    ja: '2026年10月の売上は1,683万円で、2026年9月の1,600万円に対して+830,000円（+5.2%）です。主な要因は「セッション数」+157万円、「注文単価」+996,667円です。反対に働いたのは「CVR」−173万円です。動きの100%は、まだ変わりうる値（速報・未到着の日を含む）によるものです。',
    en: expect.stringContaining('Working the other way: Conversion rate −¥1.73M. 100% of the movement'),
  });
});

test('[EXP-17] a forecast is named after the KPI, and is not said to be preliminary', () => {
  if (!parsed.ok) throw new Error('bad plan');
  const { plan } = parsed.value;
  const before = state({ sessions: 100_000, cvr: 0.02, aov: 8_000 });
  const after = { ...state({ sessions: 100_000, cvr: 0.018, aov: 8_000 }, true), kind: 'forecast' } as const;
  const split = explainChange({ plan, node: 'revenue', months: 1, before, after });
  if (!split.ok) throw new Error('no split');
  const words = explanationText(split.value, plan, {
    before: { label: { ja: '計画', en: 'the plan' }, kind: 'planned' },
    after: { label: { ja: '着地見込', en: 'the forecast landing' }, kind: 'forecast' },
  });
  expect(words).toEqual({
    ja: '売上の着地見込は1,440万円で、計画の1,600万円に対して−160万円（−10%）です。主な要因は「CVR」−160万円（差額の100%）です。',
    en: 'Revenue is ¥14.4M in the forecast landing against ¥16.0M in the plan: −¥1.60M (−10%). Mainly Conversion rate −¥1.60M (100% of the difference).',
  });
});

test('[EXP-12] a difference beside the formula is named after what it is', () => {
  if (!parsed.ok) throw new Error('bad plan');
  const gap = { node: 'revenue', kind: 'gap', gap: { form: 'factor', in: 'before' } } as const;
  expect(factorName(gap, parsed.value.plan, sides).ja).toBe('売上：定義・時期の差');
  const planned = { ...sides, before: { ...sides.before, kind: 'planned' } } as const;
  expect(factorName(gap, parsed.value.plan, planned).ja).toBe('売上：目標と内訳の差');
});
