import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parseCatalogue } from '#core/metric/catalogue.ts';
import { checkPlan, type PlanCheck } from '#core/plan/check-plan.ts';
import { factorIdeas } from '#core/plan/factor-ideas.ts';
import { COMPANY_AIMS, goalsForAim } from '#core/plan/goals-for-aim.ts';
import { openRoles } from '#core/plan/kpi-roles.ts';
import { PHASE_FIELDS } from '#core/plan/phase-metrics.ts';
import type { PlanNode } from '#core/plan/plan.ts';
import { isPublishable } from '#core/plan/publishable.ts';
import { rhythmDuring } from '#core/plan/rhythm.ts';
import { decimalText } from '#core/plan/shown.ts';
import { parentOf, pathToGoal } from '#core/plan/tree.ts';
import { readCatalogue } from '../../build/catalogue.mjs';

/** Requirements on the design of a plan, each shown by the smallest plan that meets or breaks it: from its text to what is said. */
const parsed = parseCatalogue(readCatalogue(fileURLToPath(new URL('../../catalogue', import.meta.url))));
if (!parsed.ok) throw new Error('the catalogue has errors');
const catalogue = parsed.value;

test('[DES-04] what an aim proposes is in the catalogue', () => {
  const ideas = goalsForAim({ ja: '市場シェアと収益性', en: '' });
  expect(ideas.filter(id => !catalogue.metrics.has(id))).toEqual([]);
});

test('[DES-52] what phases propose is in the catalogue, in fields it knows', () => {
  const fields = new Set([...catalogue.metrics.values()].flatMap(({ domains }) => domains ?? []));
  expect(PHASE_FIELDS.flatMap(({ of }) => of).filter(field => !fields.has(field))).toEqual([]);
  const metrics = PHASE_FIELDS.flatMap(field => field.metrics.map(({ metric }) => metric));
  expect(metrics.filter(id => !catalogue.metrics.has(id))).toEqual([]);
});

