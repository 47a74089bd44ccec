import type { Expression } from './expression.ts';

/**
 * An expression laid out in arrays, whose value follows when single players move: only what depends on them is worked out again.
 * Long sums and products become balanced trees, so that a move costs the depth of the tree. [EXP-06]
 */
export class FlatExpression {
  private readonly ops: Op[] = [];
  private readonly a: number[] = [];
  private readonly b: number[] = [];
  private readonly befores: number[] = [];
  private readonly afters: number[] = [];
  private readonly users: number[][] = [];
  private readonly occurrences = new Map<number, number[]>();
  private readonly affected = new Map<number, Int32Array>();
  private readonly values: Float64Array;
  private readonly places = new Map<Expression, number>();
  private readonly root: number;

  constructor(expression: Expression) {
    this.root = this.lay(expression);
    this.values = new Float64Array(this.ops.length);
    for (let i = 0; i < this.ops.length; i++) this.values[i] = this.befores[i] ?? 0;
    for (let i = 0; i < this.ops.length; i++) this.work(i);
  }

  /** The value as the players stand; NaN where something is divided by zero. */
  get value(): number {
    return this.values[this.root] ?? Number.NaN;
  }

  /** Puts a player into the second state, or back into the first. */
  move(player: number, isMoved: boolean): void {
    const from = isMoved ? this.afters : this.befores;
    for (const place of this.occurrences.get(player) ?? []) this.values[place] = from[place] ?? Number.NaN;
    for (const place of this.affectedBy(player)) this.work(place);
  }

  /** How many steps a move of a player takes. */
  costOf(player: number): number {
    return this.affectedBy(player).length + 1;
  }

  private affectedBy(player: number): Int32Array {
    const known = this.affected.get(player);
    if (known) return known;
    const found = new Set<number>();
    const open = [...(this.occurrences.get(player) ?? [])];
    for (let place = open.pop(); place !== undefined; place = open.pop()) {
      for (const user of this.users[place] ?? []) {
        if (found.has(user)) continue;
        found.add(user);
        open.push(user);
      }
    }
    const made = Int32Array.from(found).sort();
    this.affected.set(player, made);
    return made;
  }

  private work(place: number): void {
    const op = this.ops[place];
    if (op === 'leaf' || op === undefined) return;
    const x = this.values[this.a[place] ?? 0] ?? Number.NaN;
    const y = this.values[this.b[place] ?? 0] ?? Number.NaN;
    this.values[place] = computed(op, x, y);
  }

  private lay(expression: Expression): number {
    const known = this.places.get(expression);
    if (known !== undefined) return known;
    const place = this.layNew(expression);
    this.places.set(expression, place);
    return place;
  }

  private layNew(expression: Expression): number {
    switch (expression.op) {
      case 'constant':
        return this.put('leaf', 0, 0, expression.value, expression.value);
      case 'player': {
        const place = this.put('leaf', 0, 0, expression.before, expression.after);
        const others = this.occurrences.get(expression.player);
        if (others) others.push(place);
        else this.occurrences.set(expression.player, [place]);
        return place;
      }
      case 'sum':
        return this.balanced('add', expression.terms, 0);
      case 'product':
        return this.balanced('multiply', expression.factors, 1);
      case 'quotient':
        return this.join('divide', this.lay(expression.top), this.lay(expression.bottom));
      case 'minimum':
        return this.balanced('minimum', expression.of, Number.POSITIVE_INFINITY);
      case 'maximum':
        return this.balanced('maximum', expression.of, Number.NEGATIVE_INFINITY);
    }
  }

  private balanced(op: Exclude<Op, 'leaf'>, parts: readonly Expression[], empty: number): number {
    let row = parts.map(part => this.lay(part));
    while (row.length > 1) {
      const next: number[] = [];
      for (let i = 0; i < row.length; i += 2) {
        const [left, right] = [row[i], row[i + 1]];
        if (left !== undefined) next.push(right === undefined ? left : this.join(op, left, right));
      }
      row = next;
    }
    return row[0] ?? this.put('leaf', 0, 0, empty, empty);
  }

  private join(op: Op, a: number, b: number): number {
    const place = this.put(op, a, b, 0, 0);
    this.users[a]?.push(place);
    if (b !== a) this.users[b]?.push(place);
    return place;
  }

  private put(op: Op, a: number, b: number, before: number, after: number): number {
    this.ops.push(op);
    this.a.push(a);
    this.b.push(b);
    this.befores.push(before);
    this.afters.push(after);
    this.users.push([]);
    return this.ops.length - 1;
  }
}

type Op = 'leaf' | 'add' | 'multiply' | 'divide' | 'minimum' | 'maximum';

function computed(op: Exclude<Op, 'leaf'>, x: number, y: number): number {
  switch (op) {
    case 'add':
      return x + y;
    case 'multiply':
      return x * y;
    case 'divide':
      return y === 0 ? Number.NaN : x / y;
    case 'minimum':
      return Math.min(x, y);
    case 'maximum':
      return Math.max(x, y);
  }
}
