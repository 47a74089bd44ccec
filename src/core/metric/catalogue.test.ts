import { describe, expect, test } from 'vitest';
import { parseCatalogue } from './catalogue.ts';

const name = { ja: '名前', en: 'Name' };
const entry = { name, meaning: name, unit: 'count of lead', direction: 'up', aggregation: 'sum' };
const things = { lead: { name, counter: '件' }, 'good-lead': { name, counter: '件', 'kind-of': 'lead' } };

function codes(metrics: Record<string, object>): readonly string[] {
  const result = parseCatalogue({ metrics, things });
  return result.ok ? [] : result.problems.map(p => p.code);
}

describe('[MET-02] catalogue', () => {
  test('[MET-02] an entry becomes a metric with its formula parsed', () => {
    const result = parseCatalogue({
      metrics: {
        leads: entry,
        mqls: entry,
        'mql-rate': { ...entry, unit: 'ratio', aggregation: 'ratio', formula: 'mqls / leads' },
      },
      things,
    });
    expect(result.ok && result.value.metrics.get('mql-rate')).toMatchObject({
      unit: { kind: 'ratio' },
      formula: { kind: 'operation', operator: '/' },
    });
    expect(result.ok && result.value.things.get('good-lead')).toMatchObject({ kindOf: 'lead' });
  });

  test('[MET-02] unknown keys, units, things, references and circles are refused', () => {
    expect(codes({ leads: { ...entry, colour: 'red' } })).toEqual(['catalogue-shape']);
    expect(codes({ leads: { ...entry, unit: 'heads' } })).toEqual(['catalogue-unit']);
    expect(codes({ leads: { ...entry, unit: 'count of sheep' } })).toEqual(['catalogue-unknown-thing']);
    expect(codes({ 'two words': entry })).toEqual(['catalogue-id']);
    expect(codes({ leads: { ...entry, formula: 'mqls' } })).toEqual(['catalogue-unknown']);
    expect(codes({ leads: { ...entry, formula: 'a +' } })).toEqual(['formula-ends']);
    expect(codes({ a: { ...entry, formula: 'b' }, b: { ...entry, formula: 'a' } })).toContain('catalogue-cycle');
    expect(codes({ a: { ...entry, formula: 'previous(a) + b' }, b: entry })).toEqual([]);
    expect(codes({ leads: { ...entry, pair: 'nothing' } })).toEqual(['catalogue-unknown']);
  });
});
