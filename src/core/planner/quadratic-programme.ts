/** A condition: coefficients · x ≥ bound, with coefficients by place. */
export interface Condition {
  readonly terms: readonly (readonly [place: number, coefficient: number])[];
  readonly bound: number;
}

/**
 * Least ½ xᵀQx + qᵀx under linear conditions.
 *
 * In: Q symmetric and positive definite as rows, q, the conditions. Out: x, or undefined when no x meets all conditions.
 * How: the dual method of Goldfarb and Idnani (Mathematical Programming 27, 1983): from the free minimum, the condition that is
 * violated most is made active, step by step, and active ones are dropped as their multipliers become negative. Exact up to
 * rounding, deterministic; conditions count as met within 1e-9 of their size.
 */
export function quadraticProgramme(
  q2: readonly Float64Array[],
  q: Float64Array,
  conditions: readonly Condition[],
): Float64Array | undefined {
  const size = q.length;
  const lines = conditions.map(
    ({ terms, bound }): Line => ({
      places: Int32Array.from(terms, ([place]) => place),
      coefficients: Float64Array.from(terms, ([, coefficient]) => coefficient),
      bound,
      tolerance: 1e-9 * Math.max(1, Math.abs(bound)),
    }),
  );
  const root = cholesky(q2);
  const x = solved(
    root,
    q.map(value => -value),
  );
  const solvedNormals = new Map<number, Float64Array>();
  const inverseTimes = (condition: number): Float64Array => {
    const known = solvedNormals.get(condition);
    if (known) return known;
    const normal = new Float64Array(size);
    for (const [place, coefficient] of conditions[condition]?.terms ?? []) normal[place] = (normal[place] ?? 0) + coefficient;
    const found = solved(root, normal);
    solvedNormals.set(condition, found);
    return found;
  };
  const active = new ActiveConditions((i, j) => dot(lines[i], inverseTimes(j)));
  for (let round = 0; round < 20 * (conditions.length + size); round++) {
    const worst = mostViolated(lines, x, active);
    if (worst === undefined) return x;
    let multiplier = 0;
    for (;;) {
      const towards = inverseTimes(worst);
      const shares = active.sharesOf(worst);
      const step = towards.slice();
      for (const [i, { condition }] of active.held.entries()) addTimes(step, inverseTimes(condition), -(shares[i] ?? 0));
      const gain = dot(lines[worst], step);
      const gap = (conditions[worst]?.bound ?? 0) - dot(lines[worst], x);
      const full = gain > 1e-12 * Math.max(1, dot(lines[worst], towards)) ? gap / gain : Number.POSITIVE_INFINITY;
      let dropped = -1;
      let part = Number.POSITIVE_INFINITY;
      for (const [i, { multiplier: held }] of active.held.entries()) {
        const share = shares[i] ?? 0;
        if (share > 1e-13 && held / share < part) [part, dropped] = [held / share, i];
      }
      const length = Math.min(full, part);
      if (!Number.isFinite(length)) return undefined;
      for (const [i, one] of active.held.entries()) one.multiplier -= length * (shares[i] ?? 0);
      multiplier += length;
      if (Number.isFinite(full)) addTimes(x, step, length);
      if (full <= part) {
        active.add(worst, multiplier);
        break;
      }
      active.drop(dropped);
    }
  }
  return undefined;
}

function addTimes(to: Float64Array, other: Float64Array, factor: number): void {
  if (factor === 0) return;
  for (let place = 0; place < to.length; place++) to[place] = (to[place] as number) + factor * (other[place] as number);
}

/** The conditions that hold exactly, with the Cholesky factor of their products, which grows and shrinks with them. */
class ActiveConditions {
  readonly held: { readonly condition: number; multiplier: number }[] = [];
  private readonly isHeld = new Set<number>();
  private readonly product: (a: number, b: number) => number;
  private readonly factor: Float64Array[] = [];

  constructor(product: (a: number, b: number) => number) {
    this.product = product;
  }

  has(condition: number): boolean {
    return this.isHeld.has(condition);
  }

