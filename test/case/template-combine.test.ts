import { describe, expect, test, vi } from 'vitest';
import { parsePlan } from '#core/plan/build-plan.ts';
import { checkPlan } from '#core/plan/check-plan.ts';
import { combine } from '#core/template/combine.ts';
import { makePlan } from '#core/template/make-plan.ts';
import { dependenciesOf, leadsTo } from '#core/template/node-formulas.ts';
import type { PlanTemplate } from '#core/template/template.ts';
import { dayOf, templateFixture } from './template-fixture.ts';

const { catalogue, templates, plans } = templateFixture();
const lists = [...templates.values()].filter(template => template.kind === 'pick-list');
const options = { catalogue, lang: 'ja', start: dayOf('2027-04-01') } as const;

function plan(id: string): PlanTemplate {
  const found = plans.find(one => one.id === id);
  if (!found) throw new Error(`no template ${id}`);
  return found;
}

// Hundreds of plans are made and read here.
vi.setConfig({ testTimeout: 60_000 });

/** What would keep a combined plan from being read: ids twice, names nobody has, circles, too many goals. */
function flawsOf({ goals, kpis, factors, compositions }: PlanTemplate): readonly string[] {
  const nodes = [...goals, ...kpis];
  const ids = [...nodes, ...factors].map(({ id }) => id);
  const known = new Set(ids);
  const named = [
    ...nodes.flatMap(dependenciesOf),
    ...nodes.flatMap(node => [node.under, node.pair].flatMap(id => id ?? [])),
    ...nodes.flatMap(node => (node.supports ?? []).map(({ to }) => to)),
    ...factors.flatMap(({ supports }) => supports ?? []),
    ...Object.values(compositions).flat(),
  ];
  return [
    ...ids.filter((id, at) => ids.indexOf(id) !== at).map(id => `twice ${id}`),
    ...named.filter(name => !known.has(name)).map(name => `unknown ${name}`),
    ...nodes.filter(node => leadsTo(dependenciesOf(node), node.id, nodes)).map(({ id }) => `circle ${id}`),
    ...(goals.length > 3 ? ['goals'] : []),
  ];
}

describe('[TPL-07] combining', () => {
  test('[TPL-07] all ordered pairs are sound, and every metric and population is there once', () => {
    const flawed = plans.flatMap(first =>
      plans.flatMap(second => {
        if (first === second) return [];
        const { template } = combine([first, second], [], catalogue);
        const flaws = flawsOf(template);
        return flaws.length > 0 ? [{ pair: `${first.id}+${second.id}`, flaws }] : [];
      }),
    );
    expect(flawed).toEqual([]);
  });

  test('[TPL-07] [CAT-10] what is combined can be read', () => {
    const unread = plans.flatMap((first, at) =>
      [1, 19].flatMap(step => {
        const second = plans[(at + step) % plans.length];
        const list = lists[(at + step) % lists.length];
        if (!second || !list) return [];
        const made = makePlan(templates, [first.id, second.id, list.id], {}, options);
        if (!made.ok) return [{ ids: [first.id, second.id, list.id], problems: made.problems }];
        const errors = parsePlan(made.value, catalogue).problems.filter(({ severity }) => severity === 'error');
        return errors.length > 0 ? [{ ids: [first.id, second.id, list.id], problems: errors }] : [];
      }),
    );
    expect(unread).toEqual([]);
  });

  test('[TPL-07] [CAT-10] shop templates make one tree, in which the steps and the purchase rate disagree', () => {
    const made = makePlan(templates, ['ec-basic-sales', 'ec-purchase-steps', 'ec-traffic'], {}, options);
    if (!made.ok) throw new Error(JSON.stringify(made.problems));
    const check = checkPlan(made.value, catalogue);
    const mismatches = check.problems.filter(({ code }) => code === 'identity-mismatch').map(({ params }) => params.rightValue);
    expect(mismatches).toEqual(expect.arrayContaining(['0.09', '0.036']));
    expect(check.goals.map(({ id }) => id)).toEqual(['revenue', 'organic-sessions']);
    expect(made.value.yaml.match(/^ {2}purchase-cvr:/gm)?.length).toBe(1);
  });

  test('[TPL-07] the earlier target stays, and what was dropped is told', () => {
    const { template, problems } = combine([plan('ec-annual-sales'), plan('ec-far-from-goal')], [], catalogue);
    expect(template.kpis.find(({ id }) => id === 'visitors')?.target).toBe('100000 per month');
    expect(problems.filter(({ code }) => code === 'combined-differently').map(({ params }) => params)).toContainEqual({
      node: 'visitors',
      kept: '100000 per month',
      dropped: '1000 per month',
      from: 'ec-far-from-goal',
    });
  });

  test('[TPL-07] goals are ranked in order, and a fourth becomes a KPI', () => {
    const four = ['ec-annual-sales', 'web-ads', 'newsletter', 'inside-sales-pipeline'].map(plan);
    const { template, problems } = combine(four, [], catalogue);
    expect(template.goals.map(({ id }) => id)).toEqual(['revenue', 'ad-conversions', 'email-conversions']);
    expect(template.kpis.map(({ id }) => id)).toContain('opportunities');
    expect(problems.map(({ code }) => code)).toContain('combined-goals');
  });

  test('[TPL-07] segments keep their own node of one metric', () => {
    const { template } = combine([plan('repeat-rate-growth'), plan('rfm-segments')], [], catalogue);
    const frequency = template.kpis.filter(({ id, metric }) => (metric ?? id) === 'purchase-frequency');
    expect(frequency.map(({ target }) => target)).toEqual(['4', '6']);
    expect(flawsOf(template)).toEqual([]);
  });

  test('[TPL-07] [CAT-25] a chain of metrics comes with its reasons', () => {
    const list = templates.get('chain-from-webinar');
    if (list?.kind !== 'pick-list') throw new Error('no chain');
    const { template } = combine([plan('webinar-nurture')], [list], catalogue);
    const linked = ['mqls', 'opportunities', 'won-deals'].map(id => template.kpis.find(kpi => kpi.id === id));
    expect(linked.map(kpi => kpi?.target)).toEqual(['TBD', 'TBD', 'TBD']);
    expect(linked.map(kpi => kpi?.supports?.length ?? 0)).toEqual([1, 1, 0]);
  });

  test('[TPL-07] lists alone, other kinds and unknown ids are refused', () => {
    const codes = (ids: readonly string[]) => {
      const made = makePlan(templates, ids, {}, options);
      return made.ok ? [] : made.problems.map(({ code, params }) => [code, params.suggestion]);
    };
    expect(codes(['sns-x'])).toEqual([['template-no-plan', undefined]]);
    expect(codes(['ec-annual-sales', 'kpi-meeting'])).toEqual([['template-not-combined', undefined]]);
    expect(codes(['ec-anual-sales'])).toEqual([['template-unknown', 'ec-annual-sales']]);
  });
});
