import type { NodeId } from '../plan/plan.ts';
import { type CutTree, cutTree } from './cut-tree.ts';
import type { ForesightInput } from './foresight.ts';
import { type HistoryMonths, historyMonths } from './history-months.ts';
import { leafHistory } from './leaf-history.ts';
import { type LeafPath, leafPath } from './leaf-path.ts';

/**
 * The forecasts of a plan's drivers, one after the other. [LND-03]
 * `step` makes one forecast and says whether there are more, so that a server can answer others in between.
 */
export class LeafFits {
  readonly months: HistoryMonths;
  readonly cut: CutTree;
  readonly paths: ReadonlyMap<NodeId, LeafPath>;
  private readonly found = new Map<NodeId, LeafPath>();
  private readonly open: NodeId[];
  private readonly input: ForesightInput;

  constructor(input: ForesightInput) {
    const { arithmetic, history, to } = input;
    this.input = input;
    this.months = historyMonths(arithmetic.plan, to);
    const isMeasured = (node: NodeId) => {
      const known = history.get(node);
      return known !== undefined && (known.running !== null || known.closed.some(value => value !== null));
    };
    this.cut = cutTree(arithmetic, isMeasured);
    this.paths = this.found;
    const leaves = [...this.cut.origins].flatMap(([id, origin]) => (origin === 'history' ? [id] : []));
    this.open = this.months.ahead.length === 0 ? [] : leaves.reverse();
  }

  /** Forecasts the next driver; false when all are done. */
  step(): boolean {
    const id = this.open.pop();
    const { plan } = this.input.arithmetic;
    const [node, known] = id === undefined ? [] : [plan.nodes.get(id), this.input.history.get(id)];
    const path = node && known && leafPath(leafHistory(node, known), { ...this.months, calendar: plan.calendar });
    if (id !== undefined && path) this.found.set(id, path);
    return this.open.length > 0;
  }

  /** Itself with all forecasts made. */
  finished(): this {
    while (this.step());
    return this;
  }
}
