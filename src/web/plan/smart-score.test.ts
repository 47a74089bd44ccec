import { describe, expect, test } from 'vitest';
import { planViewOf } from '#contract/plan-view-of.ts';
import { wireProblem } from '#contract/problem.ts';
import type { Day } from '#core/calendar/day.ts';
import type { NodeKnowledge, PlanKnowledge } from '#core/lint/evidence/plan-knowledge.ts';
import { reviewKnowing } from '#core/lint/review-plan.ts';
import { EMPTY_CATALOGUE } from '#core/metric/catalogue.ts';
import { checkPlan } from '#core/plan/check-plan.ts';
import { sentence } from '#core/problem/sentence.ts';
import { smartChanges, smartScore } from './smart-score.ts';

const PLAN = `rashin: 1
plan: saas
period: 2026-04-01/2027-03-31
goals:
  revenue: { name: 契約売上, target: 3億円 by 2027-03-31, unit: JPY, equals: deals * value, owner: sales }
kpis:
  deals: { name: 受注件数, target: 5 per month, unit: count of deal, owner: sales }
  value: { name: 平均契約額, target: 500万円, unit: JPY per deal, owner: sales }
  visits: { name: 訪問, unit: count of visit, watch: true }
`;

const known = (isMeasured: boolean, value: number | null = null): NodeKnowledge => ({
  past: value === null ? [] : [{ from: '2026-04-01' as Day, to: '2026-04-30' as Day, value }],
  ahead: [],
  lift: null,
  isMeasured,
  initiatives: 1,
  unseenDays: null,
});

function scoreOf(nodes: PlanKnowledge['nodes'] | undefined) {
  const knowledge = nodes && { today: '2026-07-01' as Day, nodes, relations: [] };
  const check = checkPlan({ yaml: PLAN }, EMPTY_CATALOGUE);
  if (!check.parsed) throw new Error('the plan cannot be read');
  const { problems } = reviewKnowing(check, EMPTY_CATALOGUE, knowledge);
  return smartScore(
    planViewOf(check.parsed, EMPTY_CATALOGUE),
    problems.map(one => wireProblem(one, sentence)),
    knowledge,
  );
}

describe('[DES-23] the five lights of a whole plan', () => {
  test('before anything is measured M and A are off everywhere; what is watched is not asked', () => {
    const score = scoreOf({});
    expect(score.rows.map(({ node }) => node.id)).toEqual(['revenue', 'deals', 'value']);
    expect(score.byLetter).toMatchObject({ M: 0, A: 0, S: 3, R: 3 });
    expect(score).toMatchObject({ all: 15, whole: 0 });
  });

  test('a source turns M on, and a past turns A on', () => {
    const before = scoreOf({ deals: known(false) });
    const now = scoreOf({ deals: known(true, 5) });
    expect(smartChanges(before, now).map(({ node, letter, isOn }) => [node.id, letter, isOn])).toEqual(
      expect.arrayContaining([['deals', 'M', true]]),
    );
    expect(now.on).toBeGreaterThan(before.on);
  });

  test('[REV-06] a source that is gone turns M off again', () => {
    const lost = smartChanges(scoreOf({ deals: known(true, 5) }), scoreOf({ deals: known(false, 5) }));
    expect(lost).toEqual([expect.objectContaining({ letter: 'M', isOn: false })]);
  });
});
