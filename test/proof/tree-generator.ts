import { type Fraction, fraction, fractionOf, isLess, times } from './fraction.ts';
import type { Expression, ModelNode, ModelPipeline, ModelPlan, ModelTarget } from './plan-model.ts';
import type { Random } from './random.ts';

/** A large plan whose worst case is known from how it was made, with everything needed to calculate it. */
export interface KnownTree {
  /** Without a target for the goal. */
  readonly plan: ModelPlan;
  /** The value of each driver in the worst case; of those that pull both ways, the two ends. */
  readonly worst: ReadonlyMap<string, readonly string[]>;
  /** Drivers that help when they are more, or when they are less; `~price` stands for a whole demand curve. */
  readonly ways: ReadonlyMap<string, Way>;
  readonly side: 'low' | 'high';
}

export type Way = 'up' | 'down';

/** A node under construction: positive in every case, and every driver below it moves it one way. */
interface Part {
  readonly node: ModelNode;
  readonly ways: ReadonlyMap<string, Way>;
  /** It may be zero in some month, so nothing is divided by it. */
  readonly mayBeZero: boolean;
  readonly lagDays: number;
}

const LARGEST = 1000;

/** A random tree of up to a thousand nodes. Sizes are spread evenly over their logarithm. */
export function randomTree(random: Random, largest = LARGEST): KnownTree {
  const size = Math.round(5 * (largest / 5) ** random.next());
  return new TreeMaker(random, size).tree();
}

class TreeMaker {
  private readonly random: Random;
  private readonly size: number;
  private readonly parts: Part[] = [];
  private readonly unused = new Set<Part>();
  /** Prices of demand curves, which no other formula may use. */
  private readonly apart: Part[] = [];
  /** Values in the worst case, in the order of the drivers. */
  private readonly values = new Map<string, string>();
  private readonly bothWays = new Map<string, readonly [string, string]>();
  /** Drivers that end on both sides: beyond, what is taken to be positive would not be. */
  private readonly closed = new Set<string>();
  private ratios = 0;
  private readonly side: 'low' | 'high';
  private made = 0;

  constructor(random: Random, size: number) {
    this.random = random;
    this.size = size;
    this.side = random.chance(0.1) ? 'high' : 'low';
  }

  tree(): KnownTree {
    const { random } = this;
    for (let i = 0, count = Math.max(2, Math.round(this.size * 0.45)); i < count; i++) this.driver();
    for (let tries = 0; this.made < this.size * 0.85 && tries < this.size * 4; tries++) this.combine();
    const goal = this.goal();
    const used = withInputs([...this.apart, ...this.parts], goal.node.id);
    const nodes = used.map(part => this.targeted(part, goal.ways));
    const months = random.pick([12, 12, 12, 12, 12, 6, 3]);
    const [from, to] = period(months, random);
    const pipeline = this.pipeline(used, months);
    const renamed = nodes.map(node => (node.id === goal.node.id ? { ...node, id: 'goal', ...selfNamed(node) } : node));
    const plan: ModelPlan = { from, to, nodes: renamed, goal: { id: 'goal' }, pipeline };
    const worst = new Map<string, readonly string[]>();
    for (const { node } of used) {
      const both = this.bothWays.get(node.id);
      const value = this.values.get(node.id);
      if (both) worst.set(node.id, both);
      else if (value !== undefined && !node.formula) worst.set(node.id, [value]);
    }
    return { plan, worst, ways: goal.ways, side: this.side };
  }

  private driver(kind = this.random.pick(['amount', 'amount', 'rate', 'price', 'factor'] as const), fixed?: string): Part {
    const { random } = this;
    const id = `${kind.charAt(0)}${this.made}`;
    const pick = { amount: AMOUNTS, rate: RATES, price: PRICES, factor: FACTORS }[kind];
    const value = fixed ?? random.pick(pick);
    const unit = kind === 'rate' ? 'ratio' : kind === 'price' ? 'money' : 'count';
    const time = kind === 'amount' ? 'flow' : 'level';
    this.values.set(id, value);
    const baseline = time === 'flow' ? { baseline: fractionOf(random.pick(AMOUNTS)) } : {};
    return this.put({ id, time, unit, ...baseline }, new Map([[id, 'up']]), false, 0);
  }

  private put(node: ModelNode, ways: ReadonlyMap<string, Way>, mayBeZero: boolean, lagDays: number): Part {
    const part = { node, ways, mayBeZero, lagDays };
    this.parts.push(part);
    this.unused.add(part);
    this.made += 1;
    return part;
  }

