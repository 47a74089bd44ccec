import type { AttributionModel, AttributionQuestion } from '#core/journey/attribution-question.ts';
import type { Vocabulary } from './event-part.ts';
import type { TouchFinder } from './find-touches.ts';
import { SliceIndex } from './slice-index.ts';
import { WindowSums } from './window-sums.ts';

/** Gives the credit of conversions to the slices of their touches, by every asked model. [JRN-42 … JRN-46] */
export class AttributionCredits {
  readonly dimensions: readonly number[];
  private readonly index: SliceIndex;
  private readonly models: readonly AttributionModel[];
  private readonly direct: readonly Uint8Array[];
  private touches = new Float64Array(0);
  private readonly conversions: Float64Array[];
  private readonly value: Float64Array[];
  private time: Float64Array = new Float64Array(0);
  private slots = new Uint32Array(0);
  /** Per model: the touch itself or the latest before it that is not direct; −1 where there is none. */
  private others: readonly Int32Array[] = [];
  /** Per model, where there is too much to go through touch by touch. */
  private windows: readonly WindowSums[] | null = null;
  private readonly most: number;

  /** People with more pairs of conversion and touch than `most` are worked out slice by slice instead of touch by touch. */
  constructor({ by, models }: AttributionQuestion, vocabulary: Vocabulary, most = 1_000_000) {
    this.most = most;
    this.index = new SliceIndex(vocabulary, by, 1);
    this.dimensions = this.index.dimensions;
    this.models = models;
    this.direct = models.map(model => directCodes(model, vocabulary.dimensions[this.dimensions[0] ?? 0]?.values ?? []));
    this.conversions = models.map(() => new Float64Array(0));
    this.value = models.map(() => new Float64Array(0));
    this.grow(Math.max(256, this.index.size));
  }

  /** The touches of the person whose conversions follow. */
  hold({ time, codes, count }: TouchFinder, conversions: number): void {
    if (count > this.slots.length) {
      this.slots = new Uint32Array(count * 2);
      this.others = this.models.map(() => new Int32Array(count * 2));
    }
    this.time = time;
    const [first, second] = [codes[0] as Uint32Array, codes[1]];
    for (let i = 0; i < count; i++) {
      for (let m = 0; m < this.models.length; m++) {
        const others = this.others[m] as Int32Array;
        const isDirect = this.direct[m]?.[first[i] as number] === 1;
        others[i] = isDirect ? (i === 0 ? -1 : (others[i - 1] as number)) : i;
      }
      const slot = this.index.slot(0, first[i] as number, second ? (second[i] as number) : 0);
      this.slots[i] = slot;
      if (slot >= this.touches.length) this.grow(slot * 2);
    }
    this.windows =
      conversions * count <= this.most
        ? null
        : this.models.map(model => new WindowSums(this.time, this.slots, model.model === 'decay' ? model.halfLife : 1));
  }

  /** One conversion's touches: from `from` up to, not including, `to`. */
  give(from: number, to: number, amount: number): void {
    if (this.windows) {
      this.giveBySlices(this.windows, from, to, amount);
      return;
    }
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
        const place = this.others[m]?.[last] as number;
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

  private giveBySlices(windows: readonly WindowSums[], from: number, to: number, amount: number): void {
    const n = to - from;
    for (const [m, window] of windows.entries()) {
      const model = this.models[m] as AttributionModel;
      window.moveTo(from, to);
      if (m === 0) for (const [slot, count] of window.counts) this.touches[slot] = (this.touches[slot] as number) + count;
      if (model.model === 'linear') for (const [slot, count] of window.counts) this.creditSlot(m, slot, count / n, amount);
      else if (model.model === 'decay') for (const [slot, share] of window.shares()) this.creditSlot(m, slot, share, amount);
      else if (model.model === 'position' && n > 2) {
        const between = (1 - model.first - model.last) / (n - 2);
        for (const [slot, count] of window.counts) this.creditSlot(m, slot, between * count, amount);
        this.credit(m, from, model.first - between, amount);
        this.credit(m, to - 1, model.last - between, amount);
      } else this.giveBy(model, m, from, to, amount);
    }
  }

  private credit(m: number, touch: number, share: number, amount: number): void {
    this.creditSlot(m, this.slots[touch] as number, share, amount);
  }

  private creditSlot(m: number, slot: number, share: number, amount: number): void {
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
