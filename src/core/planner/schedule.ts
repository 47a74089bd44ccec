import { type Condition, quadraticProgramme } from './quadratic-programme.ts';

/** What is delivered in each step (a month or a week) by what is created in each: linear. */
export interface Delivery {
  /** Delivered without anything new: what is under way, and what does not depend on the levers. Also beyond the period. */
  readonly base: readonly number[];
  /** What one unit of a lever created in a step delivers: `response[lever][created][delivered]`. */
  readonly response: readonly (readonly (readonly number[])[])[];
  /** Steps of the period; the steps of `base` behind it are there so that the end is not left empty. */
  readonly steps: number;
}

export interface ScheduleLever {
  /** Amount of the step before the first one; 0 = no history: then the first step is free. */
  readonly before: number;
  /** Most and least in each step; a budget is given as what it buys. */
  readonly most?: readonly (number | undefined)[];
  readonly least?: readonly (number | undefined)[];
  /** Cost of a unit in each step; 1 when absent. */
  readonly cost?: readonly number[];
  /** Most over several steps together, each counted with its share: a month's budget over its weeks. */
  readonly sums?: readonly ScheduleSum[];
}

export interface ScheduleSum {
  readonly parts: readonly (readonly [step: number, share: number])[];
  readonly most: number;
}

export type ScheduleShape =
  /** Changes from step to step as small as possible. */
  | 'smooth'
  /** The same amount in all steps, as far as the targets allow. */
  | 'even'
  /** As little as possible as late as possible: what is needed is created early. */
  | 'earliest'
  /** The least cost. */
  | 'cheapest'
  /** Following the season given. */
  | 'seasonal';

export interface ScheduleRequest {
  readonly delivery: Delivery;
  /** What is wanted in each step of the period; beyond it the last one goes on, growing by `growth` per step (0 unless said). */
  readonly targets: readonly number[];
  readonly growth?: number;
  readonly levers: readonly ScheduleLever[];
  readonly shapes: readonly ScheduleShape[];
  /** Greatest relative change from step to step; 0.35 unless allowed. */
  readonly ramp?: number;
  /** Weight of each step (business days, last year's season); 1 when absent. */
  readonly season?: readonly number[];
}

export interface Schedule {
  readonly shape: ScheduleShape;
  /** Amounts by lever and step, horizon included. */
  readonly created: readonly (readonly number[])[];
  readonly delivered: readonly number[];
  /** Steps of the period in which the target cannot be met under the limits. */
  readonly outOfReach: readonly number[];
  /** Share of each step's delivery that comes from what is still to be created. */
  readonly influence: readonly number[];
}

export const USUAL_RAMP = 0.35;

/** A step counts as influenceable when at least this share of what it delivers is not created yet. */
export const INFLUENCEABLE = 0.25;

/**
 * How much of each lever to create in each step so that the targets are delivered, once per shape. [PLA-03]
 *
 * First it is found how near every target can be come to (least squared relative shortfalls); what remains short is out of reach
 * and asked for no further. Then, among all schedules that deliver the rest, the one of the wanted shape is taken. None where the
 * limits contradict each other.
 */
export function schedulesOf(request: ScheduleRequest): readonly Schedule[] {
  const problem = new ScheduleProblem(request);
  return request.shapes.flatMap(shape => problem.solved(shape) ?? []);
}

/** A little more than is wanted, so that rounding of doubles does not leave a step short. */
const SAFE = 1e-7;

/**
 * What looks like a tiny shortfall is mostly none: it is first asked for in full. Where rounding leaves nothing that meets all conditions
 * at once, every target is asked for by a hair less.
 */
const LENIENCE = [
  { ignored: 1e-3, spare: SAFE },
  { ignored: 1e-6, spare: SAFE },
  { ignored: -1, spare: 1e-6 },
  { ignored: -1, spare: 1e-5 },
  { ignored: -1, spare: 1e-4 },
] as const;

class ScheduleProblem {
  private readonly request: ScheduleRequest;
  private readonly horizon: number;
  private readonly scales: readonly number[];
  private readonly wanted: readonly number[];
  private readonly limits: readonly Condition[];
  /** Of the earliest schedule, and of all others. */
  private readonly short = new Map<boolean, readonly number[] | undefined>();

  constructor(request: ScheduleRequest) {
    this.request = request;
    this.horizon = request.delivery.base.length;
    const last = request.targets.at(-1) ?? 0;
    const growth = 1 + (request.growth ?? 0);
    this.wanted = Array.from(
      { length: this.horizon },
      (_, step) => request.targets[step] ?? last * growth ** (step - request.targets.length + 1),
    );
    this.scales = request.levers.map((lever, i) => this.scaleOf(lever, i));
    this.limits = this.limitsOfLevers();
  }

