import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parseCatalogue } from '#core/metric/catalogue.ts';
import { checkPlan, type PlanCheck } from '#core/plan/check-plan.ts';
import { goalsForAim } from '#core/plan/goals-for-aim.ts';
import type { PlanNode } from '#core/plan/plan.ts';
import { isPublishable } from '#core/plan/publishable.ts';
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

describe('the goal', () => {
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
    expect(codes(plan(''))).toEqual(expect.arrayContaining(['area-without-goal', 'goal-without-area']));
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
    expect(goal).toMatchObject({ role: 'goal', owner: 'head', rank: 1, kind: 'quantity', direction: 'up' });
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
});

describe('KPIs and their tree', () => {
  test('[DES-14] the sheet of a rate names both counts, its formula, its direction and how it adds up', () => {
    const metric = catalogue.metrics.get('sql-rate');
    expect(metric).toMatchObject({ unit: { kind: 'ratio' }, direction: 'up', aggregation: 'ratio', rhythm: 'weekly' });
    expect(metric?.formulaText).toBe('sqls / mqls');
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

function codes({ problems }: PlanCheck): readonly string[] {
  return problems.map(({ code }) => code);
}

function node(read: PlanCheck['parsed'], id: string): PlanNode {
  const found = read?.plan.nodes.get(id);
  if (!found) throw new Error(`no node ${id}`);
  return found;
}