describe('the goal', () => {
  test('[DES-02] an area whose goals no KPI leads to is pointed out; a plan without any area is asked for one', () => {
    const plan = (areas: string, area: string, equals: string) =>
      check(`${HEAD}
${areas}
goals:
  new-customers: { target: "1,000社 by 2027-03-31", ${area} ${equals} owner: sales }
kpis:
  leads: { target: 月500件, owner: marketing, supports: [{ to: other, because: They buy more }] }
  other: { unit: count, watch: true }
  win: { unit: ratio of new-customer over lead, target: 20%, owner: sales, watch: true }`);
    const areas = 'areas: { growth: { name: { ja: 新規顧客開拓, en: Winning customers } } }';
    expect(found(plan(areas, 'area: growth,', ''), 'area-without-kpi')).toEqual([
      { area: 'growth', nameJa: '新規顧客開拓', nameEn: 'Winning customers' },
    ]);
    expect(found(plan(areas, 'area: growth,', 'equals: leads * win,'), 'area-without-kpi')).toEqual([]);
    expect(found(plan('', '', ''), 'areas-none')).toEqual([{}]);
    expect(found(plan(areas, 'area: growth,', ''), 'areas-none')).toEqual([]);
  });

  test('[DES-02] a goal hangs on its result area; taken off it, both ends are pointed out', () => {
    const plan = (area: string) =>
      check(`${HEAD}
areas: { growth: { name: { ja: 新規顧客開拓, en: Winning customers } } }
goals:
  new-customers: { target: "1,000社 by 2027-03-31", ${area} equals: leads * win, owner: sales }
kpis:
  leads: { target: 月500件, owner: marketing }
  win: { unit: ratio of new-customer over lead, target: 20%, owner: sales }`);
    expect(codes(plan('area: growth,'))).toEqual([]);
    expect(codes(plan(''))).toEqual(['area-without-goal', 'goal-without-area']);
  });

  test('[DES-03] 年間売上5億円 with its date is the root; KPIs never are', () => {
    const { parsed: read, problems } = check(`${HEAD}
goals:
  revenue: { target: 年間売上5億円 by 2027-03-31, baseline: 年4億円, rank: 1, kind: quantity, equals: orders * aov, owner: head }
kpis:
  orders: { target: 月1万件, owner: shop }
  aov: { target: 5000円, owner: shop }
  followers: { target: "20,000", owner: social }`);
    const goal = node(read, 'revenue');
    expect(goal).toMatchObject({ role: 'goal', owner: 'head', rank: 1, kind: 'quantity', direction: 'up', horizon: 'long' });
    expect(['orders', 'aov', 'followers'].map(id => node(read, id).horizon)).not.toContain('long');
    expect(goal.target).toMatchObject({ value: '500000000', sign: 'at-least', by: '2027-03-31' });
    expect(goal.baseline).toMatchObject({ value: '400000000', per: 'year' });
    expect(read && parentOf(goal, read.plan)).toBeUndefined();
    expect(read && parentOf(node(read, 'orders'), read.plan)).toEqual({ id: 'revenue', by: 'formula' });
    expect(problems.filter(({ code }) => code === 'no-path-to-goal').map(({ at }) => at.join('.'))).toEqual(['kpis.followers']);
  });

  test('[DES-04] 収益性向上 proposes order value and repeat purchases, 市場シェア拡大 new customers; a goal that is one of them is left alone', () => {
    const proposed = (aim: string, goal = 'revenue') =>
      check(`${HEAD}\ngoals:\n  ${goal}: { aim: ${aim}, target: "1,000 by 2027-03-31", owner: head }`).problems.find(
        ({ code }) => code === 'goal-for-aim',
      )?.params.metrics;
    expect(proposed('収益性向上')).toEqual(['aov', 'repeat-rate']);
    expect(proposed('市場シェア拡大')).toEqual(['new-customers', 'market-share']);
    expect(proposed('市場シェア拡大', 'new-customers')).toBeUndefined();
    expect(proposed('働きやすさ')).toBeUndefined();
  });

  test('[DES-04] every aim on offer is recognised by its own name, proposes goals of the catalogue, and says why', () => {
    expect(COMPANY_AIMS.length).toBeGreaterThan(2);
    for (const { name, goals } of COMPANY_AIMS) {
      const ids = goals.map(({ metric }) => metric);
      expect(goalsForAim({ ja: name.ja, en: '' })).toEqual(expect.arrayContaining(ids));
      expect(goalsForAim({ ja: '', en: name.en })).toEqual(expect.arrayContaining(ids));
      expect(ids.filter(id => !catalogue.metrics.has(id))).toEqual([]);
      expect(goals.filter(({ because }) => because.ja === '' || because.en === '')).toEqual([]);
    }
    const why = 'aim-because: { ja: 続く成長の土台, en: What growth rests on }';
    const { parsed: read } = check(
      `${HEAD}\ngoals:\n  new-customers: { aim: 市場シェア拡大, ${why}, target: "1,000 by 2027-03-31" }`,
    );
    expect(node(read, 'new-customers').aimBecause).toEqual({ ja: '続く成長の土台', en: 'What growth rests on' });
  });

  test('[DES-05] 売上を増やす is refused, 年間売上10億円を達成する is a billion a year, a share asks for whom', () => {
    const goal = (id: string, target: string, more = '') =>
      check(`${HEAD}\ngoals:\n  ${id}: { target: "${target}", owner: head${more} }`);
    const vague = goal('revenue', '売上を増やす');
    expect(codes(vague)).toContain('target-vague');
    expect(isPublishable(vague.problems)).toBe(false);
    const clear = node(goal('revenue', '年間売上10億円を達成する').parsed, 'revenue');
    expect(clear.target).toMatchObject({ value: '1000000000', per: 'year' });
    expect(clear.unit).toMatchObject({ kind: 'money', currency: 'JPY' });
    const share = (more = '') => goal('awareness', 'ブランド認知度50% by 2027-03-31', `, unit: ratio${more}`);
    expect(codes(share())).toContain('population-missing');
    expect(isPublishable(share().problems)).toBe(false);
    const told = share(', population: { ja: ターゲット層, en: The target group }');
    expect(codes(told)).not.toContain('population-missing');
    expect(isPublishable(told.problems)).toBe(true);
  });

  test('[DES-06] a goal without a date is checked by the plan’s end and not published; 9ヶ月以内 is a date', () => {
    const goal = (target: string) => check(`${HEAD}\ngoals:\n  contracts: { unit: count, target: "${target}", owner: sales }`);
    expect(goal('100戸').problems.find(({ code }) => code === 'deadline-missing')?.params).toMatchObject({ end: '2027-03-31' });
    expect(isPublishable(goal('100戸').problems)).toBe(false);
    const within = goal('9ヶ月以内に100戸');
    expect(codes(within)).not.toContain('deadline-missing');
    expect(isPublishable(within.problems)).toBe(true);
    expect(codes(goal('未定'))).not.toContain('deadline-missing');
    expect(node(within.parsed, 'contracts').target?.by).toBe('2026-12-31');
  });

  test('[DES-12] shares of resources of 40, 30, 20 and 10 % are accepted; 40, 30, 20 and 20 % are refused, and so is more than all', () => {
    const plan = (...shares: readonly string[]) =>
      check(`${HEAD}
goals:
  revenue: { target: 1億円 by 2027-03-31, owner: head }
factors:
${shares.map((share, i) => `  f${i}: { supports: revenue, because: It pays, impact: 5, feasibility: 4${share} }`).join('\n')}`);
    const total = (...shares: readonly string[]) => found(plan(...shares), 'factor-shares');
    const accepted = plan(', share: 40%', ', share: 30%', ', share: 20%', ', share: 10%');
    expect(found(accepted, 'factor-shares')).toEqual([]);
    expect(isPublishable(accepted.problems)).toBe(true);
    const refused = plan(', share: 40%', ', share: 30%', ', share: 20%', ', share: 20%');
    expect(found(refused, 'factor-shares')).toEqual([{ total: '110' }]);
    expect(isPublishable(refused.problems)).toBe(false);
    expect(total(', share: 60%', '', '')).toEqual([]);
    expect(total(', share: 60%', ', share: 60%', '')).toEqual([{ total: '120' }]);
  });

  test('[DES-07] a fourth goal is pointed out; two without an order cannot be published', () => {
    const plan = (count: number, ranked: boolean) =>
      check(
        [`${HEAD}`, 'goals:']
          .concat(
            Array.from({ length: count }, (_, i) => {
              const rank = ranked ? `, rank: ${i + 1}` : '';
              return `  goal-${i + 1}: { unit: count, target: "100 by 2027-03-31", owner: head${rank} }`;
            }),
          )
          .join('\n'),
      );
    expect(codes(plan(4, true))).toContain('goals-too-many');
    expect(codes(plan(3, true))).not.toContain('goals-too-many');
    expect(codes(plan(2, false))).toContain('goal-rank');
    expect(isPublishable(plan(2, false).problems)).toBe(false);
    expect(isPublishable(plan(2, true).problems)).toBe(true);
  });

  test('[DES-08] the acquisition cost of the catalogue is a limit; an LTV of 50万円 is twenty-five times 2万円', () => {
    const { parsed: read, goals } = check(`${HEAD}
goals:
  ltv-cac: { target: "25 by 2027-03-31", equals: ltv / cac, owner: head }
kpis:
  ltv: { target: 50万円, owner: success }
  cac: { target: 2万円, owner: ads }`);
    expect(node(read, 'cac').target).toMatchObject({ value: '20000', sign: 'at-most' });
    expect(goals[0]?.period).toMatchObject({ verdict: 'reaches' });
    expect(goals[0]?.period.implied && decimalText(goals[0].period.implied)).toBe('25');
  });

  test('[DES-08] the catalogue marks the metrics that goals are usually set on, each with its good direction', () => {
    const usual = [...catalogue.metrics.values()]
      .filter(({ usualGoal }) => usualGoal)
      .map(({ id, direction }) => [id, direction]);
    expect(usual).toEqual(
      expect.arrayContaining([
        ['revenue-growth', 'up'],
        ['market-share', 'up'],
        ['new-customers', 'up'],
        ['ltv', 'up'],
        ['cac', 'down'],
      ]),
    );
    expect(usual.length).toBeLessThan(20);
  });

  test('[DES-08] LTV 50万円 beside CAC 2万円 shows 25:1 unasked; one of them alone shows nothing', () => {
    const plan = (more: string) => check(`${SALES}\n  cac: { target: 2万円, watch: true }${more}`);
    expect(found(plan('\n  ltv: { target: 50万円, watch: true }'), 'ltv-cac')).toEqual([{ ltv: 'ltv', cac: 'cac', ratio: '25' }]);
    expect(found(plan('\n  ltv: { target: 5万円, watch: true }'), 'ltv-cac')).toMatchObject([{ ratio: '2.5' }]);
    expect(found(plan(''), 'ltv-cac')).toEqual([]);
  });

  test('[DES-09] a billion yen at 5,000 yen and four purchases a year take 50,000 customers; at 6,000 and three 55,556', () => {
    const needed = (price: string, frequency: number) =>
      check(`${HEAD}
goals:
  revenue-in-year: { target: "10億円 by 2027-03-31", equals: customers * frequency * aov, owner: head }
kpis:
  customers: { metric: buyers-in-year, owner: crm }
  frequency: { metric: purchase-frequency, target: ${frequency}, owner: crm }
  aov: { target: ${price}, owner: shop }`);
    const found = (plan: PlanCheck) => plan.problems.find(({ code }) => code === 'missing-factor')?.params.needed;
    expect(found(needed('5000円', 4))).toBe('50000');
    expect(found(needed('6000円', 3))).toBe('55555.555555555556');
  });

  test('[DES-09] several ways to take one goal apart are judged side by side, each as if it were the formula', () => {
    const plan = check(`${HEAD}
goals:
  revenue-in-year:
    target: 10億円 by 2027-03-31
    equals: customers * frequency * aov
    alternatives:
      - orders-in-year * aov
      - { equals: reach * aov, name: { ja: 来訪から, en: From visits } }
    owner: head
kpis:
  customers: { metric: buyers-in-year, target: "50,000", owner: crm }
  frequency: { metric: purchase-frequency, target: 4, owner: crm }
  aov: { target: 5000円, owner: shop }
  orders-in-year: { unit: count of order, aggregation: last, target: "180,000", owner: shop }
  reach: { unit: count of order, aggregation: last, owner: shop }`);
    const [own, orders, visits] = plan.ways;
    expect(plan.ways.map(({ formula, isChosen }) => [formula, isChosen])).toEqual([
      ['customers * frequency * aov', true],
      ['orders-in-year * aov', false],
      ['reach * aov', false],
    ]);
    expect(own?.period.verdict).toBe('reaches');
    expect([orders?.period.verdict, orders?.period.shortBy && decimalText(orders.period.shortBy)]).toEqual([
      'short',
      '100000000',
    ]);
    expect([visits?.period.verdict, visits?.missing, visits?.needed]).toEqual(['cannot-tell', ['reach'], '200000']);
    expect(found(plan, 'other-way').map(({ nameEn, verdict }) => [nameEn, verdict])).toEqual([
      ['orders-in-year * aov', 'short'],
      ['From visits', 'cannot-tell'],
    ]);
    expect(codes(plan)).not.toContain('no-path-to-goal');
  });

  test('[DES-09] another way with unknown names, misfitting units or a circle is refused where it stands', () => {
    const plan = (way: string) =>
      check(SALES.replace('equals: orders * aov,', `equals: orders * aov, alternatives: ["${way}"],`)).problems.filter(
        ({ severity }) => severity === 'error',
      );
    const told = (way: string) => plan(way).map(({ code, at }) => [code, at.join('.')]);
    expect(told('orders * nothing')).toContainEqual(['unknown-reference', 'goals.revenue.alternatives.0']);
    expect(told('orders / aov')).toEqual([['unit-mismatch', 'goals.revenue.alternatives.0']]);
    expect(told('orders * aov + revenue')).toEqual([['cycle', 'goals.revenue.alternatives.0']]);
    expect(told('orders * aov')).toEqual([]);
  });

  test('[DES-10] 顧客数 × 顧客単価 × 購入頻度 proposes four factors: two for the customers, one for each of the rest', () => {
    const plan = (factors: string) =>
      check(`${HEAD}
goals:
  revenue-in-year: { target: "10億円 by 2027-03-31", equals: customers * frequency * aov, owner: head }
${factors}kpis:
  customers: { metric: buyers-in-year, target: "50,000", owner: crm }
  frequency: { metric: purchase-frequency, target: 4, owner: crm }
  aov: { target: 5000円, owner: shop }`);
    expect(found(plan(''), 'factors-proposed')[0]?.factorsJa).toEqual([
      '新規顧客を獲得する',
      '既存顧客を維持する',
      'リピートの頻度を高める',
      '顧客単価を高める',
    ]);
    const own = 'factors: { loyal: { supports: revenue-in-year, because: They stay } }\n';
    expect(found(plan(own), 'factors-proposed')).toEqual([]);
    const plain = { id: 'x', metric: 'x', name: { ja: '返品率', en: 'Returns' }, direction: 'down' } as const;
    expect(factorIdeas([plain]).map(({ id, name }) => [id, name.ja])).toEqual([['lower-x', '返品率を抑える']]);
  });

  test('[DES-10] a factor that no KPI measures is pointed out', () => {
    const plan = (under: string) =>
      check(`${HEAD}
goals:
  revenue: { target: 10億円 by 2027-03-31, equals: orders * aov, owner: head }
factors:
  traffic: { supports: revenue, because: More visitors make more orders }
kpis:
  orders: { ${under} target: 月2万件, owner: shop }
  aov: { target: 5000円, owner: shop }`);
    expect(codes(plan(''))).toEqual(['factor-without-kpi']);
    expect(codes(plan('under: traffic,'))).toEqual([]);
  });

  test('[DES-11] 回遊率を高める without a reason is asked for it and not published; with one it stands as a hypothesis without data', () => {
    const plan = (because: string) =>
      check(`${SALES}
  browsing: { unit: ratio, target: 30%, supports: revenue, ${because} owner: web }`);
    expect(codes(plan(''))).toEqual(['without-reason']);
    expect(isPublishable(plan('').problems)).toBe(false);
    const reasoned = plan('because: 回遊率が高まると商品の露出が増え、買う機会が増える,');
    expect(codes(reasoned)).toEqual([]);
    expect(isPublishable(reasoned.problems)).toBe(true);
    expect(node(reasoned.parsed, 'browsing').supports).toMatchObject([{ to: 'revenue', sign: '+', evidence: 'none' }]);
  });

  test('[DES-11] an influence says how strongly it is believed, apart from what it rests on', () => {
    const plan = (belief: string) =>
      check(`${SALES}
  browsing: { unit: ratio, target: 30%, owner: web, supports: [{ to: revenue, because: More is seen, evidence: opinion${belief} }] }`);
    expect(node(plan(', belief: strong').parsed, 'browsing').supports[0]).toMatchObject({
      evidence: 'opinion',
      belief: 'strong',
    });
    expect(node(plan('').parsed, 'browsing').supports[0]?.belief).toBeUndefined();
    expect(codes(plan(', belief: surely'))).toEqual(['wrong-value']);
  });
});