  solved(shape: ScheduleShape): Schedule | undefined {
    const isEarliest = shape === 'earliest';
    const short = this.short.has(isEarliest) ? this.short.get(isEarliest) : this.shortfalls(isEarliest);
    this.short.set(isEarliest, short);
    if (!short) return undefined;
    const size = this.scales.length * this.horizon;
    const { matrix, linear } = this.objective(size, shape);
    for (const { ignored, spare } of LENIENCE) {
      const missing = short.map(share => (share > ignored ? share + spare : 0));
      const conditions = [
        ...this.limits,
        ...this.wanted.flatMap((target, step) =>
          this.isAsked(step, isEarliest) ? this.deliveryCondition(step, target - (missing[step] ?? 0) * Math.abs(target)) : [],
        ),
      ];
      const y = quadraticProgramme(matrix, linear, conditions);
      if (y) return this.told(y, shape, spare);
    }
    return undefined;
  }

  private told(y: Float64Array, shape: ScheduleShape, spare: number): Schedule {
    const created = this.scales.map((scale, lever) =>
      Array.from({ length: this.horizon }, (_, step) => Math.max(0, (y[this.place(lever, step)] ?? 0) * scale)),
    );
    const { base, steps } = this.request.delivery;
    const delivered = deliveredBy(this.request.delivery, created);
    return {
      shape,
      created,
      delivered,
      outOfReach: Array.from({ length: steps }, (_, step) => step).filter(step => {
        const target = this.wanted[step] ?? 0;
        return (delivered[step] ?? 0) < target - Math.max(1e-6, 2 * spare) * Math.abs(target);
      }),
      influence: delivered.map((value, step) => (value > 0 ? Math.max(0, Math.min(1, (value - (base[step] ?? 0)) / value)) : 0)),
    };
  }

  /**
   * Whether a step's target is asked for: not where hardly anything that is still to be created arrives, unless everything is to be
   * there as early as possible. Running after such a step would make all later ones too large.
   */
  private isAsked(step: number, isEarliest: boolean): boolean {
    const target = this.wanted[step] ?? 0;
    return isEarliest || (this.request.delivery.base[step] ?? 0) < (1 - INFLUENCEABLE) * target;
  }

  /** Which share of each target cannot be delivered under the limits; undefined where the limits contradict each other. */
  private shortfalls(isEarliest: boolean): readonly number[] | undefined {
    const size = this.scales.length * this.horizon;
    const matrix = rows(size + this.horizon);
    for (let i = 0; i < size; i++) set(matrix, i, i, 1e-9);
    for (let step = 0; step < this.horizon; step++) set(matrix, size + step, size + step, 1);
    const conditions: Condition[] = [...this.limits];
    for (const [step, target] of this.wanted.entries()) {
      if (!this.isAsked(step, isEarliest)) continue;
      const scale = Math.max(Math.abs(target), 1e-9);
      const terms = [
        ...this.deliveryTerms(step).map(([place, value]) => [place, value / scale] as const),
        [size + step, 1] as const,
      ];
      conditions.push({ terms, bound: (target - (this.request.delivery.base[step] ?? 0)) / scale });
      conditions.push({ terms: [[size + step, 1]], bound: 0 });
    }
    const found = quadraticProgramme(matrix, new Float64Array(size + this.horizon), conditions);
    if (!found) return undefined;
    return this.wanted.map((_, step) => Math.max(0, found[size + step] ?? 0));
  }

  /** No less than nothing, no more than the limits, no greater change than allowed. */
  private limitsOfLevers(): readonly Condition[] {
    const { levers, ramp = USUAL_RAMP } = this.request;
    return levers.flatMap((lever, i) => {
      const scale = this.scales[i] ?? 1;
      const together = (lever.sums ?? []).map(({ parts, most }): Condition => {
        const size = parts.reduce((sum, [, share]) => sum + share, 0) || 1;
        return { terms: parts.map(([step, share]) => [this.place(i, step), -share / size]), bound: -most / scale / size };
      });
      const alone = Array.from({ length: this.horizon }, (_, step) => {
        const here = this.place(i, step);
        const most = limitAt(lever.most, step);
        const least = limitAt(lever.least, step) ?? 0;
        // From something before on, the greatest change keeps every step above nothing.
        const own: Condition[] =
          least === 0 && lever.before > 0 && ramp < 1 ? [] : [{ terms: [[here, 1]], bound: least / scale }];
        if (most !== undefined) own.push({ terms: [[here, -1]], bound: -most / scale });
        if (step > 0) {
          const before = this.place(i, step - 1);
          own.push(
            {
              terms: [
                [here, -1],
                [before, 1 + ramp],
              ],
              bound: 0,
            },
            {
              terms: [
                [here, 1],
                [before, ramp - 1],
              ],
              bound: 0,
            },
          );
        } else if (lever.before > 0) {
          own.push({ terms: [[here, -1]], bound: (-lever.before * (1 + ramp)) / scale });
          own.push({ terms: [[here, 1]], bound: (lever.before * (1 - ramp)) / scale });
        }
        return own;
      });
      return [...alone.flat(), ...together];
    });
  }

