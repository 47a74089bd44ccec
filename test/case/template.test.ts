import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { parsePlan } from '#core/plan/build-plan.ts';
import { checkPlan, type PlanCheck } from '#core/plan/check-plan.ts';
import { AUDIENCE_NAMES } from '#core/template/audience-names.ts';
import { findTemplates } from '#core/template/find-templates.ts';
import { makePlan } from '#core/template/make-plan.ts';
import { metricsOf, parseTemplates } from '#core/template/parse-templates.ts';
import { questionsOf } from '#core/template/questions.ts';
import type { PlanTemplate, Template } from '#core/template/template.ts';
import { LANGS, type Text } from '#core/text/text.ts';
import { dayOf, templateFixture } from './template-fixture.ts';

const { catalogue, templates, plans } = templateFixture();
const all = [...templates.values()];
const start = dayOf('2027-04-01');
const ids = plans.map(plan => plan.id);

// Every template is made and checked here, several times over.
vi.setConfig({ testTimeout: 60_000 });

function made(template: PlanTemplate, answers: Readonly<Record<string, string>> = {}, lang: 'ja' | 'en' = 'ja') {
  const texts = makePlan(templates, [template.id], answers, { catalogue, lang, start });
  if (!texts.ok) throw new Error(`${template.id}: ${JSON.stringify(texts.problems)}`);
  return texts.value;
}

function template(id: string): PlanTemplate {
  const found = plans.find(plan => plan.id === id);
  if (!found) throw new Error(`no template ${id}`);
  return found;
}

function findings({ problems }: PlanCheck): readonly string[] {
  return problems
    .filter(({ severity }) => severity !== 'info')
    .map(({ code, at }) => `${code} ${at.join('.')}`)
    .sort();
}

describe('[TPL-06] [CAT-05] what is known about a template is what the check finds', () => {
  test.each(ids)('[TPL-06] %s', id => {
    const one = template(id);
    const known = one.known.map(({ code, at }) => `${code} ${at}`).sort();
    for (const lang of LANGS) {
      const check = checkPlan(made(one, {}, lang), catalogue);
      expect({ lang, found: findings(check) }).toEqual({ lang, found: known });
      expect(check.parsed).toBeDefined();
    }
  });

  test('[TPL-06] a recorded defect of the figures is explained in words', () => {
    const defects = ['goal-short', 'identity-mismatch', 'growth-mismatch', 'implied-worsens', 'missing-factor', 'unit-mismatch'];
    for (const plan of plans) {
      if (plan.known.some(({ code }) => defects.includes(code)) && plan.id !== 'owned-media-sales')
        expect({ id: plan.id, remark: plan.remark !== undefined }).toEqual({ id: plan.id, remark: true });
    }
  });
});

