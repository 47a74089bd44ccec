import { describe, expect, test } from 'vitest';
import { checkPlan } from '#core/plan/check-plan.ts';
import type { Answers } from '#core/template/instantiate.ts';
import { makePlan } from '#core/template/make-plan.ts';
import type { Template } from '#core/template/template.ts';
import { dayOf, templateFixture } from './template-fixture.ts';

/** Examples of the method that the product brings with it, each looked up where people find it. */
const { catalogue, templates } = templateFixture();

const RULES_OF_THUMB = [
  'app-install-rate',
  'bounce-rate',
  'cac',
  'cvr',
  'exhibition-roi',
  'key-feature-rate',
  'large-deals',
  'ltv-cac',
  'page-views-yoy',
  'pages-per-session',
  'purchase-cvr',
  'retention-cost',
  'session-duration',
];

describe('templates', () => {
  test('[CAT-02] the category of engagement lists time on site, bounces and exits, social reactions, mails opened and clicked', () => {
    const categories = [...templates.values()].find(
      template => template.kind === 'pick-list' && template.groups.some(({ name }) => name.ja === '集客・認知'),
    );
    expect(groupsOf(categories)).toMatchObject({
      エンゲージメント: [
        'session-duration',
        'bounce-rate',
        'exit-rate',
        'engagement-rate',
        'email-open-rate',
        'email-click-rate',
      ],
    });
    expect(Object.keys(groupsOf(categories))).toEqual(['集客・認知', 'エンゲージメント', 'コンバージョン', '収益性']);
  });

  test('[CAT-07] nurturing by webinars aims at 70, 80 and 60 %, a 4.0 and 30 %, loyalty at 30 %, a 4.5, +50, 20 and 15 %', () => {
    expect(targetsOf('webinar-nurture')).toMatchObject({
      'webinar-attendance-rate': '0.7',
      'webinar-completion-rate': '0.8',
      'webinar-survey-rate': '0.6',
      'webinar-satisfaction': '4',
      'webinar-action-rate': '0.3',
    });
    expect(targetsOf('webinar-loyalty')).toMatchObject({
      'webinar-customer-participation-rate': '0.3',
      'webinar-loyalty-score': '4.5',
      nps: '50',
      'support-reduction-rate': '0.2',
      'added-service-inquiry-rate': '0.15',
    });
  });

  test('[CAT-15] the net bank went from 15,000 to 25,000 yen a customer, and investment funds from 15 to 26 %', () => {
    const { plan } = planOf('net-bank-revenue');
    expect(plan?.nodes.get('revenue-per-customer')).toMatchObject({ baseline: { value: '15000' }, target: { value: '25000' } });
    expect(plan?.nodes.get('fund-rate')?.baseline?.value).toBe('0.15');
    const template = templates.get('net-bank-revenue');
    expect(template?.kind === 'plan' && template.outcome?.ja).toContain('15%から26%');
  });

  test('[DES-42] customers who take part are the quantity of a loyalty webinar, though they are a rate; its score is the quality', () => {
    const { plan } = planOf('webinar-loyalty');
    expect(plan?.nodes.get('webinar-customer-participation-rate')).toMatchObject({
      role: 'goal',
      kind: 'quantity',
      unit: { kind: 'ratio' },
    });
    expect(plan?.nodes.get('webinar-loyalty-score')).toMatchObject({ role: 'goal', kind: 'quality' });
    expect(catalogue.metrics.get('webinar-customer-participation-rate')?.kind).toBe('quality');
  });

  test('[DES-45] the chain of a webinar leads from attendees over MQLs and opportunities to orders, from the short to the long term', () => {
    const chain = templates.get('chain-from-webinar');
    const links = chain?.kind === 'pick-list' ? (chain.groups[0]?.kpis ?? []) : [];
    expect(links.map(({ id, supports }) => [id, supports?.[0]?.to])).toEqual([
      ['webinar-attendees', 'mqls'],
      ['mqls', 'opportunities'],
      ['opportunities', 'won-deals'],
      ['won-deals', undefined],
    ]);
    expect(links.map(({ horizon }) => horizon)).toEqual(['short', 'mid', 'mid', 'long']);
    const nurture = planOf('webinar-nurture').plan;
    expect(nurture?.nodes.get('webinar-attendees')?.target?.value).toBe('140');
    expect(nurture?.nodes.get('webinar-action-takers')?.target?.value).toBe('42');
  });

  test('[DES-47] IT solutions take 6 to 12 months to buy: their plan runs two years and is said to be judged after twelve months', () => {
    const found = [...templates.values()].filter(({ audience }) => audience.industry.includes('it') && audience.cycle?.to === 12);
    expect(found.map(({ audience }) => audience.cycle)).toContainEqual({ from: 6, to: 12 });
    const plan = found.find(template => template.kind === 'plan');
    expect(plan).toMatchObject({ months: 24, remark: { ja: expect.stringContaining('12か月以上') } });
    expect(plan?.kind === 'plan' && plan.remark?.ja).toContain('四半期ごと');
  });
});

