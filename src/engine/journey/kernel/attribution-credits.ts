import type { AttributionModel, AttributionQuestion } from '#core/journey/attribution-question.ts';
import type { Vocabulary } from './event-part.ts';
import type { TouchFinder } from './find-touches.ts';
import type { PeopleBlock } from './people-block.ts';
import { SliceIndex } from './slice-index.ts';

/** Gives the credit of conversions to the slices of their touches, by every asked model. [JRN-42 … JRN-46] */
export class AttributionCredits {
  readonly dimensions: readonly number[];
  private readonly index: SliceIndex;
  private readonly models: readonly AttributionModel[];
  private readonly direct: readonly Uint8Array[];
  private touches = new Float64Array(0);
  private readonly conversions: Float64Array[];
  private readonly value: Float64Array[];
  private time = new Float64Array(0);
  private slots = new Uint32Array(0);
  private firstCodes = new Uint32Array(0);

  constructor({ by, models }: AttributionQuestion, vocabulary: Vocabulary) {
    this.index = new SliceIndex(vocabulary, by, 1);
    this.dimensions = this.index.dimensions;
    this.models = models;
    this.direct = models.map(model => directCodes(model, vocabulary.dimensions[this.dimensions[0] ?? 0]?.values ?? []));
    this.conversions = models.map(() => new Float64Array(0));
    this.value = models.map(() => new Float64Array(0));
    this.grow(Math.max(256, this.index.size));
  }

  /** The touches of the person whose conversions follow. */
  hold(block: PeopleBlock, { touches, count }: TouchFinder): void {
    if (count > this.time.length) {
      this.time = new Float64Array(count * 2);
      this.slots = new Uint32Array(count * 2);
      this.firstCodes = new Uint32Array(count * 2);
    }
    const [first, second] = [block.columns[0] as Uint32Array, block.columns[1]];
    for (let i = 0; i < count; i++) {
      const row = touches[i] as number;
      this.time[i] = block.time[row] as number;
      this.firstCodes[i] = first[row] as number;
      const slot = this.index.slot(0, first[row] as number, second ? (second[row] as number) : 0);
      this.slots[i] = slot;
      if (slot >= this.touches.length) this.grow(slot * 2);
    }
  }

  /** One conversion's touches: from `from` up to, not including, `to`. */
  give(from: number, to: number, amount: number): void {
    for (let i = from; i < to; i++) {
      const slot = this.slots[i] as number;
      this.touches[slot] = (this.touches[slot] as number) + 1;
    }
    for (let m = 0; m < this.models.length; m++) this.giveBy(this.models[m] as AttributionModel, m, from, to, amount);
  }

  sums() {
    const found: number[] = [];
    for (let slot = 0; slot < this.index.size; slot++) if ((this.touches[slot] as number) > 0) found.push(slot);
    const pick = (from: Float64Array) => Float64Array.from(found, slot => from[slot] as number);
    return {
      keys: Float64Array.from(found, slot => this.index.key(slot)),
      touches: pick(this.touches),
      credits: this.models.map((_, m) => ({
        conversions: pick(this.conversions[m] as Float64Array),
        value: pick(this.value[m] as Float64Array),
      })),
    };
  }

  private giveBy(model: AttributionModel, m: number, from: number, to: number, amount: number): void {
    const last = to - 1;
    const n = to - from;
    switch (model.model) {
      case 'first': {
        this.credit(m, from, 1, amount);
        return;
      }
      case 'last': {
        this.credit(m, last, 1, amount);
        return;
      }
      case 'last-non-direct': {
        const direct = this.direct[m] as Uint8Array;
        let place = last;
        while (place >= from && direct[this.firstCodes[place] as number] === 1) place--;
        this.credit(m, place < from ? last : place, 1, amount);
        return;
      }
      case 'linear':
        for (let i = from; i < to; i++) this.credit(m, i, 1 / n, amount);
        return;
      case 'decay': {
        const end = this.time[last] as number;
        let sum = 0;
        for (let i = from; i < to; i++) sum += 2 ** (((this.time[i] as number) - end) / model.halfLife);
        for (let i = from; i < to; i++) this.credit(m, i, 2 ** (((this.time[i] as number) - end) / model.halfLife) / sum, amount);
        return;
      }
      case 'position': {
        if (n === 1) {
          this.credit(m, from, 1, amount);
          return;
        }
        const ends = model.first + model.last;
        if (n === 2) {
          const share = ends === 0 ? 0.5 : model.first / ends;
          this.credit(m, from, share, amount);
          this.credit(m, last, 1 - share, amount);
          return;
        }
        this.credit(m, from, model.first, amount);
        for (let i = from + 1; i < last; i++) this.credit(m, i, (1 - ends) / (n - 2), amount);
        this.credit(m, last, model.last, amount);
        return;
      }
    }
  }

  private credit(m: number, touch: number, share: number, amount: number): void {
    const slot = this.slots[touch] as number;
    const [conversions, value] = [this.conversions[m] as Float64Array, this.value[m] as Float64Array];
    conversions[slot] = (conversions[slot] as number) + share;
    value[slot] = (value[slot] as number) + share * amount;
  }

  private grow(size: number): void {
    const longer = (from: Float64Array) => {
      const to = new Float64Array(size);
      to.set(from);
      return to;
    };
    this.touches = longer(this.touches);
    for (let m = 0; m < this.models.length; m++) {
      this.conversions[m] = longer(this.conversions[m] as Float64Array);
      this.value[m] = longer(this.value[m] as Float64Array);
    }
  }
}

function directCodes(model: AttributionModel, values: readonly (string | null)[]): Uint8Array {
  const direct = new Set(model.model === 'last-non-direct' ? model.direct : []);
  return Uint8Array.from(values, value => (direct.has(value) ? 1 : 0));
}
