import { shiftPoint, trimmed } from '../number/decimal.ts';
import {
  add,
  compareRationals,
  multiply,
  type Rational,
  rational,
  rationalOf,
  roundRational,
  subtract,
  toNumber,
} from '../number/rational.ts';
import type { Unit } from '../unit/unit.ts';
import { minorDigits } from '../unit/unit.ts';
import type { PlanNode } from './plan.ts';

/**
 * The target to write into the plan so that a driver is what a goal needs: `223 per month`, `27.8%`. [VER-20]
 * Rounded the way that still suffices. Undefined for ranges, and for drivers whose target stands in the sheet only.
 * In: the node, the value it needs (per month for flows), and how many times the planned value that is.
 */
export function targetText(node: PlanNode, value: Rational, factor: number): string | undefined {
  const { target, unit, time } = node;
  if (!target || target.sign === 'between' || node.months.size > 0) return undefined;
  const isOwn = time === 'flow' && target.per !== 'month';
  const needed = isOwn ? multiply(rationalOf(target.value), rationalOf(factor)) : value;
  const rounded = roundedTowards(needed, digitsFor(unit), factor > 1 ? 'up' : 'down');
  const amount = unit.kind === 'ratio' ? `${trimmed(shiftPoint(rounded, 2))}%` : durationText(rounded, unit);
  const per = target.per === undefined ? '' : ` per ${target.per}`;
  const by = target.by === undefined ? '' : ` by ${target.by}`;
  return `${signText(node)}${amount}${per}${by}`;
}

/**
 * A target with its amount changed by a factor, for ranges too: the end that was too low is raised, and the other one
 * only where it would be passed. Rounded the way that suffices, unless that passes the factor `most`. Undefined where the target
 * stands in the sheet only.
 */
export function scaledTarget(
  { target, unit }: PlanNode,
  factor: number,
  most = factor > 1 ? MOST : 0,
): PlanNode['target'] | undefined {
  if (!target) return undefined;
  const way = factor > 1 ? 'up' : 'down';
  const scaled = (value: string) => scaledAmount(value, unit, factor, most);
  if (target.sign !== 'between') return { ...target, value: scaled(target.value) };
  const [low, high] = [target.value, target.upTo ?? target.value];
  const moved = scaled(way === 'up' ? low : high);
  const isPast = compareRationals(rationalOf(moved), rationalOf(way === 'up' ? high : low)) === (way === 'up' ? 1 : -1);
  const [value, upTo] = way === 'up' ? [moved, isPast ? moved : high] : [isPast ? moved : low, moved];
  return { ...target, value, upTo };
}

/** A month's cell of the sheet changed by a factor, rounded like a target. */
export function scaledCell({ unit }: PlanNode, value: string, factor: number, most = factor > 1 ? MOST : 0): string {
  return scaledAmount(value, unit, factor, most);
}

/** A node's target as it is written; undefined without one. */
export function writtenTarget(node: PlanNode): string | undefined {
  const { target } = node;
  if (!target) return undefined;
  const per = target.per === undefined ? '' : ` per ${target.per}`;
  const by = target.by === undefined ? '' : ` by ${target.by}`;
  const ends = target.sign === 'between' ? [target.value, target.upTo ?? target.value] : [target.value];
  const sign = target.sign === 'between' ? '' : signText(node);
  return `${sign}${ends.map(end => writtenAmount(node, end)).join('..')}${per}${by}`;
}

/** A value of a node's target or month as it is written. */
export function writtenAmount({ unit }: PlanNode, value: string): string {
  return unit.kind === 'ratio' ? `${trimmed(shiftPoint(value, 2))}%` : durationText(value, unit);
}

const MOST = 1e12;

function scaledAmount(value: string, unit: Unit, factor: number, most: number): string {
  const way = factor > 1 ? 'up' : 'down';
  const needed = multiply(rationalOf(value), rationalOf(factor));
  const rounded = roundedTowards(needed, digitsFor(unit), way);
  const furthest = multiply(rationalOf(value), rationalOf(Number((most * (factor > 1 ? 1 + 1e-12 : 1 - 1e-12)).toPrecision(15))));
  const isPast = compareRationals(rationalOf(rounded), furthest) === (way === 'up' ? 1 : -1);
  return isPast ? roundedTowards(needed, digitsFor(unit), way === 'up' ? 'down' : 'up') : rounded;
}

/** The sign has to be written only where the metric's good direction does not say it: a node's own may be known from its sign alone. */
function signText({ target, direction, metric }: PlanNode): string {
  if (target?.sign === 'equal') return '= ';
  if (target?.sign === 'at-most') return direction === 'down' && metric?.direction === 'down' ? '' : '<= ';
  return direction === 'down' ? '>= ' : '';
}

function durationText(value: string, unit: Unit): string {
  return unit.kind === 'duration' ? `${value} ${unit.in.replace('-', ' ')}` : value;
}

/** Digits that people give targets in: whole things, tenths of a percent, whole yen. */
export function digitsFor(unit: Unit): number {
  switch (unit.kind) {
    case 'count':
      return unit.per === undefined ? 0 : 2;
    case 'ratio':
      return 3;
    case 'money':
      return minorDigits(unit.currency);
    case 'duration':
    case 'score':
    case 'rank':
    case 'multiple':
      return 2;
  }
}

/** What a factor found in doubles may be off by. */
const NOISE = 1e-13;

function roundedTowards(value: Rational, digits: number, way: 'up' | 'down'): string {
  const nearest = roundRational(value, digits);
  const order = compareRationals(rationalOf(nearest), value);
  const isSame = Math.abs(toNumber(subtract(rationalOf(nearest), value))) <= NOISE * Math.abs(toNumber(value));
  if (isSame || (way === 'up' ? order >= 0 : order <= 0)) return trimmed(nearest);
  const moved = add(rationalOf(nearest), rational(way === 'up' ? 1 : -1, 10n ** BigInt(digits)));
  return trimmed(roundRational(moved, digits));
}
