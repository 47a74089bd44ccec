import type { Decimal } from '#core/measure/observation.ts';
import { decimalFrom, scaledOf } from '#core/number/decimal.ts';

const SAFE = 2 ** 52;
const MOST_DECIMALS = 9;

/**
 * The exact sum of a column. [ING-41]
 * Values of up to 15 digits are summed as whole numbers per number of decimals, in doubles while these are exact, and moved to a big
 * integer before they could not be.
 */
export class ExactTotal {
  /** Values added. */
  count = 0;
  private readonly small = new Float64Array(MOST_DECIMALS + 1);
  private readonly large: bigint[] = Array.from({ length: MOST_DECIMALS + 1 }, () => 0n);
  private decimals = 0;

  /** Adds units ÷ 10^scale; `units` is an integer within ±10^15, `scale` 0 to 9. */
  add(units: number, scale: number): void {
    this.count += 1;
    if (scale > this.decimals) this.decimals = scale;
    const sum = (this.small[scale] ?? 0) + units;
    if (sum > SAFE || sum < -SAFE) {
      this.large[scale] = (this.large[scale] ?? 0n) + BigInt(sum);
      this.small[scale] = 0;
    } else this.small[scale] = sum;
  }

  /** Adds a decimal of any length, with at most nine decimals. */
  addDecimal(value: Decimal): void {
    const { units, scale } = scaledOf(value);
    this.count += 1;
    if (scale > this.decimals) this.decimals = scale;
    this.large[scale] = (this.large[scale] ?? 0n) + units;
  }

  /** The sum with as many decimals as the value with most of them; null when nothing was added. */
  get value(): Decimal | null {
    if (this.count === 0) return null;
    let units = 0n;
    for (let scale = 0; scale <= this.decimals; scale++) {
      units += ((this.large[scale] ?? 0n) + BigInt(this.small[scale] ?? 0)) * 10n ** BigInt(this.decimals - scale);
    }
    return decimalFrom({ units, scale: this.decimals });
  }
}
