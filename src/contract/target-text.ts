import { shiftPoint, trimmed } from '#core/number/decimal.ts';
import { add, compareRationals, multiply, type Rational, rational, rationalOf, roundRational } from '#core/number/rational.ts';
import type { PlanNode } from '#core/plan/plan.ts';
import type { Unit } from '#core/unit/unit.ts';
import { minorDigits } from '#core/unit/unit.ts';

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

/** The sign has to be written only where it is not the metric's good direction. */
function signText({ target, direction }: PlanNode): string {
  if (target?.sign === 'equal') return '= ';
  if (target?.sign === 'at-most') return direction === 'down' ? '' : '<= ';
  return direction === 'down' ? '>= ' : '';
}

function durationText(value: string, unit: Unit): string {
  return unit.kind === 'duration' ? `${value} ${unit.in.replace('-', ' ')}` : value;
}

/** Digits that people give targets in: whole things, tenths of a percent, whole yen. */
function digitsFor(unit: Unit): number {
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

function roundedTowards(value: Rational, digits: number, way: 'up' | 'down'): string {
  const nearest = roundRational(value, digits);
  const order = compareRationals(rationalOf(nearest), value);
  if (way === 'up' ? order >= 0 : order <= 0) return trimmed(nearest);
  const moved = add(rationalOf(nearest), rational(way === 'up' ? 1 : -1, 10n ** BigInt(digits)));
  return trimmed(roundRational(moved, digits));
}