describe('KPIs and their tree', () => {
  test('[DES-01] a KPI without audience or definition is incomplete: role 3; without a decision role 2; without a number role 1', () => {
    const plan = (orders: string) => check(SALES.replace('target: 月2万件, owner: shop', orders));
    const open = (orders: string) => openRoles(node(plan(orders).parsed, 'orders'));
    const told =
      'audience: { ja: 週次会議の参加者, en: The weekly meeting }, decision: { ja: 広告費を増やすか, en: Whether to advertise more }';
    expect(open('target: 月2万件')).toEqual([2, 3]);
    expect(open(`target: 月2万件, ${told}`)).toEqual([]);
    expect(open(`target: 月2万件, ${told}`.replace(/audience: .*?}, /, ''))).toEqual([3]);
    expect(open(told)).toEqual([1]);
    const own = (meaning: string) =>
      openRoles(node(check(`${SALES}\n  own: { unit: count, target: 月5件, ${meaning}${told} }`).parsed, 'own'));
    expect(own('')).toEqual([3]);
    expect(own('meaning: { ja: 受け取った紹介の数, en: Referrals received }, ')).toEqual([]);
    expect(found(plan('target: 月2万件'), 'kpi-role-open').map(({ role, nodes }) => [role, nodes])).toEqual([
      ['2', ['orders', 'aov']],
      ['3', ['orders', 'aov']],
    ]);
  });

  test('[VIS-05] [DES-01] limits of a light are shares, near no higher than met, and read as written', () => {
    const lights = (text: string) => check(SALES.replace('target: 月2万件,', `target: 月2万件, lights: ${text},`));
    const read = (text: string) => node(lights(text).parsed, 'orders').lights;
    expect(read('{ met: 95%, near: 80% }')).toEqual({ met: '0.95', near: '0.8' });
    expect(read('{ near: 0.85 }')).toEqual({ near: '0.85' });
    expect(read('{ met: 110 }')).toEqual({ met: '1.1' });
    for (const wrong of ['{ met: 80%, near: 90% }', '{ met: 85% }', '{ met: 300% }', '{ near: 0 }', '{ met: soon }'])
      expect(codes(lights(wrong))).toEqual(['lights-unreadable']);
  });

  test('[DES-14] the sheet of a rate names both counts, its formula, its direction and how it adds up', () => {
    const metric = catalogue.metrics.get('sql-rate');
    expect(metric).toMatchObject({ unit: { kind: 'ratio' }, direction: 'up', aggregation: 'ratio', rhythm: 'weekly' });
    expect(metric?.formulaText).toBe('sqls / mqls');
  });

  test('[DES-14] who measures it has a field of its own, and a KPI of the plan’s own says what is counted', () => {
    const { parsed: read } = check(`${SALES}
  referrals: { unit: count, target: 月5件, watch: true, measured-by: sales/sato, meaning: { ja: 受け取った紹介の数, en: Referrals received } }`);
    expect(node(read, 'referrals')).toMatchObject({ measuredBy: 'sales/sato', meaning: { ja: '受け取った紹介の数' } });
    expect(node(read, 'orders').meaning).toEqual(catalogue.metrics.get('orders')?.meaning);
  });

  test('[DES-17] a KPI is measured as often as its kind asks for, unless the plan says otherwise', () => {
    const { parsed: read } = check(`${SALES}
  ctr: { target: 2%, watch: true }
  market-share: { target: 10%, watch: true }
  cvr: { target: 3%, watch: true }
  sql-rate: { target: 50%, rhythm: daily, watch: true }`);
    expect(['ctr', 'market-share', 'cvr', 'sql-rate'].map(id => node(read, id).rhythm)).toEqual([
      'daily',
      'quarterly',
      'weekly',
      'daily',
    ]);
  });

  test('[DES-17] what gives fewer than two values between two reviews is too slow; without reviews nothing is', () => {
    const slow = (review: string) =>
      found(
        check(`${SALES.replace('goals:', `${review}goals:`)}
  ctr: { target: 2%, rhythm: daily, watch: true }
  cvr: { target: 3%, rhythm: weekly, watch: true }
  repeat-rate: { target: 3%, rhythm: monthly, watch: true }`),
        'rhythm-slow',
      ).map(({ nodes }) => nodes);
    expect(slow('review: quarterly\n')).toEqual([]);
    expect(slow('review: monthly\n')[0]).toContain('repeat-rate');
    expect(slow('review: monthly\n')[0]).not.toContain('cvr');
    expect(slow('review: weekly\n')[0]).toEqual(expect.arrayContaining(['cvr', 'repeat-rate']));
    expect(slow('review: daily\n')[0]).not.toContain('ctr');
    expect(slow('')).toEqual([]);
  });

  test('[DES-17] a running campaign quickens weekly to daily, and its end brings the usual rhythm back', () => {
    expect([true, false].map(running => rhythmDuring('weekly', running))).toEqual(['daily', 'weekly']);
    expect((['daily', 'monthly', 'quarterly', 'yearly'] as const).map(usual => rhythmDuring(usual, true))).toEqual([
      'daily',
      'weekly',
      'monthly',
      'quarterly',
    ]);
  });

  test('[DES-24] goal, factor, KPI and the KPI below it are four levels; a KPI may serve two factors and has one parent', () => {
    const { parsed: read } = check(`${HEAD}
goals:
  revenue: { target: 10億円 by 2027-03-31, equals: orders * aov, owner: head }
factors:
  checkout: { supports: revenue, because: Easier buying makes orders }
  trust: { supports: revenue, because: Trusted shops sell more }
kpis:
  orders: { under: checkout, equals: visitors * visitor-cvr }
  aov: { target: 5000円, owner: shop }
  visitors: { unit: count of visitor, target: 月67万人, owner: web }
  visitor-cvr: { unit: ratio of order over visitor, target: 3%, owner: web }
  reviews: { unit: count, under: visitor-cvr, target: 月100件, owner: shop, supports: [visitor-cvr, trust], because: Reviews persuade }`);
    if (!read) throw new Error('the plan cannot be read');
    expect(parentOf(node(read, 'orders'), read.plan)).toEqual({ id: 'checkout', by: 'factor' });
    expect(parentOf(node(read, 'reviews'), read.plan)).toEqual({ id: 'visitor-cvr', by: 'place' });
    expect(node(read, 'reviews').supports.map(({ to }) => to)).toEqual(['visitor-cvr', 'trust']);
    expect(pathToGoal('visitor-cvr', read.plan).map(({ to }) => to)).toEqual(['orders', 'revenue']);
  });

  test('[DES-38] KPIs with a target and without an owner are counted and named until somebody answers for them', () => {
    const plan = (owner: string) =>
      check(`${HEAD}
goals:
  orders: { target: "36,000 by 2027-03-31", equals: visitors * visitor-cvr, owner: head }
kpis:
  visitors: { unit: count of visitor, target: 月10万人${owner} }
  visitor-cvr: { unit: ratio of order over visitor, target: 3%${owner} }
  ctr: { target: 2%, supports: orders, because: Clicks bring visitors${owner} }
  aov: { target: 5000円, supports: orders, because: Told for the price${owner} }`);
    const missing = plan('').problems.find(({ code }) => code === 'owners-missing');
    expect(missing?.params.nodes).toEqual(['visitors', 'visitor-cvr', 'ctr', 'aov']);
    expect(missing?.severity).toBe('warning');
    expect(isPublishable(plan('').problems)).toBe(false);
    expect(codes(plan(', owner: web'))).toEqual([]);
    expect(isPublishable(plan(', owner: web').problems)).toBe(true);
  });

  test('[DES-38] months in the sheet are a target too; what is undecided or calculated waits for nobody', () => {
    const yaml = `${HEAD}
goals:
  orders: { target: "36,000 by 2027-03-31", equals: visitors * visitor-cvr, owner: head }
kpis:
  visitors: { unit: count of visitor }
  visitor-cvr: { unit: ratio of order over visitor, target: 未定 }`;
    const sheet = 'node,kind,department,medium,2026-04\nvisitors,target,,,1000\n';
    const { problems } = checkPlan({ yaml, sheet }, catalogue);
    expect(problems.find(({ code }) => code === 'owners-missing')?.params.nodes).toEqual(['visitors']);
  });
});

