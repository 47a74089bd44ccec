import { type Fraction, fraction, fractionOf, greater, isLess, lesser, minus, ONE, over, plus, times, ZERO } from './fraction.ts';
import { daysOf, type Month, monthsBetween, overlap, shareUpTo } from './months.ts';
import { type Expression, inputsOf, type ModelNode, type ModelPlan, type ModelTarget, type Rhythm } from './plan-model.ts';

/** A driver's value in a month: what somebody actually does inside the target. */
export type Choice = (driver: ModelNode, month: number) => Fraction;

/** A driver's allowed values in one month; an end may be open. */
export interface Allowed {
  readonly low?: Fraction;
  readonly high?: Fraction;
}

type Maybe = Fraction | undefined;

/**
 * The goal's value over the plan period, month by month and straight from the definitions: no program, no order, no interval.
 * `timing: 'steady'` leaves delays out. Undefined where something is divided by zero or not known.
 */
export function goalValue(
  plan: ModelPlan,
  choice: Choice,
  levelOf: (driver: ModelNode, values: readonly Fraction[]) => Fraction,
  timing: 'lagged' | 'steady' = 'lagged',
): Maybe {
  return new Run(plan, choice, levelOf, timing).overPeriod(plan.goal.id);
}

class Run {
  private readonly plan: ModelPlan;
  private readonly choice: Choice;
  private readonly levelOf: (driver: ModelNode, values: readonly Fraction[]) => Fraction;
  private readonly timing: 'lagged' | 'steady';
  private readonly months: readonly Month[];
  private readonly nodes: ReadonlyMap<string, ModelNode>;
  /** By node and month; months before the plan behind the others. */
  private readonly known = new Map<string, Map<number, Maybe>>();

  constructor(plan: ModelPlan, choice: Choice, levelOf: Run['levelOf'], timing: 'lagged' | 'steady') {
    this.plan = plan;
    this.choice = choice;
    this.levelOf = levelOf;
    this.timing = timing;
    this.months = monthsBetween(plan.from, plan.to);
    this.nodes = new Map(plan.nodes.map(node => [node.id, node]));
  }

  overPeriod(id: string): Maybe {
    const node = this.node(id);
    const by = this.plan.goal.by;
    const counted = this.months.flatMap((month, i) => {
      const share = shareUpTo(month, by);
      return share.over > 0n ? [{ month: i, share, isOver: share.over === share.under }] : [];
    });
    switch (node.time) {
      case 'flow':
        return counted.reduce<Maybe>(
          (sum, { month, share }) => both(sum, this.value(id, month), (a, b) => plus(a, times(b, share))),
          ZERO,
        );
      case 'stock':
        return this.value(id, (counted.filter(({ isOver }) => isOver).at(-1) ?? counted[0])?.month ?? 0);
      case 'level':
        if (node.formula) return this.expression(node.formula, input => this.overPeriod(input));
        return this.levelOf(
          node,
          counted.map(({ month }) => this.choice(node, month)),
        );
    }
  }

  value(id: string, month: number): Maybe {
    const months = this.known.get(id) ?? new Map<number, Maybe>();
    this.known.set(id, months);
    if (months.has(month)) return months.get(month);
    const value = this.calculated(this.node(id), month);
    months.set(month, value);
    return value;
  }

  private calculated(node: ModelNode, month: number): Maybe {
    const { formula, lag } = node;
    if (!formula) {
      if (month >= 0) return this.choice(node, month);
      return node.baseline ?? (node.time === 'level' ? this.choice(node, 0) : undefined);
    }
    if (!lag || lag.days === 0 || this.timing === 'steady') return this.expression(formula, id => this.value(id, month), month);
    const delayed = new Set(inputsOf(formula).filter(id => lag.after === undefined || this.dependsOn(id, lag.after)));
    const sent = (months: number): Maybe =>
      this.expression(formula, id => (delayed.has(id) ? this.arriving(id, month, months) : this.value(id, month)), month);
    const whole = Math.floor(lag.days / 30);
    const late = fraction(lag.days % 30, 30);
    const part = (share: Fraction, months: number): Maybe => (share.over === 0n ? ZERO : both(share, sent(months), times));
    const early = () => part(minus(ONE, late), whole);
    const mixed = () => both(early(), part(late, whole + 1), plus);
    const given = this.underWay(node, month);
    if (given === undefined) return mixed();
    if (month < whole) return given;
    return both(given, month === whole ? early() : mixed(), plus);
  }

  /** What of an input of some months ago falls into a month's days. */
  private arriving(id: string, month: number, months: number): Maybe {
    const value = this.value(id, month - months);
    const to = this.months[month];
    if (this.node(id).time !== 'flow' || !to) return value;
    return both(value, overlap(month - months < 0 ? undefined : this.months[month - months], to), times);
  }

  /** What a lagged flow receives from before the plan; undefined = what the baselines imply. */
  private underWay(node: ModelNode, month: number): Maybe {
    const { pipeline } = this.plan;
    if (node.time !== 'flow') return undefined;
    switch (pipeline.kind) {
      case 'none':
        return ZERO;
      case 'baseline':
        return undefined;
      case 'given': {
        const amount = pipeline.arrivals.get(node.id)?.get(month);
        return amount === undefined ? ZERO : fractionOf(amount);
      }
      case 'unstated':
        return this.delayedDrivers().every(driver => driver.baseline) ? undefined : ZERO;
    }
  }

