import { daysOf, monthsOf } from '../calendar/duration.ts';
import type { Formula } from '../formula/ast.ts';
import type { Lag } from './lag.ts';
import { sharesOfLag } from './lag.ts';
import type { NodeId, PlanNode } from './plan.ts';
import type { ProgramNode } from './program.ts';

/**
 * A node as programs take it. One whose delay is a distribution becomes one node per share, each with a delay of its own, and the
 * sum of them weighted by their shares. [PLN-31]
 */
export function programNodes(
  { id, equals, lag }: Pick<PlanNode, 'id' | 'equals' | 'lag'>,
  isLeaf = false,
): readonly ProgramNode[] {
  if (isLeaf || !equals) return [{ id }];
  if (!lag) return [{ id, equals }];
  if (!lag.spread) return [{ id, equals, lag: delay(monthsOf(lag), lag) }];
  const parts = sharesOfLag(lag).map(({ share, takes }, part) => ({ id: `${id}${PART}${part}`, share, takes }));
  const sum = parts
    .map((part): Formula => operation('*', { kind: 'number', value: part.share, as: 'plain', span: NOWHERE }, reference(part.id)))
    .reduce((left, right) => operation('+', left, right));
  return [...parts.map(part => ({ id: part.id, equals, lag: delay(monthsOf(part.takes), lag) })), { id, equals: sum }];
}

/** The node and place of one share of a distribution; undefined for a node of the plan. */
export function lagPart(id: NodeId): { readonly node: NodeId; readonly part: number } | undefined {
  const at = id.indexOf(PART);
  return at === -1 ? undefined : { node: id.slice(0, at), part: Number(id.slice(at + 1)) };
}

/** The longest time that a delay takes, in months of 30 days. */
export function longestMonths(lag: Lag): number {
  return Math.max(...sharesOfLag(lag).map(({ takes }) => daysOf(takes) / 30));
}

/** Stands in no id. */
const PART = '~';
const NOWHERE = { start: 0, end: 0 };

function delay(months: number, { after }: Lag): NonNullable<ProgramNode['lag']> {
  return { months, ...(after === undefined ? {} : { after }) };
}

function reference(id: NodeId): Formula {
  return { kind: 'reference', id, span: NOWHERE };
}

function operation(operator: '+' | '*', left: Formula, right: Formula): Formula {
  return { kind: 'operation', operator, left, right, span: NOWHERE };
}
