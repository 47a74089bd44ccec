import type { Decimal } from '#core/measure/observation.ts';
import type { CellOutcome } from '#core/measure/recognise/cell-outcome.ts';
import { readNumber } from '#core/measure/recognise/read-number.ts';
import { decimalFrom, scaledOf, trimmed } from '#core/number/decimal.ts';
import { round } from '#core/number/round.ts';
import type { DecimalMark } from '#core/text/numeral.ts';
import type { Currency } from '#core/unit/unit.ts';
import type { ByteWriter } from '../byte-writer.ts';
import { ExactTotal } from '../exact-total.ts';
import { textOf } from '../row-batch.ts';
import type { CellReader } from './cell-reader.ts';

export interface NumberColumn {
  readonly reads: 'integer' | 'decimal';
  readonly decimalMark: DecimalMark;
  readonly scale?: Decimal | undefined;
  /** Whether the largest value is wanted. */
  readonly tracksLargest?: boolean;
}

const ZERO = 0x30;
const POINT = 0x2e;
const COMMA = 0x2c;
const MOST_DIGITS = 15;
const MOST_DECIMALS = 9;
/** Most bytes of a number of so many digits. */
const MOST_PLAIN_BYTES = 24;
const MOST_WHOLE_DIGITS = 29;
const INTEGER_LIMIT = 9_223_372_036_854_775_807n;

/**
 * Numbers, exactly. [ING-17]
 * Plain numbers of up to 15 digits, also with separators of thousands, are read from their bytes; all others as text. More than nine
 * decimals are rounded half away from zero. A number that is only bounded (`<1`) has no value, and is counted.
 */
export class NumberReader implements CellReader {
  readonly total = new ExactTotal();
  /** Cells that say only what the number is below or above. */
  bounded = 0;
  /** Cells with a spreadsheet's sign for a failed formula. */
  errors = 0;
  /** Cells with more than nine decimals. */
  rounded = 0;
  /** About the largest value, where it is asked for. */
  largest = Number.NEGATIVE_INFINITY;
  size = 0;
  /** Whether the cell read last had a percent sign, and its currency sign. */
  isPercent = false;
  currency: Currency | undefined;
  /** What plain numbers are multiplied by. */
  scale: Decimal | undefined;
  /** The value read, when it is small: units ÷ 10^decimals. */
  private units = 0;
  private decimals = 0;
  /** The value read, when it is not. */
  private written: Decimal | null = null;
  /** Whether the cell read last is written as it would be here; where it stands then. */
  private isCanonical = false;
  private bytes: Uint8Array = new Uint8Array(0);
  private start = 0;
  private end = 0;
  private state: CellOutcome = 'missing';
  private wasRounded = false;
  private wasError = false;
  private readonly whole: boolean;
  private readonly mark: number;
  private readonly separator: number;
  private readonly decimalMark: DecimalMark;
  private readonly tracksLargest: boolean;

  constructor(column: NumberColumn) {
    this.decimalMark = column.decimalMark;
    this.tracksLargest = column.tracksLargest ?? false;
    this.scale = column.scale;
    this.whole = column.reads === 'integer';
    this.mark = column.decimalMark === 'point' ? POINT : COMMA;
    this.separator = column.decimalMark === 'point' ? COMMA : POINT;
  }

  /** The value read last; null when there was none. */
  get value(): Decimal | null {
    if (this.state !== 'value') return null;
    return this.written ?? trimmed(decimalFrom({ units: BigInt(this.units), scale: this.decimals }));
  }

  /** About the value read last, for comparing sizes. */
  get approximately(): number {
    return this.written === null ? this.units / 10 ** this.decimals : Number(this.written);
  }

  read(bytes: Uint8Array, start: number, end: number): CellOutcome {
    this.wasRounded = false;
    this.wasError = false;
    this.isPercent = false;
    this.isCanonical = false;
    this.currency = undefined;
    if (start === end) this.state = 'missing';
    else if (this.scale === undefined && this.readPlain(bytes, start, end)) this.state = 'value';
    else this.state = this.readText(bytes, start, end);
    if (this.state === 'value' && this.whole) this.state = this.checkWhole();
    this.size = this.written === null ? MOST_PLAIN_BYTES : this.written.length;
    return this.state;
  }

  commit(): void {
    if (this.state === 'bounded') this.bounded += 1;
    if (this.wasError) this.errors += 1;
    if (this.state !== 'value') return;
    if (this.wasRounded) this.rounded += 1;
    if (this.written === null) this.total.add(this.units, this.decimals);
    else this.total.addDecimal(this.written);
    if (this.tracksLargest && this.approximately > this.largest) this.largest = this.approximately;
  }

