import { describe, expect, test } from 'vitest';
import { planViewOf } from '#contract/plan-view-of.ts';
import { parsePlan } from '#core/plan/build-plan.ts';
import type { PlanTexts } from './edit-plan.ts';
import { mergedTexts, type PlanState } from './merge-drafts.ts';

const CATALOGUE = { things: new Map(), metrics: new Map() };
const YAML = `rashin: 1
plan: p
name: p
period: 2026-04-01/2026-05-31
goals:
  sales: { name: 売上, unit: JPY, target: 1000 by 2026-05-31, equals: orders * price }
kpis:
  orders: { name: 注文数, unit: count, target: 5 per month } # 要確認
  price: { name: 単価, unit: JPY, target: 100 }
`;
const SHEET = 'node,kind,2026-04,2026-05\norders,target,4,6\n';

function stateOf(texts: PlanTexts): PlanState {
  const parsed = parsePlan(texts, CATALOGUE);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return { texts, view: planViewOf(parsed.value, CATALOGUE) };
}

const changed = (from: string, to: string, sheet = SHEET) => stateOf({ yaml: YAML.replace(from, to), sheet });

describe('[PLN-82] two drafts of one version', () => {
  const base = stateOf({ yaml: YAML, sheet: SHEET });

  test('changes of different values are put together, everything else to the byte', () => {
    const theirs = changed('target: 100 ', 'target: 120 ');
    const mine = changed('5 per month', '7 per month', SHEET.replace('4,6', '4,8'));
    expect(mergedTexts(base, theirs, mine)).toEqual({
      yaml: YAML.replace('target: 100 ', 'target: 120 ').replace('5 per month', '7 per month'),
      sheet: SHEET.replace('4,6', '4,8'),
    });
  });

  test('the same change made twice is no clash; different ones of one value are', () => {
    const theirs = changed('5 per month', '7 per month');
    expect(mergedTexts(base, theirs, theirs)).toEqual(theirs.texts);
    expect(mergedTexts(base, theirs, changed('5 per month', '9 per month'))).toBeUndefined();
  });

  test('what is more than values is left to somebody to decide', () => {
    expect(mergedTexts(base, base, changed('# 要確認', '# 確認済み'))).toBeUndefined();
    const more = '  visits: { name: 訪問数, unit: count }\n';
    expect(mergedTexts(base, base, stateOf({ yaml: YAML + more, sheet: SHEET }))).toBeUndefined();
  });
});