describe('numbers that agree', () => {
  test('[DES-26] 1,000 × 2% × 5,000円 falls 79,900,000円 short of 8,000万円', () => {
    const october = product('月1,000人', '2%', '5,000円', '8,000万円 by 2026-10-31').replace(YEAR, '2026-10-01/2026-10-31');
    const { goals, problems } = check(october);
    expect(goals[0]?.period.verdict).toBe('short');
    expect(problems.find(({ code }) => code === 'goal-short')?.params).toMatchObject({
      implied: '100000',
      wanted: '80000000',
      shortBy: '79900000',
      coverage: '0.00125',
    });
  });

  test('[DES-26] each month’s target times twelve is held against a goal of a year: 60%, 100% and no tolerance', () => {
    const coverage = (visitors: string, target: string) => {
      const period = check(product(visitors, '3%', '5,000円', target)).goals[0]?.period;
      return [period?.verdict, period?.coverage && decimalText(period.coverage)];
    };
    expect(coverage('月10万人', '3億円 by 2027-03-31')).toEqual(['short', '0.6']);
    expect(coverage('月10万人', '1億8,000万円 by 2027-03-31')).toEqual(['reaches', '1']);
    expect(coverage('月10万人', '180,000,001円 by 2027-03-31')[0]).toBe('short');
  });

  test('[DES-28] a rate of 1,600% is impossible as a target and as a way out; a net retention of 115% is none', () => {
    expect(codes(check(`${SALES}\n  cvr: { target: 1600%, watch: true }`))).toContain('target-impossible');
    expect(codes(check(`${SALES}\n  nrr: { target: 115%, watch: true }`))).not.toContain('target-impossible');
    expect(codes(check(`${SALES}\n  leads: { target: "-5 per month", watch: true }`))).toContain('target-impossible');
    const goal = check(product('月1,000人', '2%', '5,000円', '月8,000万円')).goals[0];
    const ways = goal?.alone.map(({ node: id, value, possible }) => [id, decimalText(value), possible]);
    expect(ways).toEqual([
      ['visitors', '800000', 'yes'],
      ['buying', '16', 'over-limit'],
      ['price', '4000000', 'yes'],
    ]);
  });

  test('[DES-30] 15% × 70% is 10.5%: a purchase rate of 3% takes 28.57% who see a product', () => {
    const plan = (viewing: string) =>
      check(`${SALES}
  purchase-cvr: { target: 3%, watch: true }
  product-view-rate: { ${viewing}, watch: true }
  cart-add-rate: { target: 15%, watch: true }
  cart-completion-rate: { target: 70%, watch: true }`);
    const rates = plan('target: 60%').problems.find(({ code }) => code === 'identity-mismatch')?.params;
    expect(rates).toMatchObject({ leftValue: '0.03', rightValue: '0.063' });
    expect(codes(plan('target: 28.57%'))).not.toContain('identity-mismatch');
  });

  test('[DES-31] a count stated beside its rate must be what the rate gives', () => {
    const plan = (mqls: string) =>
      check(`${HEAD}
goals:
  mqls: { target: "720 by 2027-03-31", equals: marketing-mqls, owner: head }
kpis:
  marketing-mqls: { unit: count of mql, equals: leads * mql-rate, target: ${mqls}, owner: marketing }
  leads: { target: 月200件, owner: marketing }
  mql-rate: { target: 30%, owner: marketing }`);
    expect(codes(plan('月60件'))).toEqual([]);
    expect(plan('月70件').problems.find(({ code }) => code === 'stated-mismatch')).toBeDefined();
  });

  test('[DES-33] eleven a month for nine months are one short of a hundred, twelve are enough, the pace is 11.12', () => {
    const pace = (monthly: number) =>
      check(`rashin: 1
plan: homes
period: 2026-04-01/2026-12-31
goals:
  contracts: { target: "100戸 by 2026-12-31", equals: monthly, owner: sales }
kpis:
  monthly: { unit: count of contract, target: 月${monthly}件以上, owner: sales }`).goals[0];
    const [short, enough] = [pace(11), pace(12)];
    expect([short?.period.verdict, short?.period.shortBy && decimalText(short.period.shortBy)]).toEqual(['short', '1']);
    expect(short?.alone.map(({ value }) => decimalText(value))).toEqual(['11.111111111111']);
    expect([enough?.period.verdict, enough?.period.implied && decimalText(enough.period.implied)]).toEqual(['reaches', '108']);
  });

  test('[DES-34] 10% a month from 10,000 is 17,716 after six months, not 20,000; that takes 12.25%', () => {
    const plan = (growth: string) =>
      check(`rashin: 1
plan: social
period: 2026-04-01/2026-09-30
goals:
  followers: { baseline: 1万人, target: "2万人 by 2026-09-30", owner: social }
kpis:
  follower-growth: { target: ${growth}, supports: followers, because: Growth adds up, owner: social }`);
    const found = plan('10%').problems.find(({ code }) => code === 'growth-mismatch')?.params;
    expect(found).toMatchObject({ level: '17715.61', wanted: '20000', needed: '0.122462048309', months: 6 });
    expect(codes(plan('12.25%'))).not.toContain('growth-mismatch');
  });

  test('[DES-35] what is left of 60% is 40%; twice and a half a year is every 146 days', () => {
    const cart = (abandoned: string) =>
      check(`${SALES}
  cart-completion-rate: { target: 60%, watch: true }
  cart-abandonment-rate: { target: ${abandoned}, watch: true }`);
    const cycle = (frequency: string, days: number) =>
      check(`${SALES}
  purchase-frequency: { target: ${frequency}, watch: true }
  purchase-interval-days: { target: ${days}日以内, watch: true }`);
    expect(codes(cart('40%以下'))).not.toContain('identity-mismatch');
    expect(codes(cart('50%以下'))).toContain('identity-mismatch');
    expect(codes(cycle('2.5', 120))).toContain('identity-mismatch');
    expect(codes(cycle('4', 90))).not.toContain('identity-mismatch');
  });

  test('[DES-36] 60% direct and 40% by agencies are a whole, 60% and 35% are not', () => {
    const plan = (agency: string) =>
      check(`${SALES}
  direct: { unit: ratio, target: = 60%, watch: true }
  agency: { unit: ratio, target: = ${agency}, watch: true }
compositions: { channel: [direct, agency] }`);
    expect(codes(plan('40%'))).not.toContain('composition-total');
    expect(plan('35%').problems.find(({ code }) => code === 'composition-total')?.params).toMatchObject({ total: '0.95' });
  });
});