  write(out: ByteWriter): void {
    if (this.state !== 'value') return;
    if (this.isCanonical) {
      out.copy(this.bytes, this.start, this.end);
      return;
    }
    if (this.written !== null) {
      out.ascii(this.written);
      return;
    }
    let { units, decimals } = this;
    while (decimals > 0 && units % 10 === 0) {
      units /= 10;
      decimals -= 1;
    }
    if (units < 0) {
      out.byte(0x2d);
      units = -units;
    }
    if (decimals === 0) {
      out.integer(units);
      return;
    }
    const unit = 10 ** decimals;
    const whole = Math.floor(units / unit);
    out.integer(whole);
    out.byte(0x2e);
    const fraction = units - whole * unit;
    for (let limit = unit / 10; limit > fraction && limit > 1; limit /= 10) out.byte(0x30);
    out.integer(fraction);
  }

  /** Digits with at most one decimal mark, separators of thousands in their places, and a minus sign. */
  private readPlain(bytes: Uint8Array, start: number, end: number): boolean {
    let at = start;
    const negative = bytes[at] === 0x2d;
    if (negative) at += 1;
    let units = 0;
    let digits = 0;
    let decimals = -1;
    let group = -1;
    for (; at < end; at++) {
      const byte = bytes[at] ?? 0;
      const digit = byte - 48;
      if (digit >= 0 && digit <= 9) {
        units = units * 10 + digit;
        digits += 1;
        if (decimals >= 0) decimals += 1;
        else if (group >= 0) group += 1;
      } else if (byte === this.mark) {
        if (decimals >= 0 || digits === 0 || (group >= 0 && group !== 3)) return false;
        decimals = 0;
      } else if (byte === this.separator) {
        if (decimals >= 0 || digits === 0 || (group < 0 ? digits > 3 : group !== 3)) return false;
        group = 0;
      } else return false;
    }
    if (digits === 0 || digits > MOST_DIGITS || decimals === 0 || decimals > MOST_DECIMALS) return false;
    if (decimals < 0 && group >= 0 && group !== 3) return false;
    this.units = negative && units !== 0 ? -units : units;
    this.decimals = decimals < 0 ? 0 : decimals;
    this.written = null;
    const hasNeedlessZero =
      (decimals > 0 && bytes[end - 1] === ZERO) ||
      (bytes[negative ? start + 1 : start] === ZERO && (negative || digits - this.decimals > 1));
    this.isCanonical = group < 0 && !hasNeedlessZero && (decimals < 0 || this.mark === POINT);
    this.bytes = bytes;
    this.start = start;
    this.end = end;
    return true;
  }

  private readText(bytes: Uint8Array, start: number, end: number): CellOutcome {
    const reading = readNumber(textOf(bytes, start, end), this.decimalMark);
    if (reading.kind === 'missing') this.wasError = reading.isError;
    if (reading.kind !== 'number') return reading.kind;
    this.isPercent = reading.isPercent;
    this.currency = reading.currency;
    let value = scaledBy(reading.value, reading.hasOwnUnit ? undefined : this.scale);
    if (decimalsOf(value) > MOST_DECIMALS) {
      value = trimmed(round(value, MOST_DECIMALS));
      this.wasRounded = true;
    }
    if (wholeDigitsOf(value) > MOST_WHOLE_DIGITS) return 'too-large';
    const { units, scale } = scaledOf(value);
    if (units >= -1_000_000_000_000_000n && units <= 1_000_000_000_000_000n) {
      this.units = Number(units);
      this.decimals = scale;
      this.written = null;
    } else this.written = trimmed(value);
    return 'value';
  }

  private checkWhole(): CellOutcome {
    if (this.written !== null) {
      if (this.written.includes('.')) return 'not-whole';
      const value = BigInt(this.written);
      return value > INTEGER_LIMIT || value < -INTEGER_LIMIT ? 'too-large' : 'value';
    }
    return this.decimals === 0 || this.units % 10 ** this.decimals === 0 ? 'value' : 'not-whole';
  }
}

function scaledBy(value: Decimal, factor: Decimal | undefined): Decimal {
  if (factor === undefined) return value;
  const left = scaledOf(value);
  const right = scaledOf(factor);
  return trimmed(decimalFrom({ units: left.units * right.units, scale: left.scale + right.scale }));
}

function decimalsOf(value: Decimal): number {
  const point = value.indexOf('.');
  return point < 0 ? 0 : value.length - point - 1;
}

function wholeDigitsOf(value: Decimal): number {
  return (value.split('.')[0] ?? '').replace('-', '').length;
}
