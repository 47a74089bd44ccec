import { EMPTY_CATALOGUE } from '../../src/core/metric/catalogue.ts';
import { prepareArithmetic } from '../../src/core/plan/arithmetic.ts';
import { parsePlan } from '../../src/core/plan/build-plan.ts';
import { checkPlan } from '../../src/core/plan/check-plan.ts';
import { goalVerdict } from '../../src/core/plan/verdict.ts';
import { planSchedule } from '../../src/core/planner/planner.ts';
import { repairPlan } from '../../src/core/repair/repair.ts';
import { warmUpPlan } from '../../src/web/plan/warm-up.ts';
import { writePlan } from '../../test/proof/plan-writer.ts';
import { Random } from '../../test/proof/random.ts';
import { randomTree } from '../../test/proof/tree-generator.ts';
import { worstValue } from '../../test/proof/tree-truth.ts';
import { bigPlan } from './big-plan.mjs';

/** Trees of the proof: drivers that are shared and pull both ways, delays, stocks, shares. */
const SEEDS = { 'a random tree': 41_000_045, 'another random tree': 41_000_155 };

/** What the page's worker does before it is asked anything. */
export function warmed() {
  must(checkPlan({ yaml: warmUpPlan }, EMPTY_CATALOGUE).goals.length > 0);
}

/** What is measured, each to be called again and again; every one checks its own result. */
export function adviceCases() {
  const shops = { yaml: bigPlan(1_000).yaml };
  const plans = {
    'shops and regions': shops,
    ...Object.fromEntries(Object.entries(SEEDS).map(([name, seed]) => [name, tree(seed)])),
  };
  const verdicts = Object.entries(plans).flatMap(([name, text]) => {
    const parsed = parsePlan(text, EMPTY_CATALOGUE);
    const prepared = parsed.ok ? prepareArithmetic(parsed.value.plan) : undefined;
    if (!prepared?.ok) throw new Error(name);
    const goals = [...prepared.arithmetic.plan.nodes.values()].filter(({ role }) => role === 'goal');
    const size = `${name}, ${prepared.arithmetic.plan.nodes.size} nodes`;
    return [
      {
        name: `verdict: ${size}`,
        work: () => {
          // A plan anew: of one that was judged before nothing is left to do.
          const arithmetic = { ...prepared.arithmetic, shape: {} };
          must(goals.every(goal => goalVerdict(goal, arithmetic).period.implied));
        },
      },
      { name: `check from the text: ${size}`, work: () => must(checkPlan(text, EMPTY_CATALOGUE).goals.length > 0) },
    ];
  });
  return [
    ...verdicts,
    { name: 'repair: 3 drivers', work: () => must(repairPlan({ yaml: SHOP }, EMPTY_CATALOGUE).kind === 'repaired') },
    {
      name: 'schedules: 4 shapes, 12 months and tail',
      work: () => must(planSchedule(RAMP, EMPTY_CATALOGUE, LAGS).kind === 'planned'),
    },
    {
      name: 'schedules anew after 5 months',
      work: () => must(planSchedule(RAMP, EMPTY_CATALOGUE, { ...LAGS, ...HAPPENED, catchUp: true }).kind === 'planned'),
    },
  ];
}

function must(isRight) {
  if (!isRight) throw new Error('a wrong result');
}

function tree(seed) {
  const random = new Random(seed);
  const made = randomTree(random, 1_000);
  const { over, under } = worstValue(made, made.plan) ?? { over: 1n, under: 1n };
  const value = String(over / under);
  return writePlan(
    { ...made.plan, goal: { id: 'goal', target: { sign: made.side === 'low' ? 'at-least' : 'at-most', value } } },
    random,
  );
}

const SHOP = `rashin: 1
plan: shop
period: 2026-04-01/2027-03-31
goals:
  sales: { unit: JPY, aggregation: sum, equals: visitors * cvr * price, target: 3億円 }
kpis:
  visitors: { unit: count, aggregation: sum, target: "= 100,000 per month" }
  cvr: { unit: ratio, aggregation: mean, target: "= 3%" }
  price: { unit: JPY, aggregation: mean, target: "= 5,000円" }
`;

const MONTHS = Array.from({ length: 12 }, (_, i) => new Date(Date.UTC(2026, 3 + i, 1)).toISOString().slice(0, 7));

const RAMP = {
  yaml: `rashin: 1
plan: funnel
period: 2026-04-01/2027-03-31
pipeline: baseline
goals:
  wins: { unit: count, aggregation: sum, equals: leads * rate, target: ">= 1 per month" }
kpis:
  leads: { unit: count, aggregation: sum, target: "= 200 per month", baseline: "200 per month" }
  rate: { unit: ratio, aggregation: mean, target: "= 5%" }
`,
  sheet: `node,kind,${MONTHS.join(',')}\nwins,target,10,11,12,13,15,16,18,19,21,23,25,28\n`,
};
const LAGS = { lags: new Map([['wins', [0, 0.15, 0.35, 0.3, 0.2]]]) };
const HAPPENED = { actuals: { levers: new Map([['leads', [250, 280, 300, 310, 320]]]), delivered: [10, 10, 11, 12, 14] } };
