import type { NodeView, PlanView } from '#contract/plan-view.ts';
import type { WireProblem } from '#contract/problem.ts';
import { treeOfPlan } from '#contract/tree-of-plan.ts';
import type { PlanKnowledge } from '#core/lint/evidence/plan-knowledge.ts';
import { type SmartLetter, smartLetterOf } from '#core/lint/smart/smart-letters.ts';
import { treeShape } from '#core/share/tree-nodes.ts';

export const SMART_LETTERS: readonly SmartLetter[] = ['S', 'M', 'A', 'R', 'T'];

/** The five lights of one goal or KPI. */
export interface SmartRow {
  readonly node: NodeView;
  readonly lights: Readonly<Record<SmartLetter, boolean>>;
}

export interface SmartScore {
  readonly rows: readonly SmartRow[];
  /** Lights that are on, of all there are. */
  readonly on: number;
  readonly all: number;
  /** Nodes all of whose lights are on. */
  readonly whole: number;
  readonly byLetter: Readonly<Record<SmartLetter, number>>;
}

/** Whether a finding is about a node: by its place, or because it lists it. */
export function isAbout({ at, params }: Pick<WireProblem, 'at' | 'params'>, node: string): boolean {
  const { nodes } = params;
  return at[1] === node || (typeof nodes === 'object' && nodes !== null && nodes.includes(node));
}

/**
 * How many of a plan's goals and KPIs are specific, measured, attainable, relevant and dated; what is only watched is not asked.
 * Measured and attainable need data or history: without any they are off, not unknown. A finding of a letter turns it off. [DES-23]
 */
export function smartScore(view: PlanView, problems: readonly WireProblem[], known: PlanKnowledge | undefined): SmartScore {
  const { drawnBelow } = treeShape(treeOfPlan(view));
  const asked = view.nodes.filter(({ watch }) => !watch);
  const rows = asked.map((node): SmartRow => {
    const doubted = new Set(problems.filter(one => isAbout(one, node.id)).map(({ code }) => smartLetterOf(code)));
    const own = known && Object.hasOwn(known.nodes, node.id) ? known.nodes[node.id] : undefined;
    const hasNumber = node.target !== null || Object.keys(node.months).length > 0 || node.equals !== null;
    const leads = node.role === 'goal' || drawnBelow.has(node.id) || node.supports.length > 0 || node.under !== null;
    const is: Readonly<Record<SmartLetter, boolean>> = {
      S: hasNumber,
      M: own?.isMeasured === true,
      A: node.baseline !== null || (own?.past.some(({ value }) => value !== null) ?? false),
      R: leads,
      T: true,
    };
    const light = (letter: SmartLetter) => is[letter] && !doubted.has(letter);
    return { node, lights: { S: light('S'), M: light('M'), A: light('A'), R: light('R'), T: light('T') } };
  });
  const count = (letter: SmartLetter) => rows.filter(({ lights }) => lights[letter]).length;
  const byLetter = { S: count('S'), M: count('M'), A: count('A'), R: count('R'), T: count('T') };
  return {
    rows,
    byLetter,
    on: SMART_LETTERS.reduce((sum, letter) => sum + byLetter[letter], 0),
    all: SMART_LETTERS.length * rows.length,
    whole: rows.filter(({ lights }) => SMART_LETTERS.every(letter => lights[letter])).length,
  };
}

/** Lights that went on or off since an earlier state; nodes that were not there are left out. [REV-06] */
export function smartChanges(
  before: SmartScore,
  now: SmartScore,
): readonly { readonly node: NodeView; readonly letter: SmartLetter; readonly isOn: boolean }[] {
  const old = new Map(before.rows.map(({ node, lights }) => [node.id, lights]));
  return now.rows.flatMap(({ node, lights }) => {
    const then = old.get(node.id);
    if (!then) return [];
    return SMART_LETTERS.filter(letter => then[letter] !== lights[letter]).map(letter => ({
      node,
      letter,
      isOn: lights[letter],
    }));
  });
}
