/** An exact fraction: numerator over a positive denominator, in lowest terms. The proof's own arithmetic, shared with nobody. */
export interface Fraction {
  readonly over: bigint;
  readonly under: bigint;
}

export const ZERO: Fraction = { over: 0n, under: 1n };
export const ONE: Fraction = { over: 1n, under: 1n };

export function fraction(over: bigint | number, under: bigint | number = 1): Fraction {
  const [top, bottom] = [BigInt(over), BigInt(under)];
  if (bottom === 0n) throw new Error('a fraction over zero');
  if (bottom === 1n) return { over: top, under: bottom };
  const common = commonDivisor(top < 0n ? -top : top, bottom < 0n ? -bottom : bottom);
  if (common === 1n && bottom > 0n) return { over: top, under: bottom };
  const divisor = bottom < 0n ? -common : common;
  return { over: top / divisor, under: bottom / divisor };
}

const LARGEST_DOUBLE = BigInt(Number.MAX_SAFE_INTEGER);

/** In whole doubles as soon as both are small enough for them, which is much faster. */
function commonDivisor(first: bigint, second: bigint): bigint {
  let a = first;
  let b = second;
  while (b > LARGEST_DOUBLE) {
    const rest = a % b;
    a = b;
    b = rest;
  }
  if (b === 0n) return a;
  let x = Number(b);
  let y = Number(a % b);
  while (y !== 0) {
    const rest = x % y;
    x = y;
    y = rest;
  }
  return BigInt(x);
}

const READ = new Map<string, Fraction>();

/** Reads `12`, `-0.05`, `3.50`. */
export function fractionOf(decimal: string): Fraction {
  const known = READ.get(decimal);
  if (known) return known;
  const [whole = '', decimals = ''] = decimal.split('.');
  const value = fraction(BigInt(whole + decimals), 10n ** BigInt(decimals.length));
  if (READ.size < 100_000) READ.set(decimal, value);
  return value;
}

export function plus(a: Fraction, b: Fraction): Fraction {
  if (a.over === 0n) return b;
  if (b.over === 0n) return a;
  if (a.under === b.under) return fraction(a.over + b.over, a.under);
  return fraction(a.over * b.under + b.over * a.under, a.under * b.under);
}

export function minus(a: Fraction, b: Fraction): Fraction {
  return plus(a, { over: -b.over, under: b.under });
}

export function times(a: Fraction, b: Fraction): Fraction {
  if (a.over === 0n || b.over === 0n) return ZERO;
  return fraction(a.over * b.over, a.under * b.under);
}

export function over(a: Fraction, b: Fraction): Fraction | undefined {
  return b.over === 0n ? undefined : fraction(a.over * b.under, a.under * b.over);
}

export function isLess(a: Fraction, b: Fraction): boolean {
  return a.under === b.under ? a.over < b.over : a.over * b.under < b.over * a.under;
}

export function lesser(a: Fraction, b: Fraction): Fraction {
  return isLess(b, a) ? b : a;
}

export function greater(a: Fraction, b: Fraction): Fraction {
  return isLess(a, b) ? b : a;
}

/** The decimal with so many digits that lies just above (or below) a fraction, or is it. */
export function decimalBeside({ over, under }: Fraction, digits: number, side: 'above' | 'below'): string {
  const scaled = over * 10n ** BigInt(digits);
  const floor = scaled >= 0n ? scaled / under : -((-scaled + under - 1n) / under);
  const units = floor * under === scaled || side === 'below' ? floor : floor + 1n;
  const text = String(units < 0n ? -units : units).padStart(digits + 1, '0');
  const decimal = digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
  return `${units < 0n ? '-' : ''}${decimal}`;
}

export function show({ over, under }: Fraction): string {
  return under === 1n ? String(over) : `${over}/${under} (${Number(over) / Number(under)})`;
}
