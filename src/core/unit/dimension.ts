import type { Things } from './thing.ts';
import { commonThing, isKindOf } from './thing.ts';
import type { Thing, Unit } from './unit.ts';
import { ANY_CURRENCY } from './unit-text.ts';

/**
 * A unit as a product of powers, for checking formulas: yen per order is money¹ · order⁻¹. [UNI-04]
 * `open`: part of it was not said (a rate without its denominator), so that nothing can be held against it.
 */
export interface Dimension {
  readonly powers: ReadonlyMap<Base, number>;
  readonly open: boolean;
}

/** `money:JPY`, `time`, or `thing:lead`. */
type Base = string;

export const SCALAR: Dimension = { powers: new Map(), open: false };
export const OPEN: Dimension = { powers: new Map(), open: true };

/** The dimension of a unit. Scores, ranks and multiples are plain numbers; a share of money in money is one too. */
export function dimensionOf(unit: Unit): Dimension {
  switch (unit.kind) {
    case 'count':
      return { powers: new Map([...counted(unit.of, 1), ...counted(unit.per, -1)]), open: unit.of === undefined };
    case 'ratio':
      if (unit.of === undefined && unit.over === undefined) return OPEN;
      return { ...times(single(unit.of, 1), single(unit.over, -1)), open: unit.of === undefined || unit.over === undefined };
    case 'money':
      return { powers: new Map([[`money:${unit.currency}`, 1], ...counted(unit.per, -1)]), open: false };
    case 'duration':
      return { powers: new Map([['time', 1]]), open: false };
    case 'score':
    case 'rank':
    case 'multiple':
      return SCALAR;
  }
}

/** The dimension of a product; a thing cancels against the same thing or a wider one in the denominator. */
export function multiply(a: Dimension, b: Dimension, things: Things): Dimension {
  const product = times(a, b);
  return { powers: cancelled(product.powers, things), open: a.open || b.open };
}

export function divide(a: Dimension, b: Dimension, things: Things): Dimension {
  const inverse = new Map([...b.powers].map(([base, power]): [Base, number] => [base, -power]));
  return multiply(a, { powers: inverse, open: b.open }, things);
}

/**
 * The dimension of a sum, or undefined when the two cannot be added. New and returning customers add up to customers;
 * money and counts do not add up to anything.
 */
export function add(a: Dimension, b: Dimension, things: Things): Dimension | undefined {
  if (a.open || b.open) return a.open ? b : a;
  if (fits(b, a, things)) return a;
  if (fits(a, b, things)) return b;
  const [thingA, thingB] = [onlyThing(a), onlyThing(b)];
  const common = thingA && thingB && commonThing(thingA, thingB, things);
  return common ? single(common, 1) : undefined;
}

/** Whether a computed dimension may stand where another is expected: the same, or narrower things for wider ones. */
export function fits(found: Dimension, expected: Dimension, things: Things): boolean {
  if (found.open || expected.open) return true;
  return difference(found, expected, things).size === 0;
}

/** How a computed dimension differs from the one expected. */
export type Mismatch =
  | { readonly kind: 'none' }
  /** Right kind of amount, wrong thing counted: page views where visitors are needed. */
  | { readonly kind: 'thing'; readonly found: Thing; readonly needed: Thing }
  /** Another kind of amount: money where a count is needed, a missing or superfluous factor. */
  | { readonly kind: 'unit' };

export function mismatch(found: Dimension, expected: Dimension, things: Things): Mismatch {
  if (found.open || expected.open) return { kind: 'none' };
  const left = difference(found, expected, things);
  // Periods hide in numbers: yearly orders per customer times years are orders per customer.
  if (left.size === 0 || (left.size === 1 && left.has('time'))) return { kind: 'none' };
  const { of, over } = numeratorAndDenominator({ powers: left, open: false });
  const swapped = left.size === 2 && left.get(`thing:${of}`) === 1 && left.get(`thing:${over}`) === -1;
  return swapped && of && over ? { kind: 'thing', found: of, needed: over } : { kind: 'unit' };
}

/** The counted thing of a plain count, for messages. */
export function onlyThing(dimension: Dimension): Thing | undefined {
  const [first, ...rest] = dimension.powers;
  return first && rest.length === 0 && first[1] === 1 && first[0].startsWith('thing:') ? first[0].slice(6) : undefined;
}

/** Thing in the numerator and in the denominator, where there is one each. */
export function numeratorAndDenominator(dimension: Dimension): { readonly of?: Thing; readonly over?: Thing } {
  const of = [...dimension.powers].find(([base, power]) => power > 0 && base.startsWith('thing:'))?.[0].slice(6);
  const over = [...dimension.powers].find(([base, power]) => power < 0 && base.startsWith('thing:'))?.[0].slice(6);
  return { ...(of === undefined ? {} : { of }), ...(over === undefined ? {} : { over }) };
}

/** What is left of a dimension once the expected one is taken out. A share of a thing in a wider one is a plain number on both sides. */
function difference(found: Dimension, expected: Dimension, things: Things): ReadonlyMap<Base, number> {
  return divide(found, { powers: cancelled(expected.powers, things), open: false }, things).powers;
}

function counted(thing: Thing | undefined, power: number): [Base, number][] {
  return thing === undefined ? [] : [[thing === 'money' ? `money:${ANY_CURRENCY}` : `thing:${thing}`, power]];
}

function single(thing: Thing | undefined, power: number): Dimension {
  return { powers: new Map(counted(thing, power)), open: false };
}

function times(a: Dimension, b: Dimension): Dimension {
  const powers = new Map(a.powers);
  for (const [base, power] of b.powers) {
    const sum = (powers.get(base) ?? 0) + power;
    if (sum === 0) powers.delete(base);
    else powers.set(base, sum);
  }
  return { powers, open: a.open || b.open };
}

function cancelled(powers: ReadonlyMap<Base, number>, things: Things): ReadonlyMap<Base, number> {
  const left = new Map(powers);
  for (const [base, power] of powers) {
    if (power <= 0) continue;
    for (const [other, otherPower] of powers) {
      if (otherPower >= 0 || !cancels(base, other, things)) continue;
      const shared = Math.min(left.get(base) ?? 0, -(left.get(other) ?? 0));
      if (shared <= 0) continue;
      raise(left, base, -shared);
      raise(left, other, shared);
    }
  }
  return left;
}

function raise(powers: Map<Base, number>, base: Base, by: number): void {
  const sum = (powers.get(base) ?? 0) + by;
  if (sum === 0) powers.delete(base);
  else powers.set(base, sum);
}

function cancels(base: Base, other: Base, things: Things): boolean {
  if (base === other) return true;
  if (base.startsWith('money:') && other.startsWith('money:')) return base.endsWith(ANY_CURRENCY) || other.endsWith(ANY_CURRENCY);
  return base.startsWith('thing:') && other.startsWith('thing:') && isKindOf(base.slice(6), other.slice(6), things);
}