describe('the catalogue', () => {
  test('[CAT-03] page views have a meaning in one sentence, and metrics that are made of them', () => {
    const views = catalogue.metrics.get('page-views');
    expect(views?.meaning.ja).toMatch(/(?:です|ます)。$/);
    expect(
      [...catalogue.metrics.values()].filter(({ formulaText }) => formulaText?.includes('page-views')).length,
    ).toBeGreaterThan(0);
  });

  test('[CAT-23] rules of thumb are there on the first start, each with its source and in the unit of its metric', () => {
    const known = [...catalogue.metrics.values()].flatMap(({ benchmark }) => benchmark ?? []);
    expect(known.filter(({ source, text }) => [source, text.ja, text.en].some(words => words.trim() === ''))).toEqual([]);
    const ids = [...catalogue.metrics.values()].filter(({ benchmark }) => benchmark).map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(RULES_OF_THUMB));
    const ranges = (id: string) => catalogue.metrics.get(id)?.benchmark?.ranges?.map(({ low, high }) => [low, high]);
    expect(ranges('cvr')).toEqual(
      expect.arrayContaining([
        [0.01, 0.03],
        [0.005, 0.02],
      ]),
    );
    expect(ranges('bounce-rate')).toEqual(
      expect.arrayContaining([
        [0.4, 0.6],
        [0.7, 0.8],
      ]),
    );
    expect(ranges('pages-per-session')).toEqual(
      expect.arrayContaining([
        [2, 3],
        [3, 5],
      ]),
    );
    expect(catalogue.metrics.get('page-views-yoy')?.benchmark?.low).toBe(1.2);
    expect(catalogue.metrics.get('session-duration')?.benchmark?.low).toBe(3);
    expect(catalogue.metrics.get('ltv-cac')?.benchmark?.low).toBe(3);
    expect(catalogue.metrics.get('exhibition-roi')?.benchmark?.low).toBe(5);
  });
});

function groupsOf(template: Template | undefined): Readonly<Record<string, readonly string[]>> {
  return template?.kind === 'pick-list'
    ? Object.fromEntries(template.groups.map(({ name, kpis }) => [name.ja, kpis.map(({ id }) => id)]))
    : {};
}

function planOf(id: string, answers: Answers = {}) {
  const made = makePlan(templates, [id], answers, { lang: 'ja', catalogue, start: dayOf('2026-04-01') });
  if (!made.ok) throw new Error(JSON.stringify(made.problems));
  return { plan: checkPlan(made.value, catalogue).parsed?.plan };
}

function targetsOf(id: string): Readonly<Record<string, string | undefined>> {
  const { plan } = planOf(id);
  return Object.fromEntries([...(plan?.nodes.values() ?? [])].map(node => [node.id, node.target?.value]));
}