  private take(time: 'flow' | 'level' | 'stock', isFit: (part: Part) => boolean = () => true): Part | undefined {
    const { random } = this;
    const fresh = random.chance(0.85);
    const pool = (fresh ? [...this.unused] : this.parts).filter(part => part.node.time === time && isFit(part));
    return pool.length > 0 ? random.pick(pool) : undefined;
  }

  private combine(): void {
    const { random } = this;
    const kind = random.pick(KINDS);
    switch (kind) {
      case 'product': {
        const [flow, level] = [this.take('flow'), this.take('level')];
        if (flow && level) this.joined('*', flow, level);
        return;
      }
      case 'sum': {
        const flows = Array.from({ length: random.whole(2, 6) }, () => this.take('flow')).filter(part => part !== undefined);
        if (flows.length > 1) this.sum([...new Set(flows)]);
        return;
      }
      case 'weighted': {
        const [a, b] = [this.take('level'), this.take('level')];
        if (!a || !b || a === b) return;
        const term = (part: Part, value: string): Expression => ({
          kind: '*',
          left: ref(part),
          right: { kind: 'number', value },
        });
        this.formula('level', { kind: '+', left: term(a, '0.6'), right: term(b, '0.4') }, [a, b]);
        return;
      }
      case 'divided': {
        const flow = this.take('flow');
        if (flow) this.joined('/', flow, this.driver('factor'));
        return;
      }
      case 'least':
      case 'most': {
        const [a, b] = [this.take('flow'), this.take('flow')];
        if (a && b && a !== b) this.joined(kind === 'least' ? 'min' : 'max', a, b);
        return;
      }
      case 'ratio': {
        const [a, b] = [this.take('flow'), this.take('flow', part => !part.mayBeZero)];
        if (!a || !b || a === b || this.ratios > 4) return;
        if (this.joined('/', a, b, 'level')) this.ratios += 1;
        return;
      }
      case 'share': {
        const [a, b] = [this.take('flow'), this.take('flow', part => !part.mayBeZero)];
        if (!a || !b || this.ratios > 4 || overlaps(a, b)) return;
        const ways = merged([a.ways, turned(b.ways)]);
        if (!ways) return;
        this.ratios += 1;
        const both: Expression = { kind: '+', left: ref(a), right: ref(b) };
        this.calculated('level', { kind: '/', left: ref(a), right: both }, ways, [a, b]);
        return;
      }
      case 'remainder': {
        const rate = this.driver('rate');
        this.unused.delete(rate);
        const rest: Expression = { kind: '-', left: { kind: 'number', value: '1' }, right: ref(rate) };
        this.calculated('level', rest, turned(rate.ways), [rate]);
        return;
      }
      case 'margin': {
        const flow = this.take('flow');
        if (!flow || this.side === 'high') return;
        const [price, cost] = [
          this.driver('price', random.pick(['5000', '8000.5'])),
          this.driver('price', random.pick(['3200', '80'])),
        ];
        const ways = merged([flow.ways, price.ways, turned(cost.ways)]);
        if (!ways) return;
        const sold: Expression = { kind: '*', left: ref(flow), right: ref(price) };
        const paid: Expression = { kind: '*', left: ref(flow), right: ref(cost) };
        this.calculated('flow', { kind: '-', left: sold, right: paid }, ways, [flow, price, cost]);
        return;
      }
      case 'demand': {
        const flow = this.take('flow');
        if (!flow || this.side === 'high' || this.bothWays.size > 1) return;
        const price = this.driver('price', '10');
        this.unused.delete(price);
        this.values.delete(price.node.id);
        this.bothWays.set(
          price.node.id,
          random.pick([
            ['4', '9'],
            ['2', '10'],
            ['5', '5.5'],
          ] as const),
        );
        const slope = this.driver('factor', random.pick(['2', '4']));
        this.closed.add(slope.node.id);
        const lost: Expression = { kind: '*', left: ref(slope), right: ref(price) };
        const demand: Expression = { kind: '-', left: { kind: 'number', value: '50' }, right: lost };
        const perUnit: Expression = { kind: '*', left: ref(price), right: demand };
        // More of it has to help, so that the price's worst is at one of its ends; nothing else may use the price.
        this.parts.splice(this.parts.indexOf(price), 1);
        this.apart.push(price);
        const ways = merged([flow.ways, turned(slope.ways), new Map([[`~${price.node.id}`, 'up']])]);
        if (ways) this.calculated('flow', { kind: '*', left: ref(flow), right: perUnit }, ways, [flow, slope]);
        return;
      }
      case 'stock': {
        const flow = this.take('flow');
        if (!flow) return;
        const id = `s${this.made}`;
        const before: Expression = { kind: 'previous', id };
        const kept: Expression = random.chance(0.5)
          ? { kind: '*', left: before, right: { kind: 'number', value: '0.75' } }
          : before;
        const node = { id, time: 'stock', unit: 'count', baseline: fractionOf(random.pick(AMOUNTS)) } as const;
        this.unused.delete(flow);
        this.put({ ...node, formula: { kind: '+', left: kept, right: ref(flow) } }, flow.ways, false, flow.lagDays);
        return;
      }
      case 'repeat': {
        const flow = this.take('flow');
        if (!flow) return;
        const id = `r${this.made}`;
        const again: Expression = { kind: '*', left: { kind: 'previous', id }, right: { kind: 'number', value: '0.25' } };
        const node = { id, time: 'flow', unit: 'count', baseline: fractionOf(random.pick(AMOUNTS)) } as const;
        this.unused.delete(flow);
        this.put({ ...node, formula: { kind: '+', left: ref(flow), right: again } }, flow.ways, false, flow.lagDays);
        return;
      }
      case 'delayed': {
        const flow = this.take('flow', part => part.lagDays < 300);
        const level = this.take('level');
        if (!flow || !level) return;
        const ways = merged([flow.ways, level.ways]);
        if (!ways) return;
        const days = random.pick([15, 20, 30, 30, 45, 60, 90]);
        this.unused.delete(flow);
        this.unused.delete(level);
        const node = { id: `d${this.made}`, time: 'flow', unit: 'count', lag: { days } } as const;
        this.put({ ...node, formula: { kind: '*', left: ref(flow), right: ref(level) } }, ways, true, flow.lagDays + days);
        return;
      }
    }
  }

