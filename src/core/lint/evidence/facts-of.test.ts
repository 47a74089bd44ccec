import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readCatalogue } from '../../../../build/catalogue.mjs';
import type { Day } from '../../calendar/day.ts';
import { parseCatalogue } from '../../metric/catalogue.ts';
import { checkPlan } from '../../plan/check-plan.ts';
import { sentence } from '../../problem/sentence.ts';
import { wholeExample } from '../page/rule-page.ts';
import { reviewKnowing } from '../review-plan.ts';
import { factsOf } from './facts-of.ts';
import type { NodeKnowledge } from './plan-knowledge.ts';

const read = parseCatalogue(readCatalogue(fileURLToPath(new URL('../../../../catalogue', import.meta.url))));
if (!read.ok) throw new Error('the catalogue has errors');
const catalogue = read.value;

const TODAY = '2026-07-01' as Day;

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const two = (number: number) => String(number).padStart(2, '0');
const month = (year: number, index: number) => ({
  from: `${year}-${two(index + 1)}-01` as Day,
  to: `${year}-${two(index + 1)}-${DAYS[index]}` as Day,
});
/** Twelve months before the plan and its first three. */
const BEFORE = [...Array.from({ length: 9 }, (_, i) => month(2025, i + 3)), ...[0, 1, 2].map(i => month(2026, i))];
const GONE = [3, 4, 5].map(i => month(2026, i));
const AHEAD = [...[6, 7, 8, 9, 10, 11].map(i => month(2026, i)), ...[0, 1, 2].map(i => month(2027, i))];

const known = (values: readonly number[], more: Partial<NodeKnowledge> = {}): NodeKnowledge => ({
  past: [...BEFORE, ...GONE].slice(0, values.length).map((range, i) => ({ ...range, value: values[i] ?? null })),
  ahead: AHEAD.map(range => ({ ...range, median: 200, low: 160, high: 240 })),
  lift: null,
  isMeasured: true,
  initiatives: 1,
  unseenDays: 0,
  ...more,
});

const PAST = [180, 190, 200, 210, 220, 205, 195, 185, 200, 210, 190, 200];

const planOf = (target: string, more = '') =>
  wholeExample(`goals:
  contract-revenue: { target: 1億円 by 2027-03-31, owner: sales }
kpis:
  leads: { target: ${target}, supports: [{ to: contract-revenue, because: 商談のもと }], owner: marketing }
${more}`);

function review(yaml: string, nodes: Readonly<Record<string, NodeKnowledge>>) {
  const check = checkPlan({ yaml }, catalogue);
  return reviewKnowing(check, catalogue, { today: TODAY, nodes, relations: [] }).problems;
}

const codes = (yaml: string, nodes: Readonly<Record<string, NodeKnowledge>>) => review(yaml, nodes).map(({ code }) => code);

test('[LNT-05] a target of 400 after twelve months of 180 to 220 is unrealistic, and its sentence says why', () => {
  const found = review(planOf('400 per month'), { leads: known(PAST) });
  const sentences = found
    .filter(({ code }) => code === 'target-unrealistic')
    .map(one => [sentence(one, 'ja'), sentence(one, 'en')]);
  expect(sentences).toEqual([
    [
      '「leads」の目標400は、過去最高220の1.5倍を超えています。過去12か月の実績は180〜220です。段階を分けるか、根拠を確かめてください。',
      'The target of "leads", 400, is more than half beyond its own best, 220. Its last 12 months were 180 to 220. Go in steps, or check what it rests on.',
    ],
  ]);
  expect(found.map(({ code }) => code)).toEqual(expect.arrayContaining(['target-outside-history', 'target-beyond-forecast']));
});

test('[LNT-05] nothing known, nothing said; 215 a month is neither too easy nor too much', () => {
  const evidence = /^target-(too-easy|unrealistic|outside-history|beyond-forecast)$|^not-measured$|^kpi-(without|formalised)/;
  expect(codes(planOf('400 per month'), {}).filter(code => evidence.test(code))).toEqual([
    'not-measured',
    'kpi-without-initiative',
  ]);
  expect(codes(planOf('215 per month'), { leads: known(PAST) }).filter(code => evidence.test(code))).toEqual([]);
});

test('[LNT-05] a target over a week or a year is judged over that time', () => {
  const seen = (target: string) => codes(planOf(target), { leads: known([...PAST, 200, 200, 200]) });
  expect(seen('48 per week')).not.toContain('target-unrealistic');
  expect(seen('92 per week')).toContain('target-unrealistic');
  expect(seen('600 per quarter')).not.toContain('target-outside-history');
  expect(seen('1200 per quarter')).toContain('target-outside-history');
  expect(seen('2,500')).not.toContain('target-beyond-forecast');
  expect(seen('4,800')).toContain('target-beyond-forecast');
});

test('[LNT-05] achievements are those of the last month that is over, each against what was due in it', () => {
  const check = checkPlan({ yaml: planOf('200 per month') }, catalogue);
  if (!check.arithmetic) throw new Error('the plan cannot be calculated');
  const facts = factsOf({ today: TODAY, nodes: { leads: known([...PAST, 100, 100, 150]) }, relations: [] }, check.arithmetic);
  expect(facts.achievements?.get('leads')).toBe(0.75);
  expect(facts.attention?.get('leads')).toEqual({ unseenDays: 0, initiatives: 1, behindMonths: 3 });
});

test('[LNT-07] unseen for thirty days, behind for three months and without initiative: a KPI for show', () => {
  const months = [...PAST, 100, 100, 100];
  const shows = (more: Partial<NodeKnowledge>) => codes(planOf('200 per month'), { leads: known(months, more) });
  expect(shows({ unseenDays: 30, initiatives: 0 })).toContain('kpi-formalised');
  expect(shows({ unseenDays: 29, initiatives: 0 })).not.toContain('kpi-formalised');
  expect(shows({ unseenDays: 30, initiatives: 1 })).not.toContain('kpi-formalised');
  expect(shows({ unseenDays: null, initiatives: 0 })).not.toContain('kpi-formalised');
  const recovered = { leads: known([...PAST, 100, 100, 200], { unseenDays: 30, initiatives: 0 }) };
  expect(codes(planOf('200 per month'), recovered)).not.toContain('kpi-formalised');
});
