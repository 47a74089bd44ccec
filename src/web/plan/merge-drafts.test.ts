import { describe, expect, test } from 'vitest';
import { planViewOf } from '#contract/plan-view-of.ts';
import { parsePlan } from '#core/plan/build-plan.ts';
import type { PlanTexts } from './edit-plan.ts';
import { comparedDrafts, type PlanState, type Side } from './merge-drafts.ts';

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

const NONE: ReadonlyMap<string, Side> = new Map();

describe('[PLN-82] two drafts of one version', () => {
  const base = stateOf({ yaml: YAML, sheet: SHEET });

  test('changes of different values are put together, everything else to the byte', () => {
    const theirs = changed('target: 100 ', 'target: 120 ');
    const mine = changed('5 per month', '7 per month', SHEET.replace('4,6', '4,8'));
    const { clashes, settle } = comparedDrafts(base, theirs, mine);
    expect(clashes).toEqual([]);
    expect(settle(NONE)).toEqual({
      yaml: YAML.replace('target: 100 ', 'target: 120 ').replace('5 per month', '7 per month'),
      sheet: SHEET.replace('4,6', '4,8'),
    });
  });

  test('the same change made twice is no clash; different ones of one value are, and each can be taken', () => {
    const theirs = changed('5 per month', '7 per month');
    expect(comparedDrafts(base, theirs, theirs).settle(NONE)).toEqual(theirs.texts);
    const mine = stateOf({
      yaml: YAML.replace('5 per month', '9 per month').replace('target: 100 ', 'target: 90 '),
      sheet: SHEET,
    });
    const { clashes, settle } = comparedDrafts(base, theirs, mine);
    expect(clashes).toMatchObject([
      { kind: 'value', theirs: { of: 'orders', before: '5 per month', after: '7 per month' }, mine: { after: '9 per month' } },
    ]);
    const key = clashes[0]?.key ?? '';
    expect(settle(NONE)).toBeUndefined();
    expect(settle(new Map([[key, 'mine']]))).toEqual(mine.texts);
    expect(settle(new Map([[key, 'theirs']]))?.yaml).toBe(
      YAML.replace('5 per month', '7 per month').replace('target: 100 ', 'target: 90 '),
    );
  });

  test('what is more than values of one side goes together with values of the other', () => {
    const more = '  visits: { name: 訪問数, unit: count }\n';
    const theirs = stateOf({ yaml: YAML + more, sheet: SHEET });
    const mine = changed('5 per month } # 要確認', '7 per month } # 確認済み');
    const both = YAML.replace('5 per month } # 要確認', '7 per month } # 確認済み') + more;
    expect(comparedDrafts(base, theirs, changed('5 per month', '7 per month')).settle(NONE)?.yaml).toBe(
      YAML.replace('5 per month', '7 per month') + more,
    );
    expect(comparedDrafts(base, theirs, mine).settle(NONE)?.yaml).toBe(both);
  });

  test('where both wrote more than values into one line, the lines stand side by side', () => {
    const [theirs, mine] = [changed('# 要確認', '# 営業に確認'), changed('# 要確認', '# 確認済み')];
    const { clashes, settle } = comparedDrafts(base, theirs, mine);
    expect(clashes).toMatchObject([{ kind: 'lines', file: 'yaml', theirs: expect.stringContaining('# 営業に確認') }]);
    expect(settle(new Map([[clashes[0]?.key ?? '', 'theirs']]))).toEqual(theirs.texts);
    expect(settle(new Map([[clashes[0]?.key ?? '', 'mine']]))).toEqual(mine.texts);
  });

  test('a KPI that one side took out and the other changed is no silent loss', () => {
    const line = YAML.split('\n').find(text => text.startsWith('  price')) ?? '';
    const theirs = stateOf({ yaml: YAML.replace(`${line}\n`, '').replace('orders * price', 'orders * 100'), sheet: SHEET });
    const { clashes } = comparedDrafts(base, theirs, changed('target: 100 ', 'target: 120 '));
    expect(clashes).not.toEqual([]);
  });
});
