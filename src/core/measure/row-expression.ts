import type { Formula } from '../formula/ast.ts';
import { printFormula } from '../formula/print.ts';
import { add, divide, multiply, type Rational, rationalOf, subtract } from '../number/rational.ts';
import type { Problem, Result } from '../problem/problem.ts';
import { failed, ok, problemsOf } from '../problem/problem.ts';
import { unreachable } from '../problem/unreachable.ts';
import { measureMessages } from './measure-messages.ts';

/**
 * A formula over the columns of one row in the form a warehouse adds up exactly: a division-free expression, to be
 * divided once by a whole number after adding. Micros (`cost-micros / 1000000`) stay exact that way. [MET-04]
 */
export interface RowExpression {
  readonly terms: RowTerm;
  /** Positive whole number as text. */
  readonly divisor: string;
}

export type RowTerm =
  | { readonly kind: 'number'; readonly value: string }
  | { readonly kind: 'column'; readonly id: string }
  | { readonly kind: 'negation'; readonly operand: RowTerm }
  | { readonly kind: 'operation'; readonly operator: '+' | '-' | '*'; readonly left: RowTerm; readonly right: RowTerm }
  | { readonly kind: 'least' | 'greatest'; readonly of: readonly RowTerm[] };

const problem = problemsOf(measureMessages);

/**
 * Turns a formula over columns into a row expression.
 * Refused: dividing by anything that is not a number other than zero (the sum of row ratios is not the ratio of sums),
 * and looking at other periods.
 */
export function rowExpression(formula: Formula): Result<RowExpression> {
  const problems: Problem[] = [];
  const { terms, divisor } = scaled(formula, problems);
  return problems.length > 0 ? failed(problems) : ok({ terms, divisor: divisor.toString() });
}

interface ScaledTerm {
  readonly terms: RowTerm;
  readonly divisor: bigint;
}

const ZERO: ScaledTerm = { terms: { kind: 'number', value: '0' }, divisor: 1n };

function scaled(formula: Formula, problems: Problem[]): ScaledTerm {
  switch (formula.kind) {
    case 'number':
      return { terms: { kind: 'number', value: formula.value }, divisor: 1n };
    case 'reference':
      return { terms: { kind: 'column', id: formula.id }, divisor: 1n };
    case 'negation': {
      const { terms, divisor } = scaled(formula.operand, problems);
      return { terms: { kind: 'negation', operand: terms }, divisor };
    }
    case 'operation':
      return formula.operator === '/'
        ? quotient(formula.left, formula.right, problems)
        : operation(formula.operator, scaled(formula.left, problems), scaled(formula.right, problems));
    case 'call': {
      if (formula.name !== 'min' && formula.name !== 'max') {
        problems.push(problem('row-other-period', { name: formula.name }));
        return ZERO;
      }
      const args = formula.args.map(arg => scaled(arg, problems));
      const divisor = args.reduce((product, arg) => product * arg.divisor, 1n);
      const of = args.map(arg => times(arg.terms, divisor / arg.divisor));
      return { terms: { kind: formula.name === 'min' ? 'least' : 'greatest', of }, divisor };
    }
    default:
      return unreachable(formula);
  }
}

function operation(operator: '+' | '-' | '*', left: ScaledTerm, right: ScaledTerm): ScaledTerm {
  if (operator === '*') {
    return {
      terms: { kind: 'operation', operator, left: left.terms, right: right.terms },
      divisor: left.divisor * right.divisor,
    };
  }
  if (left.divisor === right.divisor) {
    return { terms: { kind: 'operation', operator, left: left.terms, right: right.terms }, divisor: left.divisor };
  }
  const terms: RowTerm = {
    kind: 'operation',
    operator,
    left: times(left.terms, right.divisor),
    right: times(right.terms, left.divisor),
  };
  return { terms, divisor: left.divisor * right.divisor };
}

function quotient(left: Formula, right: Formula, problems: Problem[]): ScaledTerm {
  const by = constantOf(right);
  if (by === undefined || by.numerator === 0n) {
    problems.push(problem('row-division', { divisor: printFormula(right) }));
    return ZERO;
  }
  const { terms, divisor } = scaled(left, problems);
  const top = by.numerator < 0n ? -by.denominator : by.denominator;
  const bottom = by.numerator < 0n ? -by.numerator : by.numerator;
  return { terms: times(terms, top), divisor: divisor * bottom };
}

function times(terms: RowTerm, factor: bigint): RowTerm {
  if (factor === 1n) return terms;
  return { kind: 'operation', operator: '*', left: terms, right: { kind: 'number', value: factor.toString() } };
}

/** The value of a formula of numbers only. */
function constantOf(formula: Formula): Rational | undefined {
  switch (formula.kind) {
    case 'number':
      return rationalOf(formula.value);
    case 'negation': {
      const operand = constantOf(formula.operand);
      return operand && { numerator: -operand.numerator, denominator: operand.denominator };
    }
    case 'operation': {
      const left = constantOf(formula.left);
      const right = constantOf(formula.right);
      return left && right && CONSTANT_OPERATIONS[formula.operator](left, right);
    }
    case 'reference':
    case 'call':
      return undefined;
    default:
      return unreachable(formula);
  }
}

const CONSTANT_OPERATIONS = { '+': add, '-': subtract, '*': multiply, '/': divide } as const;
