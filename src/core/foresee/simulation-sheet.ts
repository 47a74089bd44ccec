import { toNumber } from '../number/rational.ts';
import { type Arithmetic, pipelineAmount } from '../plan/arithmetic.ts';
import { arrivingShare } from '../plan/arriving-share.ts';
import type { Inputs } from '../plan/evaluate.ts';
import { type Adjustment, FlatSheet } from '../plan/flat.ts';
import { flatten } from '../plan/flat-program.ts';
import type { NodeId } from '../plan/plan.ts';
import { ancestorsOf, type Program } from '../plan/program.ts';
import type { CutTree } from './cut-tree.ts';
import { effectsOn } from './effect-share.ts';
import type { ForesightInput, RegisteredEffect } from './foresight.ts';
import { type HistoryMonths, LOOK_BACK } from './history-months.ts';
import { type LeafPath, runningMonth } from './leaf-path.ts';

/** Months of history that lie in the sheet before the plan, so that delays find what was under way. */
export const BEFORE = 12;

export interface SheetAsked {
  readonly input: ForesightInput;
  readonly cut: CutTree;
  readonly months: HistoryMonths;
  readonly paths: ReadonlyMap<NodeId, LeafPath>;
  readonly effects: readonly RegisteredEffect[];
}

/** How a delayed formula did against what was measured. [LND-12] */
export interface FormulaFit {
  readonly node: NodeId;
  /** Measured ÷ calculated over the months compared. */
  readonly ratio: number;
  readonly months: number;
  /** What the months ahead are multiplied with. */
  readonly factor: number;
}

/**
 * The plan's tree with actuals in the months that are over and the middle of the forecasts ahead. [LND-11]
 *
 * Months over: measured nodes stand at what was measured, whatever their formula says. The running month stands at
 * the rate of its rest until it is settled. Delayed formulas: what was under way comes from the months before.
 */
export function simulationSheet(asked: SheetAsked): { readonly sheet: FlatSheet; readonly fits: readonly FormulaFit[] } {
  const { input, cut, months, effects } = asked;
  const { arithmetic, history, to } = input;
  const { plan } = arithmetic;
  const width = BEFORE + arithmetic.months.length;
  const sheet = new FlatSheet(flatten(cut.program), width, sheetInputs(asked));
  const fits = formulaFits(asked, sheet);
  const fitOf = new Map(fits.map(fit => [fit.node, fit.factor]));
  const arrivals = givenArrivals(arithmetic, cut);
  for (const node of plan.nodes.values()) {
    if (cut.origins.get(node.id) !== 'formula') continue;
    const known = history.get(node.id);
    for (let month = 0; month < width; month++) {
      const place = month + LOOK_BACK - BEFORE;
      const value = known?.closed[place];
      if (place < months.closed.length) {
        if (value !== null && value !== undefined) sheet.give(node.id, month, value);
        continue;
      }
      const range = months.ahead[place - months.closed.length];
      if (!range) continue;
      const effect = effectsOn(node.id, range, to, effects);
      const factor = effect.factor * (fitOf.get(node.id) ?? 1);
      const offset = effect.offset + (arrivals.get(`${node.id} ${month - BEFORE}`) ?? 0);
      if (factor !== 1 || offset !== 0) sheet.adjust(node.id, month, { factor, offset });
    }
  }
  sheet.recalculate();
  return { sheet, fits };
}

/** What becomes of measured nodes' values of the running month: what has happened, and the share that is still to come. */
export function settledCells(
  sheet: FlatSheet,
  { input, months }: Pick<SheetAsked, 'input' | 'months'>,
): ReadonlyMap<number, Adjustment> {
  const { plan } = input.arithmetic;
  const month = months.closed.length - LOOK_BACK + BEFORE;
  if (month < 0 || months.ahead.length === 0) return new Map();
  return new Map(
    [...input.history].flatMap(([id, { running, profile }]): (readonly [number, Adjustment])[] => {
      const isFlow = plan.nodes.get(id)?.time === 'flow';
      const settled = runningMonth({ running, isFlow, profile }, { ...months, calendar: plan.calendar });
      return settled ? [[sheet.cell(id, month), settled]] : [];
    }),
  );
}

