import type { Catalogue } from '#core/metric/catalogue.ts';
import { decimalOf, shiftPoint, trimmed } from '#core/number/decimal.ts';
import { rationalOf } from '#core/number/rational.ts';
import { prepareArithmetic } from '#core/plan/arithmetic.ts';
import { parsePlan } from '#core/plan/build-plan.ts';
import { applyPatch, setSheetCell, setValue } from '#core/plan/edit.ts';
import type { PlanNode } from '#core/plan/plan.ts';
import { targetText } from '#core/plan/target-text.ts';
import { isError, type Problem } from '#core/problem/problem.ts';
import { checkChanges } from '#core/scenario/check-changes.ts';
import { changedValue, type DriverChange, holdsIn } from '#core/scenario/driver-change.ts';
import { scenarioProblem } from '#core/scenario/scenario-messages.ts';
import { type TreeModel, treeModel } from '#core/scenario/tree-model.ts';
import { readDraft, saveDraft } from '#engine/ledger/draft-store.ts';
import { latestVersion, type PlanTexts } from '#engine/ledger/plan-version-store.ts';
import { knownAt } from '#engine/query/knowledge.ts';
import type { HandlersOf } from '../handler.ts';
import { conflict, missing, problems } from '../reply.ts';
import { wireProblems } from '../sentence.ts';
import { draftReply, draftView } from './draft.ts';

export const adoptHandlers: HandlersOf<'adoptChanges'> = {
  adoptChanges: async ({ plan, body }, { app, by }) => {
    const { db } = app.workspace.ledger;
    const own = await readDraft(db, plan, by);
    if ((own?.revision ?? 0) !== body.revision) return conflict({ current: own ? draftView(own) : null });
    const newest = await latestVersion(db, plan);
    const from = own ?? newest;
    if (!from) return missing(plan);
    const { metrics } = await knownAt(app);
    const made = adopted({ yaml: from.yaml, sheet: from.sheet }, body.changes, metrics.catalogue);
    if (made.errors.length > 0) return problems(made.errors);
    const base = own?.base ?? newest?.number ?? 0;
    const saved = await app.workspace.ledger.change(by, change =>
      saveDraft(change, { plan, ...made.texts, base, revision: body.revision }),
    );
    return draftReply(saved, plan, draft => ({ draft, adopted: made.adopted, problems: wireProblems(made.left) }));
  },
};

interface Adoption {
  readonly texts: PlanTexts;
  readonly adopted: readonly { readonly node: string; readonly target: string; readonly months: readonly string[] }[];
  /** What could not be written. */
  readonly left: readonly Problem[];
  readonly errors: readonly Problem[];
}

/** The texts of a plan with changes written in as targets: in the text where they hold for the whole plan, else in the sheet. [SCN-10] */
function adopted(texts: PlanTexts, changes: readonly DriverChange[], catalogue: Catalogue): Adoption {
  const done: Adoption['adopted'][number][] = [];
  const left: Problem[] = [];
  let { yaml, sheet } = texts;
  for (const [i, change] of changes.entries()) {
    const parsed = parsePlan({ yaml, sheet }, catalogue);
    const prepared = parsed.ok ? prepareArithmetic(parsed.value.plan) : undefined;
    if (!parsed.ok || !prepared?.ok) return { texts, adopted: [], left: [], errors: parsed.problems };
    const model = treeModel(prepared.arithmetic);
    const found = checkChanges(model, [change], ['changes', i]);
    const errors = found.filter(isError);
    const node = parsed.value.plan.nodes.get(change.node);
    if (errors.length > 0 || !node) return { texts, adopted: [], left: [], errors };
    left.push(...found);
    const months = model.keys.filter(key => holdsIn(key, change));
    if (months.length === model.keys.length && node.months.size === 0) {
      const level = model.level(change.node, 0) ?? 0;
      const target = wholeTarget(node, level, change);
      const patch =
        target === undefined ? undefined : setValue(parsed.value.source, [`${node.role}s`, node.id, 'target'], target);
      if (!patch || target === undefined) left.push(scenarioProblem('scenario-adopt-target', { node: node.id }));
      else {
        yaml = applyPatch(yaml, patch);
        done.push({ node: node.id, target, months });
      }
      continue;
    }
    const written = inSheet(node, months, change, model, sheet);
    sheet = written.sheet;
    left.push(...written.left);
    if (written.months.length > 0) done.push({ node: node.id, target: written.cells.join(', '), months: written.months });
  }
  const errors = done.length === 0 ? [...left, scenarioProblem('scenario-adopt-nothing', {})] : [];
  return { texts: { yaml, sheet }, adopted: done, left, errors };
}

function wholeTarget(node: PlanNode, level: number, change: DriverChange): string | undefined {
  if (level === 0) return undefined;
  const next = changedValue(level, change);
  return targetText(node, rationalOf(decimalOf(Number(next.toPrecision(14)))), next / level);
}

function inSheet(node: PlanNode, months: readonly string[], change: DriverChange, model: TreeModel, text: string) {
  let sheet = text;
  const left: Problem[] = [];
  const cells: string[] = [];
  const written: string[] = [];
  for (const month of months) {
    const level = model.level(node.id, model.keys.indexOf(month)) ?? 0;
    const cell = cellText(node, changedValue(level, change));
    const patch = setSheetCell(sheet, node.id, 'target', month, cell);
    if (!patch) {
      left.push(scenarioProblem('scenario-adopt-sheet', { node: node.id, month }));
      continue;
    }
    sheet = applyPatch(sheet, patch);
    cells.push(cell);
    written.push(month);
  }
  return { sheet, left, cells, months: written };
}

function cellText({ unit }: PlanNode, value: number): string {
  const rounded = decimalOf(Number(value.toPrecision(8)));
  return unit.kind === 'ratio' ? `${trimmed(shiftPoint(rounded, 2))}%` : rounded;
}