describe('[TPL-04] answers', () => {
  test('[TPL-04] random amounts for everything that is asked give a plan that can be read', () => {
    const amount = fc.double({ min: 0.01, max: 100, noNaN: true });
    fc.assert(
      fc.property(fc.constantFrom(...plans), fc.infiniteStream(amount), fc.constantFrom(...LANGS), (plan, stream, lang) => {
        const answers: Record<string, string> = {};
        for (const { key, unit } of questionsOf(plan, catalogue)) {
          const { value: drawn } = stream.next();
          const number = drawn ?? 1;
          answers[key] = unit?.kind === 'ratio' ? `${number.toFixed(1)}%` : String(Math.ceil(number * 10));
        }
        const read = parsePlan(made(plan, answers, lang), catalogue);
        const errors = read.problems.filter(({ code, severity }) => severity === 'error' && code !== 'target-impossible');
        expect({ id: plan.id, errors }).toEqual({ id: plan.id, errors: [] });
      }),
      { seed: 20270401, numRuns: 60 },
    );
  });

  test('[TPL-04] a number keeps the unit and the period of the example', () => {
    const one = template('saas-new-contracts');
    const { yaml } = made(one, { leads: '300', 'contract-value': '6,000,000', 'win-rate': '30%', deadline: '2028-09-30' });
    expect(yaml).toContain('target: 月300件');
    expect(yaml).toContain('target: 600万円');
    expect(yaml).toContain('period: 2027-04-01/2028-09-30');
    expect(yaml).toContain('target: 3億円 by 2028-09-30');
    expect(made(one, { leads: '300' }, 'en').yaml).toContain('target: 300 per month');
  });

  test('[TPL-04] what is not asked, an empty answer and a date that is none are refused', () => {
    const refused = (answers: Readonly<Record<string, string>>) => {
      const texts = makePlan(templates, ['ec-annual-sales'], answers, { catalogue, lang: 'ja', start });
      return texts.ok ? [] : texts.problems.map(({ code, params }) => [code, params.suggestion]);
    };
    expect(refused({ visitor: '10' })).toEqual([['answer-unknown', 'visitors']]);
    expect(refused({ visitors: ' ' })).toEqual([['answer-empty', undefined]]);
    expect(refused({ start: '2027-02-30' })).toEqual([['answer-date', undefined]]);
    expect(refused({ deadline: '2027-03-01' })).toEqual([['answer-date', undefined]]);
  });
});

describe('[TPL-04] numbers the template leaves open', () => {
  test('[TPL-04] what is missing is asked for, and a bare number is meant as one usually means it', () => {
    const asked = questionsOf(template('ec-tree-of-causes'), catalogue).find(({ key }) => key === 'aov');
    expect(asked?.example).toEqual({ ja: '未定', en: 'TBD' });
    const { yaml } = made(template('ec-tree-of-causes'), { aov: '34723' });
    expect(yaml).toContain('target: 34,723円');
    const open = made(template('owned-media-lead'), { 'form-completion-rate': '60', 'content-downloads': '140' }).yaml;
    expect(open).toContain('target: 60%');
    expect(open).toContain('target: 月140件');
    const check = checkPlan({ yaml: open }, catalogue);
    expect(check.problems.map(({ code }) => code)).not.toContain('owners-missing');
  });
});

describe('[TPL-05] the texts', () => {
  test('[TPL-05] equal answers give equal bytes, and both languages mean the same', () => {
    for (const plan of plans) {
      expect(made(plan)).toEqual(made(plan));
      const [ja, en] = LANGS.map(lang => parsePlan(made(plan, {}, lang), catalogue));
      if (!ja?.ok || !en?.ok) throw new Error(plan.id);
      const values = (nodes: typeof ja.value.plan.nodes) =>
        [...nodes.values()].map(({ id, target, baseline, months, undecided }) => ({ id, target, baseline, months, undecided }));
      expect(values(ja.value.plan.nodes)).toEqual(values(en.value.plan.nodes));
    }
  });

  test('[TPL-05] targets that rise in steps stand in the sheet', () => {
    const { sheet } = made(template('mail-open-rate-steps'));
    expect(sheet?.split('\n')[1]).toBe('email-open-rate,target,,,,,18%,,,20%,,,,,,23%');
  });

  test('[TPL-05] [DES-67] one metric has different targets by segment', () => {
    const read = parsePlan(made(template('rfm-segments')), catalogue);
    if (!read.ok) throw new Error('unreadable');
    const loyal = read.value.plan.nodes.get('frequency-loyal');
    expect([loyal?.metric?.id, loyal?.target?.value, loyal?.tags?.segment]).toEqual(['purchase-frequency', '6', 'loyal']);
    expect(read.value.plan.nodes.get('reengagement-rate')?.tags).toEqual({ segment: 'growth' });
  });
});