function sheetInputs({ input: { arithmetic, history }, cut, months, paths }: SheetAsked): Inputs<number> {
  const { plan, baselines, bounds } = arithmetic;
  const baseline = (node: NodeId) => {
    const value = baselines.get(node);
    return value ? toNumber(value) : Number.NaN;
  };
  const planned = (node: NodeId, month: number) => {
    const bound = bounds.get(node)?.[Math.max(0, month)];
    const stated = bound?.low ?? bound?.high;
    return stated ? toNumber(stated) : Number.NaN;
  };
  const isClipped = arithmetic.months.some(part => part.clipped);
  return {
    leaf: (node, month) => {
      const place = month + LOOK_BACK - BEFORE;
      if (cut.origins.get(node) !== 'history') {
        if (month >= BEFORE || plan.nodes.get(node)?.time !== 'flow') return planned(node, month - BEFORE);
        return arithmetic.pipeline === 'baseline' ? baseline(node) : 0;
      }
      if (place < months.closed.length)
        return history.get(node)?.closed[place] ?? (place < LOOK_BACK ? baseline(node) : Number.NaN);
      return paths.get(node)?.middles[place - months.closed.length] ?? Number.NaN;
    },
    before: baseline,
    pipeline: () => undefined,
    arriving: (node, from, until) => {
      const share = isClipped ? arrivingShare(arithmetic, node, from - BEFORE, until - BEFORE) : undefined;
      return share && toNumber(share);
    },
  };
}

/** Amounts under way when the plan began, of delayed nodes whose drivers nobody measured then; by node and plan month. */
function givenArrivals(arithmetic: Arithmetic, { origins }: CutTree): ReadonlyMap<string, number> {
  const { plan, months } = arithmetic;
  const found = new Map<string, number>();
  for (const node of plan.nodes.values()) {
    if (!node.lag || origins.get(node.id) !== 'formula') continue;
    const below = ancestorsOf(node.id, plan.nodes).filter(id => id !== node.id);
    if (!below.some(id => origins.get(id) === 'plan' && plan.nodes.get(id)?.time === 'flow')) continue;
    for (const month of months.keys()) {
      const amount = pipelineAmount(arithmetic, node.id, month);
      if (amount) found.set(`${node.id} ${month}`, toNumber(amount));
    }
  }
  return found;
}

/** Months of comparison that count as much as the belief that a formula is right. */
const DOUBT = 6;
const COMPARED = 12;

function formulaFits({ input: { arithmetic, history }, cut, months }: SheetAsked, sheet: FlatSheet): readonly FormulaFit[] {
  return [...arithmetic.plan.nodes.values()].flatMap(node => {
    const known = history.get(node.id);
    if (!node.lag || cut.origins.get(node.id) !== 'formula' || !known) return [];
    let [measured, calculated, count] = [0, 0, 0];
    for (let place = months.closed.length - 1; place >= LOOK_BACK - BEFORE && count < COMPARED; place--) {
      const [actual, formula] = [known.closed[place], sheet.value(node.id, place - LOOK_BACK + BEFORE)];
      if (actual === null || actual === undefined || formula === undefined) continue;
      measured += actual;
      calculated += formula;
      count += 1;
    }
    if (count === 0 || !(measured > 0) || !(calculated > 0)) return [];
    const ratio = measured / calculated;
    return [{ node: node.id, ratio, months: count, factor: ratio ** (count / (count + DOUBT)) }];
  });
}

/** Leaves of a program that are drawn. */
export function drawnLeaves({ nodes }: Program, paths: ReadonlyMap<NodeId, LeafPath>): readonly NodeId[] {
  return nodes.filter(node => paths.has(node));
}
