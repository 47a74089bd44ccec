import { describe, expect, test } from 'vitest';
import { editPlan } from './edit-plan.ts';

const YAML = `goals:
  sales: { target: 3億円 by 2027-03-31, owner: sales/sato } # 経営会議
kpis:
  leads:
    name: { ja: リード数, en: Leads }
    target:   200 per month
  rate: { name: 成約率, target: 25% }
`;
const SHEET = 'node,kind,2026-04,2026-05\r\nleads,target,190,180\r\n';

function edited(edit: Parameters<typeof editPlan>[1]): string {
  const texts = editPlan({ yaml: YAML, sheet: SHEET }, edit);
  return texts ? `${texts.yaml}---${texts.sheet}` : 'refused';
}

const BEFORE = `${YAML}---${SHEET}`;

test('[PLN-50] a target changes its own characters and nothing else', () => {
  expect(edited({ kind: 'field', role: 'kpi', node: 'leads', field: 'target', value: '223 per month' })).toBe(
    BEFORE.replace('200 per month', '223 per month'),
  );
  expect(edited({ kind: 'field', role: 'goal', node: 'sales', field: 'target', value: '2.8億円 by 2027-03-31' })).toBe(
    BEFORE.replace('3億円', '2.8億円'),
  );
});

test('[PLN-50] an owner is added, and taken out by an empty value', () => {
  expect(edited({ kind: 'field', role: 'kpi', node: 'rate', field: 'owner', value: 'sales/sato' })).toBe(
    BEFORE.replace('target: 25% }', 'target: 25%, owner: sales/sato }'),
  );
  expect(edited({ kind: 'field', role: 'goal', node: 'sales', field: 'owner', value: ' ' })).toBe(
    BEFORE.replace(', owner: sales/sato', ''),
  );
});

test('[PLN-50] a name changes in its language, or where it has one spelling', () => {
  expect(edited({ kind: 'words', role: 'kpi', node: 'leads', field: 'name', lang: 'ja', value: '新規リード数' })).toBe(
    BEFORE.replace('ja: リード数', 'ja: 新規リード数'),
  );
  expect(edited({ kind: 'words', role: 'kpi', node: 'rate', field: 'name', lang: 'ja', value: '受注率' })).toBe(
    BEFORE.replace('成約率', '受注率'),
  );
});

test('[PLN-50] a reason is added where there is none', () => {
  expect(edited({ kind: 'words', role: 'kpi', node: 'rate', field: 'because', lang: 'ja', value: '前年並み' })).toBe(
    BEFORE.replace('target: 25% }', 'target: 25%, because: 前年並み }'),
  );
});

test('[PLN-50] months of the sheet change their cells, all or none', () => {
  expect(edited({ kind: 'months', node: 'leads', months: { '2026-05': '210' } })).toBe(BEFORE.replace('190,180', '190,210'));
  expect(edited({ kind: 'months', node: 'leads', months: { '2026-04': '200', '2026-05': '210' } })).toBe(
    BEFORE.replace('190,180', '200,210'),
  );
  expect(edited({ kind: 'months', node: 'leads', months: { '2026-05': '1', '2030-01': '1' } })).toBe('refused');
});

test('[PLN-50] a text that cannot be read is not edited', () => {
  expect(
    editPlan({ yaml: 'goals: [', sheet: '' }, { kind: 'field', role: 'goal', node: 'sales', field: 'target', value: '1' }),
  ).toBeUndefined();
});

describe('[PLN-80] [PLN-81] KPIs that come and go', () => {
  const yaml = 'kpis:\n  a: { target: 5, pair: b }\n  b: { target: 6 }\n';
  const sheet = 'node,kind,2026-04\na,target,1\nb,target,2\n';

  test('a new one is written with what is known of it', () => {
    const after = editPlan({ yaml, sheet }, { kind: 'add', node: 'c', fields: { name: '訪問数', unit: '件', target: ' ' } });
    expect(after?.yaml).toBe(`${yaml}  c: { name: 訪問数, unit: 件 }\n`);
  });

  test('an id that is taken is refused', () => {
    expect(editPlan({ yaml, sheet }, { kind: 'add', node: 'a', fields: {} })).toBeUndefined();
  });

  test('one that goes takes its lines and its being a partner with it', () => {
    const after = editPlan({ yaml, sheet }, { kind: 'remove', node: 'b', partners: ['a'] });
    expect(after).toEqual({ yaml: 'kpis:\n  a: { target: 5 }\n', sheet: 'node,kind,2026-04\na,target,1\n' });
  });
});
