import { type Expression, partsOf, valueWhen } from './expression.ts';

/** A change split by logarithmic means, or the part that has no logarithm. */
export type LmdiSplit =
  | { readonly ok: true; readonly before: number; readonly after: number; readonly shares: readonly number[] }
  /** `not-positive`: a factor is zero, negative or changes sign · `choice`: min or max decides · `undefined`: divided by zero. */
  | { readonly ok: false; readonly why: 'not-positive' | 'choice' | 'undefined'; readonly player?: number };

/**
 * The additive LMDI-I split of a change over the players of an expression. [EXP-07, DES-37]
 *
 * In    the expression and how many players it has
 * Out   shares that add up to the change up to rounding
 * None  `ok: false` with the reason: logarithms need factors above zero in both states
 * How   a product V = Π x_i gives x_i the share L(V₁, V₀) · ln(x_i₁ ÷ x_i₀), L(a, b) = (a − b) ÷ (ln a − ln b). Through nested sums
 *       and products the weight of a part is passed down: w · L(V₁, V₀) ÷ L(x₁, x₀) to a factor, w to a term.
 *       Ang (2015), "LMDI decomposition approach: A guide for implementation", Energy Policy 86.
 */
export function lmdi(expression: Expression, players: number): LmdiSplit {
  const order = inOrder(expression);
  const values = new Map<Expression, readonly [number, number]>();
  for (const part of order) values.set(part, [valueFrom(part, values, 0), valueFrom(part, values, 1)]);
  const [before, after] = values.get(expression) ?? [Number.NaN, Number.NaN];
  if (!Number.isFinite(before) || !Number.isFinite(after)) return { ok: false, why: 'undefined' };
  const weights = new Map<Expression, number>([[expression, 1]]);
  const shares = new Float64Array(players);
  for (const part of order.toReversed()) {
    const weight = weights.get(part) ?? 0;
    const give = (to: Expression, more: number) => weights.set(to, (weights.get(to) ?? 0) + more);
    switch (part.op) {
      case 'constant':
        break;
      case 'player':
        shares[part.player] = (shares[part.player] ?? 0) + weight * (part.after - part.before);
        break;
      case 'sum':
        for (const term of part.terms) give(term, weight);
        break;
      case 'product':
      case 'quotient': {
        const moving = factorsOf(part).filter(({ factor }) => isMoving(values.get(factor)));
        if (moving.length === 0) break;
        // A single factor that moves is only scaled: no logarithm is needed.
        const [only] = moving;
        if (moving.length === 1 && only && only.sign === 1) {
          const [x0, x1] = values.get(only.factor) ?? [0, 0];
          const [v0, v1] = values.get(part) ?? [0, 0];
          give(only.factor, (weight * (v1 - v0)) / (x1 - x0));
          break;
        }
        const negatives = moving.filter(({ factor }) => !areSameSign(values.get(factor)));
        const [wrong] = negatives;
        if (wrong) return { ok: false, why: 'not-positive', ...playerIn(wrong.factor) };
        const own = logarithmicMean(values.get(part));
        for (const { factor, sign } of moving) {
          give(factor, (sign * weight * own) / logarithmicMean(values.get(factor)));
        }
        break;
      }
      case 'minimum':
      case 'maximum':
        if (isMoving(values.get(part)) || part.of.some(each => isMoving(values.get(each)))) return { ok: false, why: 'choice' };
        break;
    }
  }
  return { ok: true, before, after, shares: [...shares] };
}

/** L(a, b) = (a − b) ÷ (ln a − ln b); a for a = b. Both of one sign. */
function logarithmicMean([b, a]: readonly [number, number] = [Number.NaN, Number.NaN]): number {
  if (a === b) return a;
  const log = Math.log(a / b);
  // Near a = b both differences cancel: the mean is then the middle, up to (ln a/b)²/12 of it.
  return Math.abs(log) < 1e-7 ? ((a + b) / 2) * (1 - (log * log) / 12) : (a - b) / log;
}

function factorsOf(part: Extract<Expression, { op: 'product' | 'quotient' }>) {
  if (part.op === 'product') return part.factors.map(factor => ({ factor, sign: 1 }));
  return [
    { factor: part.top, sign: 1 },
    { factor: part.bottom, sign: -1 },
  ];
}

function isMoving(values: readonly [number, number] | undefined): boolean {
  return values !== undefined && values[0] !== values[1];
}

function areSameSign(values: readonly [number, number] | undefined): boolean {
  return values !== undefined && values[0] * values[1] > 0;
}

function playerIn(expression: Expression): { readonly player?: number } {
  const found = inOrder(expression).find(part => part.op === 'player');
  return found?.op === 'player' ? { player: found.player } : {};
}

/** Every part once, parts before what they are in. */
function inOrder(expression: Expression): readonly Expression[] {
  const seen = new Set<Expression>();
  const order: Expression[] = [];
  const open: { readonly part: Expression; isOpened: boolean }[] = [{ part: expression, isOpened: false }];
  for (let entry = open.at(-1); entry; entry = open.at(-1)) {
    if (entry.isOpened || seen.has(entry.part)) {
      open.pop();
      if (!seen.has(entry.part)) order.push(entry.part);
      seen.add(entry.part);
      continue;
    }
    entry.isOpened = true;
    for (const part of partsOf(entry.part)) if (!seen.has(part)) open.push({ part, isOpened: false });
  }
  return order;
}

function valueFrom(part: Expression, values: ReadonlyMap<Expression, readonly [number, number]>, state: 0 | 1): number {
  const of = (inner: Expression): number => values.get(inner)?.[state] ?? Number.NaN;
  switch (part.op) {
    case 'constant':
      return part.value;
    case 'player':
      return state === 0 ? part.before : part.after;
    case 'sum':
      return part.terms.reduce((sum, term) => sum + of(term), 0);
    case 'product':
      return part.factors.reduce((product, factor) => product * of(factor), 1);
    case 'quotient':
      return of(part.bottom) === 0 ? Number.NaN : of(part.top) / of(part.bottom);
    case 'minimum':
    case 'maximum':
      return valueWhen(part, () => state === 1);
  }
}
