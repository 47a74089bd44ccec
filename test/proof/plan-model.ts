import type { Fraction } from './fraction.ts';

/** A plan as the proof sees it: data only, with exact values and no memory of how it will be written. */
export interface ModelPlan {
  /** First and last day, `YYYY-MM-DD`. */
  readonly from: string;
  readonly to: string;
  /** In an order in which inputs come first; the goal is the last one. */
  readonly nodes: readonly ModelNode[];
  readonly goal: ModelGoal;
  readonly pipeline: ModelPipeline;
}

export interface ModelNode {
  readonly id: string;
  /** `flow` adds up over months, `stock` stands at their end, `level` holds in each. */
  readonly time: 'flow' | 'stock' | 'level';
  readonly unit: 'count' | 'money' | 'ratio';
  /** Ratios only: may it pass 100 % (and fall below zero)? */
  readonly isOpen?: boolean;
  /** What it stood at before the plan: of a flow the amount of a month. */
  readonly baseline?: Fraction;
  /** Drivers have a target, calculated nodes a formula. */
  readonly target?: ModelTarget;
  readonly formula?: Expression;
  readonly lag?: { readonly days: number; readonly after?: string };
}

export interface ModelTarget {
  readonly sign: 'at-least' | 'at-most' | 'equal' | 'between';
  /** Decimal text; `upTo` is the upper end of `between`. */
  readonly value: string;
  readonly upTo?: string;
  /** Flows only; without it the value is the total until `by`, or until the plan's end. */
  readonly per?: Rhythm;
  readonly by?: string;
  /** Single months that replace the target's amount, by number from the plan's first month. */
  readonly months?: ReadonlyMap<number, string>;
}

export type Rhythm = 'day' | 'week' | 'month' | 'quarter' | 'half' | 'year';

/** The goal's own target is added when the worst case is known, so that many goals lie close to it. */
export interface ModelGoal {
  readonly id: string;
  readonly target?: ModelTarget;
  readonly by?: string;
}

export type ModelPipeline =
  | { readonly kind: 'unstated' | 'none' | 'baseline' }
  | { readonly kind: 'given'; readonly arrivals: ReadonlyMap<string, ReadonlyMap<number, string>> };

export type Expression =
  | { readonly kind: 'number'; readonly value: string }
  | { readonly kind: 'node'; readonly id: string }
  /** The node a month earlier; before the plan its baseline. */
  | { readonly kind: 'previous'; readonly id: string }
  | {
      readonly kind: '+' | '-' | '*' | '/' | 'min' | 'max';
      readonly left: Expression;
      readonly right: Expression;
    };

/** Nodes an expression takes from the same month. */
export function inputsOf(expression: Expression): readonly string[] {
  switch (expression.kind) {
    case 'number':
    case 'previous':
      return [];
    case 'node':
      return [expression.id];
    default:
      return [...inputsOf(expression.left), ...inputsOf(expression.right)];
  }
}