  private deliveryCondition(step: number, target: number): readonly Condition[] {
    const terms = this.deliveryTerms(step);
    if (terms.length === 0) return [];
    const scale = Math.max(Math.abs(target), 1e-9);
    const bound = (target * (1 + (target > 0 ? SAFE / 10 : 0)) - (this.request.delivery.base[step] ?? 0)) / scale;
    return [{ terms: terms.map(([place, value]) => [place, value / scale]), bound }];
  }

  private deliveryTerms(step: number): readonly (readonly [number, number])[] {
    return this.scales.flatMap((scale, lever) =>
      (this.request.delivery.response[lever] ?? []).flatMap((row, created) => {
        const share = row[step] ?? 0;
        return share === 0 ? [] : [[this.place(lever, created), share * scale] as const];
      }),
    );
  }

  private objective(
    size: number,
    shape: ScheduleShape,
  ): { readonly matrix: readonly Float64Array[]; readonly linear: Float64Array } {
    const { season, levers } = this.request;
    const matrix = rows(size);
    const linear = new Float64Array(size);
    const changes = { smooth: 1, even: 0.001, earliest: 0.02, cheapest: 0.002, seasonal: 1 }[shape];
    const weight = (step: number) => (shape === 'seasonal' ? Math.max(season?.[step] ?? 1, 1e-6) : 1);
    for (const [lever, { before, cost }] of levers.entries()) {
      const scale = this.scales[lever] ?? 1;
      for (let step = 0; step < this.horizon; step++) {
        const here = this.place(lever, step);
        set(matrix, here, here, 1e-4);
        if (step > 0) difference(matrix, here, this.place(lever, step - 1), changes, 1 / weight(step), 1 / weight(step - 1));
        else if (before > 0 && (shape === 'smooth' || shape === 'seasonal')) {
          set(matrix, here, here, changes);
          linear[here] = (linear[here] ?? 0) - changes * (before / scale);
        }
        if (shape === 'even') {
          set(matrix, here, here, 1);
          for (let other = 0; other < this.horizon; other++) set(matrix, here, this.place(lever, other), -1 / this.horizon);
        }
        if (shape === 'earliest') linear[here] = (linear[here] ?? 0) + (step + 1) / this.horizon;
        if (shape === 'cheapest') linear[here] = (linear[here] ?? 0) + (cost?.[Math.min(step, cost.length - 1)] ?? 1);
      }
    }
    return { matrix, linear };
  }

  /** A lever's usual size, in whose units it is solved for. */
  private scaleOf({ before, most }: ScheduleLever, lever: number): number {
    if (before > 0) return before;
    const gain = (this.request.delivery.response[lever]?.[0] ?? []).reduce((sum, share) => sum + share, 0);
    const wanted = this.wanted.reduce((sum, target) => sum + target, 0) / Math.max(1, this.wanted.length);
    const needed = gain > 0 ? wanted / gain : 1;
    const limit = most?.find(value => value !== undefined && value > 0) ?? Number.POSITIVE_INFINITY;
    return Math.max(1e-9, Math.min(needed > 0 ? needed : 1, limit));
  }

  private place(lever: number, step: number): number {
    return lever * this.horizon + step;
  }
}

/** What a schedule delivers in each step. */
export function deliveredBy({ base, response }: Delivery, created: readonly (readonly number[])[]): readonly number[] {
  return base.map((value, step) =>
    created.reduce(
      (sum, amounts, lever) => amounts.reduce((all, amount, from) => all + amount * (response[lever]?.[from]?.[step] ?? 0), sum),
      value,
    ),
  );
}

function limitAt(limits: readonly (number | undefined)[] | undefined, step: number): number | undefined {
  return limits?.[Math.min(step, limits.length - 1)];
}

function rows(size: number): readonly Float64Array[] {
  return Array.from({ length: size }, () => new Float64Array(size));
}

function set(matrix: readonly Float64Array[], i: number, j: number, value: number): void {
  const row = matrix[i];
  if (row) row[j] = (row[j] ?? 0) + value;
}

/** Adds weight × (a·x_i − b·x_j)². */
function difference(matrix: readonly Float64Array[], i: number, j: number, weight: number, a: number, b: number): void {
  set(matrix, i, i, weight * a * a);
  set(matrix, j, j, weight * b * b);
  set(matrix, i, j, -weight * a * b);
  set(matrix, j, i, -weight * a * b);
}