describe('[TPL-02] words', () => {
  const texts = all.flatMap(one => textsOf(one).map(text => ({ id: one.id, text })));

  test('[TPL-02] both languages are there, and neither copies the other', () => {
    const same = texts.filter(({ text: { ja, en } }) => ja === en && !/^(?:SNS|X|Instagram)$/.test(ja));
    expect(same).toEqual([]);
    expect(texts.filter(({ text: { ja } }) => !/[\u3040-\u30ff\u4e00-\u9fff]/.test(ja) && !/^SNS$/.test(ja))).toEqual([]);
    expect(texts.filter(({ text: { en } }) => /[\u3040-\u30ff\u4e00-\u9fff]/.test(en))).toEqual([]);
  });

  test('[TPL-02] no sentence stands twice', () => {
    const sentences = texts.map(({ text }) => text).filter(({ ja }) => ja.endsWith('。'));
    expect(sentences.length).toBeGreaterThan(200);
    expect(new Set(sentences.map(({ ja }) => ja)).size).toBe(sentences.length);
    expect(new Set(sentences.map(({ en }) => en)).size).toBe(sentences.length);
  });

  test('[TPL-02] Japanese sentences are polite and closed, and have no space beside numbers', () => {
    for (const { id, text } of texts.filter(({ text: { ja } }) => ja.endsWith('。'))) {
      expect({ id, ja: text.ja, ok: !/[0-9] [\u3040-\u9fff]|[\u3040-\u9fff] [0-9]/.test(text.ja) }).toMatchObject({ ok: true });
    }
  });

  test('[TPL-01] every factor has its reason, every template says what it is', () => {
    for (const plan of plans) {
      expect(plan.goals.length).toBeGreaterThan(0);
      expect(plan.factors.length).toBeGreaterThan(0);
      expect(plan.ask.length).toBeGreaterThan(0);
      const keys = questionsOf(plan, catalogue).map(({ key }) => key);
      expect({ id: plan.id, unknown: plan.ask.filter(key => !keys.includes(key)) }).toEqual({ id: plan.id, unknown: [] });
    }
  });

  test('[TPL-02] a metric that the catalogue does not have is refused', () => {
    const wrong = {
      wrong: {
        kind: 'pick-list',
        name: { ja: '誤り', en: 'Wrong' },
        meaning: { ja: '誤りです。', en: 'Wrong.' },
        groups: { one: { name: { ja: '一つ', en: 'One' }, pick: ['no-such-metric'] } },
      },
    };
    const read = parseTemplates(wrong, catalogue);
    expect(read.ok ? [] : read.problems.map(({ code, params }) => [code, params.metric])).toEqual([
      ['template-metric', 'no-such-metric'],
    ]);
    expect(all.flatMap(one => metricsOf(one)).filter(metric => !catalogue.metrics.has(metric))).toEqual([]);
  });
});

