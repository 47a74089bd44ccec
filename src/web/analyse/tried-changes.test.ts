import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DriverChange } from '#core/scenario/driver-change.ts';
import { changesIn, changesText, withChange } from './tried-changes.ts';

describe('[SCR-71] changes in the address', () => {
  test('are written so that people can read them', () => {
    const changes: readonly DriverChange[] = [
      { node: 'leads', mode: 'relative', value: '0.1' },
      { node: 'sql-rate', mode: 'set', value: '0.5', from: '2026-12' },
      { node: 'aov', mode: 'points', value: '-500', from: '2026-10', to: '2026-12' },
    ];
    expect(changesText(changes)).toBe('leads*0.1,sql-rate=0.5@2026-12,aov~-500@2026-10..2026-12');
  });

  test('come back as they were written', () => {
    const month = fc.integer({ min: 1, max: 12 }).map(at => `2026-${String(at).padStart(2, '0')}`);
    const change = fc.record(
      {
        node: fc.constantFrom('leads', 'sql-rate', 'kpi/メール'),
        mode: fc.constantFrom('relative', 'points', 'set'),
        value: fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }).map(value => String(value)),
        from: month,
        to: month,
      },
      { requiredKeys: ['node', 'mode', 'value'] },
    );
    fc.assert(
      fc.property(fc.array(change, { maxLength: 5 }), changes => {
        expect(changesIn(changesText(changes))).toEqual(changes);
      }),
      { seed: 20_261_121 },
    );
  });

  test('what is not a change is left out', () => {
    expect(changesIn('leads*,=5,leads*x,leads*0.2')).toEqual([{ node: 'leads', mode: 'relative', value: '0.2' }]);
  });

  test('a driver has one change, in its place', () => {
    const changes = changesIn('leads*0.1,aov=5');
    expect(changesText(withChange(changes, 'leads', { mode: 'set', value: '7' }, '2026-12'))).toBe('leads=7@2026-12,aov=5');
    expect(changesText(withChange(changes, 'leads', undefined))).toBe('aov=5');
    expect(changesText(withChange(changes, 'cvr', { mode: 'relative', value: '-0.1' }))).toBe('leads*0.1,aov=5,cvr*-0.1');
  });
});
