import { expect, test } from 'vitest';
import { parseFormula } from '../formula/parse.ts';
import { formulaRow } from './formula-row.ts';

function row(text: string): string {
  const parsed = parseFormula(text);
  if (!parsed.ok) throw new Error(text);
  return formulaRow(parsed.value)
    .map(item => (item.kind === 'sign' ? item.text : item.kind === 'part' ? `[${item.id}]` : `[${item.when} ${item.id}]`))
    .join(' ');
}

test('[TRE-01] parts in their order with the signs between them', () => {
  expect(row('orders * aov')).toBe('[orders] × [aov]');
  expect(row('a + b - c')).toBe('[a] + [b] − [c]');
  expect(row('won / meetings')).toBe('[won] ÷ [meetings]');
});

test('[TRE-01] numbers and brackets join the sign beside them, and are there only where needed', () => {
  expect(row('(a + b) * c / 2')).toBe('( [a] + [b] ) × [c] ÷ 2');
  expect(row('a - (b - c)')).toBe('[a] − ( [b] − [c] )');
  expect(row('a * b + c * d')).toBe('[a] × [b] + [c] × [d]');
  expect(row('-a * 12')).toBe('− [a] × 12');
  expect(row('min(a, b)')).toBe('min( [a] , [b] )');
});

test('[TRE-01] what comes from an earlier period is told apart', () => {
  expect(row('previous(customers) + new - churned')).toBe('[previous customers] + [new] − [churned]');
  expect(row('last-year(a) * b')).toBe('[last-year a] × [b]');
});