  private joined(kind: '*' | '/' | 'min' | 'max', a: Part, b: Part, time: 'flow' | 'level' = 'flow'): Part | undefined {
    const ways = merged([a.ways, kind === '/' ? turned(b.ways) : b.ways]);
    return ways && this.calculated(time, { kind, left: ref(a), right: ref(b) }, ways, [a, b]);
  }

  private sum(parts: readonly Part[]): Part | undefined {
    const [first, ...rest] = parts;
    if (!first) return undefined;
    const expression = rest.reduce<Expression>((left, part) => ({ kind: '+', left, right: ref(part) }), ref(first));
    return this.formula('flow', expression, parts);
  }

  private formula(time: 'flow' | 'level', expression: Expression, parts: readonly Part[]): Part | undefined {
    const ways = merged(parts.map(part => part.ways));
    return ways && this.calculated(time, expression, ways, parts);
  }

  private calculated(time: 'flow' | 'level', formula: Expression, ways: ReadonlyMap<string, Way>, from: readonly Part[]): Part {
    for (const part of from) this.unused.delete(part);
    const unit = time === 'level' ? 'ratio' : 'count';
    const node: ModelNode = { id: `n${this.made}`, time, unit, ...(unit === 'ratio' ? { isOpen: true } : {}), formula };
    return this.put(
      node,
      ways,
      from.some(part => part.mayBeZero) || formula.kind === '-',
      Math.max(0, ...from.map(part => part.lagDays)),
    );
  }

  /** Whatever is left over is used: levels with flows, flows added up; what would pull both ways is left out. */
  private goal(): Part {
    const { random } = this;
    for (const level of [...this.unused].filter(({ node }) => node.time === 'level')) {
      const flow = this.take('flow');
      if (flow) this.joined('*', flow, level);
    }
    let top: Part | undefined;
    const stocks = [...this.unused].filter(({ node }) => node.time === 'stock');
    for (const part of [...this.unused].filter(({ node }) => node.time === 'flow')) {
      top = top ? (this.sum([top, part]) ?? top) : part;
    }
    for (const stock of stocks) if (top) top = this.sum([top, stock]) ?? top;
    top ??= this.driver('amount');
    const factor = this.driver(random.pick(['rate', 'price', 'factor'] as const));
    return this.joined('*', top, factor) ?? top;
  }

  /** A driver's target on the side where it matters: its worst value is the one it was made with. */
  private targeted({ node }: Part, ways: ReadonlyMap<string, Way>): ModelNode {
    const { random } = this;
    if (node.formula) return node;
    const both = this.bothWays.get(node.id);
    const per = node.time === 'flow' ? ({ per: 'month' } as const) : {};
    if (both) return { ...node, target: { sign: 'between', value: both[0], upTo: both[1] } };
    const value = this.values.get(node.id) ?? '1';
    const isFloor = (ways.get(node.id) === 'up') === (this.side === 'low');
    const sign = random.pick(['equal', 'bound', 'bound', 'between'] as const);
    const other = decimalOf(times(fractionOf(value), isFloor ? fraction(5, 4) : fraction(1, 2)));
    const isFit = node.unit !== 'ratio' || !isLess(fraction(1), fractionOf(other));
    const between: ModelTarget = isFloor
      ? { sign: 'between', value, upTo: other }
      : { sign: 'between', value: other, upTo: value };
    const bound: ModelTarget = { sign: isFloor ? 'at-least' : 'at-most', value };
    // A divisor or a price that may fall to nothing would leave the goal without a value or a sense.
    const isClosed = (!isFloor && !node.id.startsWith('p')) || this.closed.has(node.id);
    const target =
      sign === 'equal' || (sign === 'bound' && isClosed) || !isFit
        ? ({ sign: 'equal', value } as const)
        : sign === 'bound'
          ? bound
          : between;
    return { ...node, target: { ...target, ...per } };
  }