describe('[TPL-10] finding one', () => {
  const found = (filter: Parameters<typeof findTemplates>[1]) => findTemplates(templates, filter).map(({ id }) => id);

  test('[TPL-10] [CAT-26] each kind has its own', () => {
    expect(found({ kind: 'agenda' })).toEqual(['kpi-meeting']);
    expect(found({ kind: 'incentive' })).toEqual(['cross-department-incentive']);
    const agenda = templates.get('kpi-meeting');
    if (agenda?.kind !== 'agenda') throw new Error('no agenda');
    expect(agenda.items.map(({ minutes }) => minutes)).toEqual([10, 15, 20, 15, 20]);
    const health = templates.get('kpi-health');
    if (health?.kind !== 'checklist') throw new Error('no checklist');
    expect(health.sections.map(({ items }) => items.length)).toEqual([4, 4, 4, 4, 4, 4]);
  });

  test('[TPL-10] [DES-48] channel and purpose lead to the goal with its numbers', () => {
    expect(found({ kind: 'plan', channel: 'owned-media', purpose: 'lead' })).toEqual(['owned-media-lead']);
    const [goal] = template('owned-media-lead').goals;
    expect([goal?.id, goal?.baseline, goal?.target]).toEqual(['leads', '50 per month', '100 per month']);
    expect(found({ kind: 'plan', channel: 'owned-media', purpose: 'sales' })).toEqual(['owned-media-sales']);
    expect(found({ kind: 'plan', channel: 'webinar' })).toEqual(
      expect.arrayContaining(['webinar-acquisition', 'webinar-nurture', 'webinar-loyalty']),
    );
  });

  test('[TPL-10] [DES-65] an industry leads to the metrics it lives by', () => {
    const metrics = (industry: string) => findTemplates(templates, { kind: 'plan', industry }).flatMap(one => metricsOf(one));
    expect(metrics('saas')).toEqual(expect.arrayContaining(['ltv', 'churn-rate']));
    expect(metrics('real-estate')).toEqual(expect.arrayContaining(['viewing-booking-rate', 'viewing-contract-rate']));
    expect(template('it-solution-horizons').audience.cycle).toEqual({ from: 6, to: 12 });
  });

  test('[TPL-10] [CAT-19] [CAT-11] channels and platforms have as many metrics as are known', () => {
    const counts = (id: string) => {
      const list = templates.get(id);
      return list?.kind === 'pick-list' ? list.groups.map(({ kpis }) => kpis.length) : [];
    };
    expect(counts('metrics-by-channel')).toEqual([5, 4, 3, 4, 3, 3, 3]);
    expect(counts('b2b-by-horizon')).toEqual([4, 4, 4]);
    const platforms = ['sns-instagram', 'sns-x', 'sns-facebook', 'sns-tiktok', 'sns-youtube'];
    expect(platforms.map(id => counts(id).reduce((sum, count) => sum + count, 0))).toEqual([8, 6, 7, 5, 7]);
  });

  test('[TPL-10] every word a template is found by has a name in both languages', () => {
    const words = all.flatMap(({ audience: { cycle: _cycle, ...lists } }) => Object.values(lists).flat());
    expect(words.filter(word => AUDIENCE_NAMES[word] === undefined)).toEqual([]);
  });

  test('[TPL-10] [CAT-21] abandoned carts have five causes and seventeen remedies', () => {
    const carts = templates.get('cart-abandonment');
    if (carts?.kind !== 'playbook') throw new Error('no playbook');
    expect(carts.plays.length).toBe(5);
    expect(carts.plays.flatMap(({ actions }) => actions).length).toBe(17);
    expect(carts.plays.every(({ metrics }) => metrics.length >= 2)).toBe(true);
  });

  test('[TPL-10] [CAT-22] the five cases tell what came of them', () => {
    const cases = [
      'condominium-sellout',
      'net-bank-revenue',
      'engineer-job-site',
      'marketing-automation-ltv',
      'industrial-equipment',
    ];
    for (const id of cases) expect(template(id).outcome?.en.length ?? 0).toBeGreaterThan(60);
  });
});

function textsOf(one: Template): readonly Text[] {
  const own: readonly Text[] = [one.name, one.meaning];
  switch (one.kind) {
    case 'plan':
      return [
        ...own,
        ...one.factors.flatMap(({ name, because }) => [name, because]),
        ...[...one.goals, ...one.kpis].flatMap(({ name }) => name ?? []),
        ...one.guardrails.map(({ because }) => because),
        ...(one.remark ? [one.remark] : []),
        ...(one.outcome ? [one.outcome] : []),
      ];
    case 'pick-list':
      return [...own, ...one.groups.flatMap(({ name, note }) => [name, ...(note ? [note] : [])])];
    case 'playbook':
      return [...own, ...one.plays.flatMap(({ cause, actions }) => [cause, ...actions])];
    case 'agenda':
      return [...own, ...one.items.map(({ name }) => name)];
    case 'checklist':
      return [...own, ...one.sections.flatMap(({ name, items }) => [name, ...items])];
    case 'incentive':
      return [...own, ...one.parts.flatMap(({ who, because }) => [who, because])];
  }
}
