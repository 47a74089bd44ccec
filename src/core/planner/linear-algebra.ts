import type { Algebra } from '../formula/algebra.ts';

/** A constant and a multiple of each lever's amount in each step. */
export interface Linear {
  readonly constant: number;
  readonly terms: ReadonlyMap<number, number>;
}

const NO_TERMS: ReadonlyMap<number, number> = new Map();
export const UNKNOWN: Linear = { constant: Number.NaN, terms: NO_TERMS };

export function constant(value: number): Linear {
  return { constant: value, terms: NO_TERMS };
}

/** What grows in proportion to the levers; anything else makes it bent. */
export class LinearAlgebra implements Algebra<Linear> {
  /** Something was asked for that is not linear. */
  isBent = false;

  constant(value: string): Linear {
    return constant(Number(value));
  }

  add(a: Linear, b: Linear): Linear {
    return this.combined(a, b, 1);
  }

  subtract(a: Linear, b: Linear): Linear {
    return this.combined(a, b, -1);
  }

  multiply(a: Linear, b: Linear): Linear {
    if (a.terms.size > 0 && b.terms.size > 0) return this.bent();
    const [line, factor] = a.terms.size > 0 ? [a, b.constant] : [b, a.constant];
    return { constant: line.constant * factor, terms: scaled(line.terms, factor) };
  }

  divide(a: Linear, b: Linear): Linear {
    if (b.terms.size > 0) return this.bent();
    if (b.constant === 0) return UNKNOWN;
    return { constant: a.constant / b.constant, terms: scaled(a.terms, 1 / b.constant) };
  }

  negate(a: Linear): Linear {
    return { constant: -a.constant, terms: scaled(a.terms, -1) };
  }

  minimum(a: Linear, b: Linear): Linear {
    return a.terms.size + b.terms.size > 0 ? this.bent() : constant(Math.min(a.constant, b.constant));
  }

  maximum(a: Linear, b: Linear): Linear {
    return a.terms.size + b.terms.size > 0 ? this.bent() : constant(Math.max(a.constant, b.constant));
  }

  private combined(a: Linear, b: Linear, sign: 1 | -1): Linear {
    const terms = new Map(a.terms);
    for (const [place, value] of b.terms) terms.set(place, (terms.get(place) ?? 0) + sign * value);
    return { constant: a.constant + sign * b.constant, terms };
  }

  private bent(): Linear {
    this.isBent = true;
    return constant(0);
  }
}

function scaled(terms: ReadonlyMap<number, number>, factor: number): ReadonlyMap<number, number> {
  return terms.size === 0 ? NO_TERMS : new Map([...terms].map(([place, value]) => [place, value * factor]));
}