  private pipeline(used: readonly Part[], months: number): ModelPipeline {
    const { random } = this;
    const lagging = used.filter(({ node }) => node.lag);
    const kind = random.pick(['none', 'baseline', 'given'] as const);
    if (kind !== 'given' || lagging.length === 0) return { kind: kind === 'given' ? 'none' : kind };
    const arrivals = lagging.map(
      ({ node }) =>
        [
          node.id,
          new Map(
            [
              [0, '3'],
              [1, random.pick(AMOUNTS)],
            ].filter(([month]) => Number(month) < months) as [number, string][],
          ),
        ] as const,
    );
    return { kind: 'given', arrivals: new Map(arrivals) };
  }
}

const KINDS = [
  ...['product', 'product', 'product', 'product', 'sum', 'sum', 'weighted', 'divided', 'least', 'most'],
  ...['ratio', 'share', 'remainder', 'margin', 'margin', 'demand', 'stock', 'repeat', 'delayed', 'delayed'],
] as readonly (
  | 'product'
  | 'sum'
  | 'weighted'
  | 'divided'
  | 'least'
  | 'most'
  | 'ratio'
  | 'share'
  | 'remainder'
  | 'margin'
  | 'demand'
  | 'stock'
  | 'repeat'
  | 'delayed'
)[];

const AMOUNTS = ['1', '3', '10', '60', '100', '250', '1000', '12000'];
const RATES = ['0.02', '0.03', '0.1', '0.125', '0.25', '0.5', '0.6', '0.8'];
const PRICES = ['80', '250', '5000', '9800', '120.5'];
const FACTORS = ['1.25', '2', '2.5', '4', '5', '8'];

function ref({ node }: Part): Expression {
  return { kind: 'node', id: node.id };
}

function merged(all: readonly ReadonlyMap<string, Way>[]): ReadonlyMap<string, Way> | undefined {
  const ways = new Map<string, Way>();
  for (const one of all) {
    for (const [id, way] of one) {
      if ((ways.get(id) ?? way) !== way) return undefined;
      // The most of a demand curve is not at an end of its price.
      if (id.startsWith('~') && way === 'down') return undefined;
      ways.set(id, way);
    }
  }
  return ways;
}

function turned(ways: ReadonlyMap<string, Way>): ReadonlyMap<string, Way> {
  return new Map([...ways].map(([id, way]) => [id, way === 'up' ? 'down' : 'up']));
}

function overlaps(a: Part, b: Part): boolean {
  return [...a.ways.keys()].some(id => b.ways.has(id));
}

function withInputs(parts: readonly Part[], goal: string): readonly Part[] {
  const needed = new Set([goal]);
  for (const { node } of [...parts].reverse())
    if (needed.has(node.id) && node.formula) for (const id of mentioned(node.formula)) needed.add(id);
  return parts.filter(({ node }) => needed.has(node.id));
}

function mentioned(expression: Expression): readonly string[] {
  switch (expression.kind) {
    case 'number':
      return [];
    case 'node':
    case 'previous':
      return [expression.id];
    default:
      return [...mentioned(expression.left), ...mentioned(expression.right)];
  }
}

/** A formula that looks back at its own node, under the node's new name. */
function selfNamed(node: ModelNode): { readonly formula?: Expression } {
  const of = (expression: Expression): Expression => {
    if (expression.kind === 'number' || expression.kind === 'node') return expression;
    if (expression.kind === 'previous') return expression.id === node.id ? { kind: 'previous', id: 'goal' } : expression;
    return { ...expression, left: of(expression.left), right: of(expression.right) };
  };
  return node.formula ? { formula: of(node.formula) } : {};
}

function period(months: number, random: Random): readonly [string, string] {
  const start = random.chance(0.15) ? '2026-04-11' : '2026-04-01';
  return [start, new Date(Date.UTC(2026, 3 + months, 0)).toISOString().slice(0, 10)];
}

function decimalOf({ over, under }: Fraction): string {
  return String(Number(over) / Number(under));
}