  /** The weights with which the held conditions' directions come nearest to another one's. */
  sharesOf(condition: number): Float64Array {
    const right = Float64Array.from(this.held, ({ condition: own }) => this.product(own, condition));
    return solved(this.factor, right);
  }

  add(condition: number, multiplier: number): void {
    const row = new Float64Array(this.held.length + 1);
    for (const [i, { condition: own }] of this.held.entries()) row[i] = this.product(own, condition);
    row[this.held.length] = this.product(condition, condition);
    factorRow(row, this.factor);
    this.factor.push(row);
    this.held.push({ condition, multiplier });
    this.isHeld.add(condition);
  }

  /** Takes one out: its row goes, and rotations of neighbouring columns make the rest a triangle again. */
  drop(place: number): void {
    const [gone] = this.held.splice(place, 1);
    if (gone) this.isHeld.delete(gone.condition);
    const rows = this.factor;
    rows.splice(place, 1);
    for (let c = place; c < rows.length; c++) {
      const pivot = rows[c] as Float64Array;
      const length = Math.hypot(pivot[c] as number, pivot[c + 1] as number);
      const [cosine, sine] = [(pivot[c] as number) / length, (pivot[c + 1] as number) / length];
      for (let r = c; r < rows.length; r++) {
        const row = rows[r] as Float64Array;
        const [x, y] = [row[c] as number, row[c + 1] as number];
        row[c] = cosine * x + sine * y;
        row[c + 1] = cosine * y - sine * x;
      }
      rows[c] = pivot.subarray(0, c + 1);
    }
  }
}

/** A condition as columns of numbers, for speed. */
interface Line {
  readonly places: Int32Array;
  readonly coefficients: Float64Array;
  readonly bound: number;
  readonly tolerance: number;
}

function mostViolated(
  lines: readonly Line[],
  x: Float64Array,
  active: { readonly has: (condition: number) => boolean },
): number | undefined {
  let worst: number | undefined;
  let most = 0;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i];
    if (line === undefined || active.has(i)) continue;
    const gap = line.bound - dot(line, x);
    if (gap > line.tolerance && gap > most) [worst, most] = [i, gap];
  }
  return worst;
}

function dot(line: Line | undefined, x: Float64Array): number {
  let sum = 0;
  if (line === undefined) return sum;
  const { places, coefficients } = line;
  for (let i = 0; i < places.length; i++) sum += (coefficients[i] as number) * (x[places[i] as number] as number);
  return sum;
}

/** Lower triangle L of M = L Lᵀ. */
function cholesky(matrix: readonly Float64Array[]): readonly Float64Array[] {
  const rows: Float64Array[] = [];
  for (const [i, values] of matrix.entries()) {
    const row = values.slice(0, i + 1);
    factorRow(row, rows);
    rows.push(row);
  }
  return rows;
}

/** Turns the products of a row with those before it, and with itself, into its row of L; a pivot that rounding made nothing is lifted. */
function factorRow(row: Float64Array, before: readonly Float64Array[]): void {
  for (let j = 0; j <= before.length; j++) {
    const other = before[j] ?? row;
    let sum = row[j] ?? 0;
    for (let k = 0; k < j; k++) sum -= (row[k] as number) * (other[k] as number);
    row[j] = j === before.length ? Math.sqrt(Math.max(sum, 1e-14)) : sum / (other[j] ?? 1);
  }
}

function solved(root: readonly Float64Array[], right: Float64Array): Float64Array {
  const x = right.slice();
  for (let i = 0; i < x.length; i++) {
    const row = root[i] as Float64Array;
    let sum = x[i] as number;
    for (let k = 0; k < i; k++) sum -= (row[k] as number) * (x[k] as number);
    x[i] = sum / (row[i] as number);
  }
  for (let i = x.length - 1; i >= 0; i--) {
    const row = root[i] as Float64Array;
    x[i] = (x[i] as number) / (row[i] as number);
    for (let k = 0; k < i; k++) x[k] = (x[k] as number) - (row[k] as number) * (x[i] as number);
  }
  return x;
}
