import { describe, expect, test } from 'vitest';
import { editPlan, type PlanEdit } from './edit-plan.ts';

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

describe('what a plan says beside its numbers', () => {
  const YAML = `goals:
  sales: { target: 10, equals: a * b, alternatives: [c * d, { equals: e, name: Other }] }
kpis:
  a: { target: 1, supports: sales }
  b:
    target: 2
    supports: [sales, { to: a, evidence: opinion }]
`;
  const edited = (edit: PlanEdit, yaml = YAML) => editPlan({ yaml, sheet: '' }, edit)?.yaml;

  test('[DES-11] an influence keeps its name when it is given a belief, and its place among several', () => {
    const belief = (node: string, index: number, value: string) =>
      edited({ kind: 'influence', role: 'kpi', node, index, field: 'belief', value });
    expect(belief('a', 0, 'strong')).toContain('supports: [{ to: sales, belief: strong }]');
    expect(belief('b', 0, 'weak')).toContain('supports: [{ to: sales, belief: weak }, { to: a, evidence: opinion }]');
    expect(belief('b', 1, 'weak')).toContain('supports: [sales, { to: a, evidence: opinion, belief: weak }]');
    expect(edited({ kind: 'influence', role: 'kpi', node: 'b', index: 1, field: 'evidence', value: '' })).toContain('{ to: a }');
    expect(belief('b', 2, 'weak')).toBeUndefined();
  });

  test('[VIS-05] limits of a light are written, changed, and gone when both are empty', () => {
    const lights = (met: string, near: string, yaml = YAML) =>
      edited({ kind: 'lights', role: 'kpi', node: 'a', met, near }, yaml);
    const once = lights('95%', '80%') ?? '';
    expect(once).toContain('lights: { met: 95%, near: 80% }');
    expect(lights('', '85%', once)).toContain('lights: { near: 85% }');
    expect(lights('', '', once)).toBe(YAML);
  });

  test('[DES-50] [DES-51] channels in use are written, changed and taken out as one list, however it was written', () => {
    const channels = (values: readonly string[], yaml: string) => edited({ kind: 'channels', values }, yaml);
    expect(channels(['search', 'LINE公式'], 'plan: p\nphase: growth\n')).toBe(
      'plan: p\nphase: growth\nchannels: [search, LINE公式]\n',
    );
    expect(channels(['sns'], 'channels: [ search,  ad ] # in use\nplan: p\n')).toBe('channels: [sns] # in use\nplan: p\n');
    expect(channels(['sns'], 'channels:\n  - search\n  - ad\nplan: p\n')).toBe('channels: [sns]\nplan: p\n');
    expect(channels([], 'plan: p\nchannels: [ad]\n')).toBe('plan: p\n');
  });

  test('[DES-52] the phase is one value; a KPI that is only watched from now on loses its target and its months', () => {
    expect(edited({ kind: 'phase', value: 'growth' }, 'plan: p\n')).toBe('plan: p\nphase: growth\n');
    expect(edited({ kind: 'phase', value: 'maturity' }, 'phase: growth # since May\n')).toBe('phase: maturity # since May\n');
    expect(
      editPlan(
        {
          yaml: 'kpis:\n  a: { target: 5, owner: x }\n  b: { target: 6 }\n',
          sheet: 'node,kind,2026-04\na,target,1\nb,target,2\n',
        },
        { kind: 'watch', node: 'a' },
      ),
    ).toEqual({ yaml: 'kpis:\n  a: { owner: x, watch: true }\n  b: { target: 6 }\n', sheet: 'node,kind,2026-04\nb,target,2\n' });
  });

  test('[DES-47] [DES-52] the purchase cycle is one value; a channel has a phase of its own in a map', () => {
    expect(edited({ kind: 'purchase-cycle', value: '6〜12ヶ月' }, 'plan: p\n')).toBe('plan: p\npurchase-cycle: 6〜12ヶ月\n');
    const phase = (channel: string, value: string, yaml: string) => edited({ kind: 'channel-phase', channel, value }, yaml);
    expect(phase('sns', 'launch', 'plan: p # x\n')).toBe('plan: p # x\nphases: { sns: launch }\n');
    expect(phase('mail', 'growth', 'phases: { sns: launch } # y\n')).toBe('phases: { sns: launch, mail: growth } # y\n');
    expect(phase('sns', '', 'phases: { sns: launch, mail: growth }\n')).toBe('phases: { mail: growth }\n');
  });

  test('[DES-45] [DES-61] a link gets its rate, a KPI how it is measured', () => {
    const yaml = 'kpis:\n  a: { supports: [{ to: b }], target: 5 }\n  b: {}\n';
    expect(edited({ kind: 'influence', role: 'kpi', node: 'a', index: 0, field: 'rate', value: '30%' }, yaml)).toContain(
      'supports: [{ to: b, rate: 30% }]',
    );
    expect(edited({ kind: 'measuring', node: 'a', by: 'hand', hours: '3' }, yaml)).toContain('measuring: { by: hand, hours: 3 }');
    const given = 'kpis:\n  a: { target: 5, measuring: { by: hand, hours: 3 } }\n';
    expect(edited({ kind: 'measuring', node: 'a', by: '', hours: '3' }, given)).toBe('kpis:\n  a: { target: 5 }\n');
  });

  test('[DES-12] marks and shares of a factor are written beside what it says, and taken out when empty', () => {
    const yaml = 'factors:\n  win: { supports: sales, impact: 3 } # keep\n';
    const mark = (field: 'impact' | 'feasibility' | 'share', value: string) =>
      edited({ kind: 'factor-mark', factor: 'win', field, value }, yaml);
    expect(mark('impact', '5')).toBe('factors:\n  win: { supports: sales, impact: 5 } # keep\n');
    expect(mark('share', '40%')).toBe('factors:\n  win: { supports: sales, impact: 3, share: 40% } # keep\n');
    expect(mark('impact', '')).toBe('factors:\n  win: { supports: sales } # keep\n');
  });

  test('[DES-09] another way becomes the formula, and the formula one of the other ways', () => {
    const way = (index: number, formula: string) => edited({ kind: 'way', goal: 'sales', index, formula, instead: 'a * b' });
    expect(way(0, 'c * d')).toContain('equals: c * d, alternatives: [a * b, { equals: e, name: Other }]');
    expect(way(1, 'e')).toContain('equals: e, alternatives: [c * d, { equals: a * b, name: Other }]');
  });

  test('[DES-10] a proposed factor is added with its reason, and its KPI comes to stand under it', () => {
    const name = { ja: '増やす', en: 'Raise it' };
    const done = edited({ kind: 'factor', id: 'raise-a', name, because: name, goal: 'sales', part: 'a' });
    expect(done).toContain(
      'raise-a: { name: { ja: 増やす, en: Raise it }, supports: sales, because: { ja: 増やす, en: Raise it } }',
    );
    expect(done).toContain('a: { target: 1, supports: sales, under: raise-a }');
  });

  test('[DES-38] several changes are one, and none is made when one cannot be', () => {
    const owner = (node: string): PlanEdit => ({ kind: 'field', role: 'kpi', node, field: 'owner', value: 'head' });
    const both = edited({ kind: 'several', edits: [owner('a'), owner('b')] });
    expect(both?.match(/owner: head/g)).toHaveLength(2);
    expect(edited({ kind: 'several', edits: [owner('a'), owner('nobody')] })).toBeUndefined();
  });
});
