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
  let active: { readonly condition: number; multiplier: number }[] = [];
  for (let round = 0; round < 20 * (conditions.length + size); round++) {
    const worst = mostViolated(conditions, x, new Set(active.map(({ condition }) => condition)));
    if (worst === undefined) return x;
    let multiplier = 0;
    for (;;) {
      const towards = inverseTimes(worst);
      const gram = active.map(({ condition: i }) =>
        Float64Array.from(active, ({ condition: j }) => dot(conditions[i], inverseTimes(j))),
      );
      const right = Float64Array.from(active, ({ condition }) => dot(conditions[condition], towards));
      const shares = active.length > 0 ? solved(cholesky(gram), right) : right;
      const step = towards.slice();
      for (const [i, { condition }] of active.entries()) {
        const other = inverseTimes(condition);
        for (let place = 0; place < size; place++) step[place] = (step[place] ?? 0) - (shares[i] ?? 0) * (other[place] ?? 0);
      }
      const gain = dot(conditions[worst], step);
      const gap = (conditions[worst]?.bound ?? 0) - dot(conditions[worst], x);
      const full = gain > 1e-12 * Math.max(1, dot(conditions[worst], towards)) ? gap / gain : Number.POSITIVE_INFINITY;
      let dropped = -1;
      let part = Number.POSITIVE_INFINITY;
      for (const [i, { multiplier: held }] of active.entries()) {
        const share = shares[i] ?? 0;
        if (share > 1e-13 && held / share < part) [part, dropped] = [held / share, i];
      }
      const length = Math.min(full, part);
      if (!Number.isFinite(length)) return undefined;
      for (const [i, one] of active.entries()) one.multiplier -= length * (shares[i] ?? 0);
      multiplier += length;
      if (Number.isFinite(full))
        for (let place = 0; place < size; place++) x[place] = (x[place] ?? 0) + length * (step[place] ?? 0);
      if (full <= part) {
        active.push({ condition: worst, multiplier });
        break;
      }
      active = active.filter((_, i) => i !== dropped);
    }
  }
  return undefined;
}

function mostViolated(conditions: readonly Condition[], x: Float64Array, active: ReadonlySet<number>): number | undefined {
  let worst: number | undefined;
  let most = 0;
  for (const [i, condition] of conditions.entries()) {
    if (active.has(i)) continue;
    const gap = condition.bound - dot(condition, x);
    const tolerance = 1e-9 * Math.max(1, Math.abs(condition.bound));
    if (gap > tolerance && gap > most) [worst, most] = [i, gap];
  }
  return worst;
}

function dot(condition: Condition | undefined, x: Float64Array): number {
  let sum = 0;
  for (const [place, coefficient] of condition?.terms ?? []) sum += coefficient * (x[place] ?? 0);
  return sum;
}

/** Lower triangle L of M = L Lᵀ; a pivot that rounding made nothing is lifted a little. */
function cholesky(matrix: readonly Float64Array[]): readonly Float64Array[] {
  const rows = matrix.map(row => row.slice());
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] ?? new Float64Array();
    for (let j = 0; j <= i; j++) {
      const other = rows[j] ?? new Float64Array();
      let sum = row[j] ?? 0;
      for (let k = 0; k < j; k++) sum -= (row[k] ?? 0) * (other[k] ?? 0);
      row[j] = i === j ? Math.sqrt(Math.max(sum, 1e-14)) : sum / (other[j] ?? 1);
    }
  }
  return rows;
}

function solved(root: readonly Float64Array[], right: Float64Array): Float64Array {
  const x = right.slice();
  for (let i = 0; i < x.length; i++) {
    let sum = x[i] ?? 0;
    for (let k = 0; k < i; k++) sum -= (root[i]?.[k] ?? 0) * (x[k] ?? 0);
    x[i] = sum / (root[i]?.[i] ?? 1);
  }
  for (let i = x.length - 1; i >= 0; i--) {
    let sum = x[i] ?? 0;
    for (let k = i + 1; k < x.length; k++) sum -= (root[k]?.[i] ?? 0) * (x[k] ?? 0);
    x[i] = sum / (root[i]?.[i] ?? 1);
  }
  return x;
}
