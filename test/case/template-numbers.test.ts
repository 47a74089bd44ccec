import { describe, expect, test } from 'vitest';
import { toNumber } from '#core/number/rational.ts';
import { checkPlan } from '#core/plan/check-plan.ts';
import { makePlan } from '#core/template/make-plan.ts';
import { dayOf, templateFixture } from './template-fixture.ts';

const { catalogue, templates, plans } = templateFixture();

/** The plan of an unchanged template, checked. */
function checked(id: string, answers: Readonly<Record<string, string>> = {}) {
  const made = makePlan(templates, [id], answers, { catalogue, lang: 'ja', start: dayOf('2027-04-01') });
  if (!made.ok) throw new Error(JSON.stringify(made.problems));
  return checkPlan(made.value, catalogue);
}

function implied(id: string, answers: Readonly<Record<string, string>> = {}): number | undefined {
  const [goal] = checked(id, answers).goals;
  return goal?.period.implied && Math.round(toNumber(goal.period.implied));
}

function kpisByFactor(id: string): readonly number[] {
  const plan = plans.find(one => one.id === id);
  return plan?.factors.map(({ id: factor }) => plan.kpis.filter(({ under }) => under === factor).length) ?? [];
}

function groupSizes(id: string): readonly number[] {
  const list = templates.get(id);
  return list?.kind === 'pick-list' ? list.groups.map(({ kpis }) => kpis.length) : [];
}

describe('[TPL-06] the figures of the examples', () => {
  test('[TPL-06] [CAT-06] [DES-32] a SaaS company makes 270 million in a first year, and 360 million at full rate', () => {
    const [goal] = checked('saas-new-contracts').goals;
    expect([goal?.period.implied, goal?.steady.implied].map(value => value && toNumber(value))).toEqual([
      270_000_000, 360_000_000,
    ]);
  });

  test('[TPL-06] [CAT-08] an exhibition of 500 visitors, and one of another size', () => {
    expect(implied('online-exhibition', { 'deal-rate': '31.8%' })).toBe(10);
    expect(implied('online-exhibition', { 'deal-rate': '31.8%', 'booth-visitors': '1000' })).toBe(20);
  });

  test('[TPL-06] [CAT-14] [CAT-18] homes, flats and machines', () => {
    expect(implied('homes-from-inquiries')).toBe(110);
    expect(implied('condominium-sellout')).toBe(108);
    expect(implied('industrial-equipment')).toBe(302_400_000);
  });

  test('[TPL-06] [CAT-16] job views that were worked out give 250 placements a quarter', () => {
    expect(implied('engineer-job-site')).toBe(1_000);
  });

  test('[TPL-06] [CAT-17] the price that a lifetime value of ¥1.5M needs', () => {
    const missing = checked('marketing-automation-ltv').problems.find(({ code }) => code === 'missing-factor');
    expect(missing?.params.needed).toBe('18000');
  });
});

describe('[TPL-01] how much there is of each', () => {
  test('[TPL-01] [CAT-09] [CAT-13] horizons of three products, four groups of lifetime value', () => {
    expect(kpisByFactor('it-solution-horizons')).toEqual([3, 3, 4]);
    expect(kpisByFactor('equipment-horizons')).toEqual([3, 3, 3]);
    expect(kpisByFactor('lifetime-value-tree')).toEqual([4, 4, 4, 4]);
    expect(kpisByFactor('rfm-segments')).toEqual([2, 2, 2, 2]);
  });

  test('[TPL-01] [CAT-12] [CAT-20] tactics, and the key metrics of a purpose', () => {
    expect(groupSizes('repeat-tactics')).toEqual([5, 5, 4, 5]);
    expect(groupSizes('order-value-tactics')).toEqual([4, 4, 4, 5]);
    const list = templates.get('focus-by-purpose');
    const nurture = list?.kind === 'pick-list' ? list.groups.find(({ id }) => id === 'nurture')?.kpis.map(({ id }) => id) : [];
    expect(nurture).toEqual(['email-open-rate', 'content-view-time']);
  });

  test('[TPL-08] [DES-66] two sides keep their own KPIs, and shares of channels total 100%', () => {
    const nodes = [...(checked('engineer-job-site').parsed?.plan.nodes.values() ?? [])];
    const sides = new Set(nodes.flatMap(({ tags }) => tags?.side ?? []));
    expect([...sides]).toEqual(['job-seeker', 'client', 'both']);
    const machines = checked('industrial-equipment').parsed?.plan;
    expect(machines?.compositions.get('channel')).toEqual(['direct-revenue-share', 'agency-revenue-share']);
    expect(machines?.nodes.get('direct-revenue-share')?.target?.value).toBe('0.6');
  });
});
