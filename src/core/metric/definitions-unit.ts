import type { Formula } from '../formula/ast.ts';
import { exponentOf } from '../formula/parse.ts';
import { unreachable } from '../problem/unreachable.ts';
import {
  add,
  type Dimension,
  dimensionOf,
  divide,
  multiply,
  numeratorAndDenominator,
  OPEN,
  onlyThing,
  SCALAR,
} from '../unit/dimension.ts';
import type { Things } from '../unit/thing.ts';
import type { Currency, Unit } from '../unit/unit.ts';

type UnitOf = (id: string) => Unit | undefined;

export interface FormulaDimension {
  readonly dimension: Dimension;
  /** Two parts that cannot be added. */
  readonly clash?: { readonly first: string; readonly second: string };
}

/** The dimension of a formula over metrics; what has no unit yet is compatible with everything. [UNI-04] */
export function formulaDimension(formula: Formula, unitOf: UnitOf, currency: Currency, things: Things): FormulaDimension {
  let clash: FormulaDimension['clash'];
  const sum = (a: Dimension, b: Dimension): Dimension => {
    const total = add(a, b, things);
    if (total) return total;
    // A rate's complement (1 − rate) counts the rest of the same whole.
    if ((isShare(a) && b.powers.size === 0) || (isShare(b) && a.powers.size === 0)) return OPEN;
    clash ??= { first: describeDimension(a), second: describeDimension(b) };
    return OPEN;
  };
  const of = (part: Formula): Dimension => {
    switch (part.kind) {
      case 'number':
        return part.as === 'money' ? dimensionOf({ kind: 'money', currency }) : SCALAR;
      case 'reference': {
        const unit = unitOf(part.id);
        return unit ? dimensionOf(unit) : OPEN;
      }
      case 'negation':
        return of(part.operand);
      case 'operation': {
        const [left, right] = [of(part.left), of(part.right)];
        if (part.operator === '*') return multiply(left, right, things);
        return part.operator === '/' ? divide(left, right, things) : sum(left, right);
      }
      case 'call': {
        const [first, ...rest] = part.args.map(of);
        if (!first) return OPEN;
        if (part.name !== 'power') return rest.reduce(sum, first);
        if (isShare(first)) return OPEN;
        return Array.from({ length: (exponentOf(part.args) ?? 1) - 1 }).reduce<Dimension>(d => multiply(d, first, things), first);
      }
      default:
        return unreachable(part);
    }
  };
  const dimension = of(formula);
  return { dimension, ...(clash ? { clash } : {}) };
}

/**
 * How many times an amount of money a formula's value is; undefined where that does not follow. It tells money from
 * counts even where nobody said what is counted.
 */
export function moneyPower(formula: Formula, unitOf: UnitOf): number | undefined {
  switch (formula.kind) {
    case 'number':
      return formula.as === 'money' ? 1 : 0;
    case 'reference': {
      const unit = unitOf(formula.id);
      return unit && (unit.kind === 'money' ? 1 : 0);
    }
    case 'negation':
      return moneyPower(formula.operand, unitOf);
    case 'operation': {
      const [left, right] = [moneyPower(formula.left, unitOf), moneyPower(formula.right, unitOf)];
      if (left === undefined || right === undefined) return undefined;
      if (formula.operator === '*') return left + right;
      if (formula.operator === '/') return left - right;
      return left === right ? left : Number.NaN;
    }
    case 'call': {
      const [first, ...rest] = formula.args.map(arg => moneyPower(arg, unitOf));
      if (formula.name === 'power') return first === undefined ? undefined : first * (exponentOf(formula.args) ?? 1);
      return rest.every(power => power === first) ? first : rest.includes(undefined) ? undefined : Number.NaN;
    }
    default:
      return unreachable(formula);
  }
}

/**
 * The unit a formula's value has, where nobody states it: money ÷ orders is money per order, orders ÷ visitors is a ratio.
 * Undefined where it does not follow.
 */
export function unitFrom(formula: Formula, unitOf: UnitOf, currency: Currency, things: Things): Unit | undefined {
  const { dimension } = formulaDimension(formula, unitOf, currency, things);
  const money = [...dimension.powers].find(([base]) => base.startsWith('money:'));
  const { of, over } = numeratorAndDenominator(dimension);
  const isClear = dimension.powers.size <= 2 && [...dimension.powers.values()].every(power => Math.abs(power) === 1);
  if (!isClear) return undefined;
  if (money)
    return money[1] === 1 && of === undefined ? { kind: 'money', currency: money[0].slice(6), ...named('per', over) } : undefined;
  if (dimension.powers.has('time')) return durationIn(formula, unitOf);
  const isQuotient = formula.kind === 'operation' && formula.operator === '/';
  if (isQuotient || (of !== undefined && over !== undefined))
    return { kind: 'ratio', ...named('of', of), ...named('over', over) };
  if (dimension.powers.size === 0 && !dimension.open) return { kind: 'ratio' };
  const thing = onlyThing(dimension);
  return over === undefined ? { kind: 'count', ...named('of', thing) } : undefined;
}

/** A dimension in words of units: "JPY per order". */
export function describeDimension(dimension: Dimension): string {
  const named = (sign: 1 | -1) =>
    [...dimension.powers]
      .filter(([, power]) => Math.sign(power) === sign)
      .map(([base, power]) => `${base.replace(/^(?:thing|money):/, '')}${Math.abs(power) > 1 ? `^${Math.abs(power)}` : ''}`)
      .join(' × ');
  const [top, bottom] = [named(1), named(-1)];
  if (!top && !bottom) return 'ratio';
  return bottom ? `${top || '1'} per ${bottom}` : top;
}

function durationIn(formula: Formula, unitOf: UnitOf): Unit | undefined {
  if (formula.kind === 'reference') return unitOf(formula.id);
  if (formula.kind !== 'operation') return undefined;
  const left = durationIn(formula.left, unitOf);
  return left?.kind === 'duration' ? left : durationIn(formula.right, unitOf);
}

function isShare(dimension: Dimension): boolean {
  return [...dimension.powers.values()].reduce((sum, power) => sum + power, 0) === 0;
}

function named<K extends 'of' | 'over' | 'per'>(key: K, thing: string | undefined): { readonly [P in K]?: string } {
  return thing === undefined ? {} : ({ [key]: thing } as { readonly [P in K]: string });
}