const YEAR = '2026-04-01/2027-03-31';
const HEAD = `rashin: 1\nplan: design\nperiod: ${YEAR}`;
/** Twelve months of a goal that is met exactly; KPIs may follow. */
const SALES = `${HEAD}
goals:
  revenue: { target: 12億円 by 2027-03-31, equals: orders * aov, owner: head }
kpis:
  orders: { target: 月2万件, owner: shop }
  aov: { target: 5000円, owner: shop }`;

function product(visitors: string, buying: string, price: string, target: string): string {
  return `${HEAD}
goals:
  sales: { unit: JPY, target: "${target}", equals: visitors * buying * price, owner: head }
kpis:
  visitors: { unit: count of visitor, target: "${visitors}", owner: web }
  buying: { unit: ratio of order over visitor, target: ${buying}, owner: web }
  price: { unit: JPY per order, target: "${price}", owner: shop }`;
}

function check(yaml: string): PlanCheck {
  return checkPlan({ yaml, sheet: '' }, catalogue);
}

/** Codes of errors and warnings; notes are asked for by name. */
function codes({ problems }: PlanCheck): readonly string[] {
  return problems.filter(({ severity }) => severity !== 'info').map(({ code }) => code);
}

function found({ problems }: PlanCheck, code: string) {
  return problems.filter(problem => problem.code === code).map(({ params }) => params);
}

function node(read: PlanCheck['parsed'], id: string): PlanNode {
  const found = read?.plan.nodes.get(id);
  if (!found) throw new Error(`no node ${id}`);
  return found;
}
