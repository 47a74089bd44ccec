import { expect, test } from 'vitest';
import { baselineText, fingerprint, newFindings, readBaseline } from './baseline.ts';

const finding = (
  code: string,
  at: readonly (string | number)[],
  params: Record<string, string | number | readonly string[]> = {},
) => ({
  code,
  at,
  params,
});

test('[LNT-50] a finding stays the same while its numbers change, and is another for other nodes', () => {
  const short = (by: string) => fingerprint(finding('goal-short', ['goals', 'revenue'], { shortBy: by }));
  expect(short('10')).toBe(short('20'));
  const missing = (nodes: readonly string[]) => fingerprint(finding('owners-missing', [], { nodes }));
  expect(missing(['a', 'b'])).toBe(missing(['b', 'a']));
  expect(missing(['a'])).not.toBe(missing(['a', 'b']));
});

test('[LNT-50] what a baseline holds is left out as often as it stands there, and no more often', () => {
  const one = finding('unit-unsaid', ['kpis', 'a']);
  const text = baselineText(new Map([['plan.yaml', [one, one]]]));
  const known = readBaseline(text)?.get('plan.yaml');
  expect(known).toEqual(new Map([['unit-unsaid kpis.a', 2]]));
  expect(newFindings([one, one, one, finding('unit-unsaid', ['kpis', 'b'])], known ?? new Map())).toHaveLength(2);
});

test.each(['', 'null', '[]', '{"rashin":2,"findings":{}}', '{"rashin":1,"findings":{"a":{"b":-1}}}'])(
  '[LNT-50] %j is no baseline',
  text => {
    expect(readBaseline(text)).toBeUndefined();
  },
);