  /** Drivers that are amounts and that some delay applies to. */
  private delayedDrivers(): readonly ModelNode[] {
    this.delayed ??= this.findDelayedDrivers();
    return this.delayed;
  }

  private delayed: readonly ModelNode[] | undefined;

  private findDelayedDrivers(): readonly ModelNode[] {
    const lagging = this.plan.nodes.filter(node => node.lag && node.lag.days > 0);
    return this.plan.nodes.filter(
      node => !node.formula && node.time === 'flow' && lagging.some(other => this.dependsOn(other.id, node.id)),
    );
  }

  private readonly below = new Map<string, ReadonlySet<string>>();

  private dependsOn(id: string, ancestor: string): boolean {
    return this.everythingBelow(id).has(ancestor);
  }

  private everythingBelow(id: string): ReadonlySet<string> {
    const known = this.below.get(id);
    if (known) return known;
    const { formula } = this.node(id);
    const found = new Set([id]);
    for (const input of formula ? inputsOf(formula) : []) for (const one of this.everythingBelow(input)) found.add(one);
    this.below.set(id, found);
    return found;
  }

  private expression(expression: Expression, valueIn: (id: string) => Maybe, month = 0): Maybe {
    const of = (part: Expression) => this.expression(part, valueIn, month);
    switch (expression.kind) {
      case 'number':
        return fractionOf(expression.value);
      case 'node':
        return valueIn(expression.id);
      case 'previous':
        return month <= 0 ? this.node(expression.id).baseline : this.value(expression.id, month - 1);
      case '+':
        return both(of(expression.left), of(expression.right), plus);
      case '-':
        return both(of(expression.left), of(expression.right), minus);
      case '*':
        return both(of(expression.left), of(expression.right), times);
      case '/':
        return both(of(expression.left), of(expression.right), over);
      case 'min':
        return both(of(expression.left), of(expression.right), lesser);
      case 'max':
        return both(of(expression.left), of(expression.right), greater);
    }
  }

  private node(id: string): ModelNode {
    const node = this.nodes.get(id);
    if (!node) throw new Error(`no node ${id}`);
    return node;
  }
}

function both<T>(a: Maybe, b: Maybe, combine: (a: Fraction, b: Fraction) => T): T | undefined {
  return a && b && combine(a, b);
}

/** What a target allows in each month of the plan. */
export function allowedMonths(node: ModelNode, target: ModelTarget, plan: ModelPlan): readonly Allowed[] {
  const months = monthsBetween(plan.from, plan.to);
  const [low, high] = [fractionOf(target.value), fractionOf(target.upTo ?? target.value)];
  const same = allowed(target.sign, low, high);
  return months.map((month, i) => {
    const own = target.months?.get(i);
    if (own !== undefined) return allowed(target.sign === 'between' ? 'between' : target.sign, fractionOf(own), fractionOf(own));
    const isWhole = target.per === 'month' && daysOf(month) === month.length;
    if (node.time !== 'flow' || isWhole) return same;
    return allowed(target.sign, amountOf(low, target, months, i), amountOf(high, target, months, i));
  });
}

function allowed(sign: ModelTarget['sign'], low: Fraction, high: Fraction): Allowed {
  switch (sign) {
    case 'at-least':
      return { low };
    case 'at-most':
      return { high: low };
    case 'equal':
      return { low, high: low };
    case 'between':
      return { low, high };
  }
}

/** Months (or parts of one) that an amount per period is for. */
const MONTHS: Record<Exclude<Rhythm, 'day'>, Fraction> = {
  week: fraction(12, 52),
  month: ONE,
  quarter: fraction(3),
  half: fraction(6),
  year: fraction(12),
};

function amountOf(value: Fraction, target: ModelTarget, months: readonly Month[], i: number): Fraction {
  const month = months[i];
  if (!month) return ZERO;
  const weight = (one: Month) => fraction(daysOf(one), one.length);
  if (target.per === 'day') return times(value, fraction(daysOf(month)));
  if (target.per !== undefined) return times(over(value, MONTHS[target.per]) ?? ZERO, weight(month));
  const shares = months.map(one => times(weight(one), shareUpTo(one, target.by)));
  const total = shares.reduce(plus, ZERO);
  return times(value, over(shares[i] ?? ZERO, total) ?? ZERO);
}

/** What a goal's target asks for in all. */
export function wantedOf(target: ModelTarget, node: ModelNode, plan: ModelPlan): Allowed {
  const months = monthsBetween(plan.from, plan.to);
  const whole = (value: string | undefined): Fraction | undefined => {
    if (value === undefined) return undefined;
    const exact = fractionOf(value);
    if (node.time !== 'flow' || target.per === undefined) return exact;
    return months.map((month, i) => times(amountOf(exact, target, months, i), shareUpTo(month, target.by))).reduce(plus, ZERO);
  };
  const [low, high] = [whole(target.value), whole(target.upTo ?? target.value)];
  return allowed(target.sign, low ?? ZERO, high ?? ZERO);
}

/** Whether a value is what is wanted. */
export function satisfies(value: Fraction, { low, high }: Allowed): boolean {
  return !(low && isLess(value, low)) && !(high && isLess(high, value));
}
