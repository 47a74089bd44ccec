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
  let [a, b] = [top < 0n ? -top : top, bottom < 0n ? -bottom : bottom];
  while (b !== 0n) [a, b] = [b, a % b];
  const common = bottom < 0n ? -a : a;
  return { over: top / common, under: bottom / common };
}

/** Reads `12`, `-0.05`, `3.50`. */
export function fractionOf(decimal: string): Fraction {
  const [whole = '', decimals = ''] = decimal.split('.');
  return fraction(BigInt(whole + decimals), 10n ** BigInt(decimals.length));
}

export function plus(a: Fraction, b: Fraction): Fraction {
  if (a.under === 1n && b.under === 1n) return { over: a.over + b.over, under: 1n };
  return fraction(a.over * b.under + b.over * a.under, a.under * b.under);
}

export function minus(a: Fraction, b: Fraction): Fraction {
  return plus(a, { over: -b.over, under: b.under });
}

export function times(a: Fraction, b: Fraction): Fraction {
  if (a.under === 1n && b.under === 1n) return { over: a.over * b.over, under: 1n };
  return fraction(a.over * b.over, a.under * b.under);
}

export function over(a: Fraction, b: Fraction): Fraction | undefined {
  return b.over === 0n ? undefined : fraction(a.over * b.under, a.under * b.over);
}

export function isLess(a: Fraction, b: Fraction): boolean {
  return a.over * b.under < b.over * a.under;
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
