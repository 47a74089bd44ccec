import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Formula } from '../formula/ast.ts';
import { parseFormula } from '../formula/parse.ts';
import { exactDecimal, multiply, rational, rationalOf, roundRational } from '../number/rational.ts';
import { sentenceFrom } from '../problem/problem.ts';
import { measureMessages } from './measure-messages.ts';
import { type RowTerm, rowExpression } from './row-expression.ts';

test('[MET-04] division by numbers is put off until after adding, so that micros stay exact', () => {
  expect(expressionOf('cost-micros / 1000000')).toEqual({ terms: { kind: 'column', id: 'cost-micros' }, divisor: '1000000' });
  expect(expressionOf('quantity * price / 1.1').divisor).toBe('11');
  expect(value('a / 3 + b / 7 - c', { a: 1, b: 1, c: 1 })).toEqual(rational(-11, 21));
  expect(value('max(a / -2, b / 3)', { a: 4, b: -9 })).toEqual(rational(-2));
  expect(value('-(a - 2) / 4', { a: 3 })).toEqual(rational(-1, 4));
});

test('[MET-04] rows are not divided by columns or by zero, nor by other periods', () => {
  for (const text of ['cost / clicks', 'a / (b + 1)', 'a / 0', 'a / (1 - 1)', 'a / min(1, 2)']) {
    expect(problemsOf(text).map(p => p.code)).toEqual(['row-division']);
  }
  expect(problemsOf('previous(a) + last-year(b)').map(p => p.code)).toEqual(['row-other-period', 'row-other-period']);
  const [problem] = problemsOf('cost / clicks');
  expect(problem && sentenceFrom(measureMessages, problem, 'ja')).toContain('「clicks」で割れません');
});

test('[MET-04] the expression divided by its divisor is the formula, on random formulas and rows', () => {
  const number = fc.constantFrom('1', '2', '0.5', '3', '1.25');
  const leaf = fc.oneof(fc.constantFrom('a', 'b', 'c'), number);
  const { formula } = fc.letrec<{ formula: string }>(tie => ({
    formula: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      leaf,
      fc.tuple(tie('formula'), fc.constantFrom('+', '-', '*'), tie('formula')).map(([l, o, r]) => `(${l} ${o} ${r})`),
      fc.tuple(tie('formula'), number).map(([l, r]) => `(${l} / ${r})`),
      tie('formula').map(f => `(-${f})`),
      fc.tuple(fc.constantFrom('min', 'max'), tie('formula'), tie('formula')).map(([f, l, r]) => `${f}(${l}, ${r})`),
    ),
  }));
  fc.assert(
    fc.property(
      formula,
      fc.record({ a: fc.integer({ min: -9, max: 9 }), b: fc.integer({ min: -9, max: 9 }), c: fc.nat(9) }),
      (text, row) => {
        const parsed = parseFormula(text);
        if (!parsed.ok) throw new Error(text);
        const expected = direct(parsed.value, row);
        expect(roundRational(value(text, row), 12)).toBe(roundRational(rationalOf(expected.toFixed(12)), 12));
      },
    ),
    { seed: 41, numRuns: 500 },
  );
});

function expressionOf(text: string) {
  const parsed = parseFormula(text);
  const result = parsed.ok ? rowExpression(parsed.value) : parsed;
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

function problemsOf(text: string) {
  const parsed = parseFormula(text);
  if (!parsed.ok) throw new Error(text);
  return rowExpression(parsed.value).problems;
}

type Row = Readonly<Record<string, number>>;

function value(text: string, row: Row) {
  const { terms, divisor } = expressionOf(text);
  return multiply(termValue(terms, row), rational(1, BigInt(divisor)));
}

function termValue(term: RowTerm, row: Row): ReturnType<typeof rational> {
  switch (term.kind) {
    case 'number':
      return rationalOf(term.value);
    case 'column':
      return rational(row[term.id] ?? 0);
    case 'negation':
      return multiply(termValue(term.operand, row), rational(-1));
    case 'operation': {
      const [left, right] = [exact(term.left, row), exact(term.right, row)];
      return rationalOf(term.operator === '+' ? left + right : term.operator === '-' ? left - right : left * right);
    }
    case 'least':
      return rationalOf(Math.min(...term.of.map(part => exact(part, row))));
    case 'greatest':
      return rationalOf(Math.max(...term.of.map(part => exact(part, row))));
  }
}

/** Terms of small multiples of 1/4 are exact in doubles. */
function exact(term: RowTerm, row: Row): number {
  return Number(exactDecimal(termValue(term, row)));
}

function direct(formula: Formula, row: Row): number {
  switch (formula.kind) {
    case 'number':
      return Number(formula.value);
    case 'reference':
      return row[formula.id] ?? 0;
    case 'negation':
      return -direct(formula.operand, row);
    case 'operation': {
      const [left, right] = [direct(formula.left, row), direct(formula.right, row)];
      return { '+': left + right, '-': left - right, '*': left * right, '/': left / right }[formula.operator];
    }
    case 'call':
      return Math[formula.name === 'min' ? 'min' : 'max'](...formula.args.map(arg => direct(arg, row)));
  }
}
