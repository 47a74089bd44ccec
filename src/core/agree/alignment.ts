import type { OwnedNode } from './responsibility.ts';

/** Two departments on the way to one goal, one for amounts only, the other for rates only, with nothing they both answer for. [AGR-07] */
export interface Misalignment {
  readonly goal: string;
  readonly amounts: { readonly department: string; readonly nodes: readonly string[] };
  readonly rates: { readonly department: string; readonly nodes: readonly string[] };
  /** A KPI of the plan between them that both could answer for; null: the plan has none, see `HAND_OVER`. */
  readonly between: string | null;
}

/** The metric both sides of a hand-over can answer for, where a plan has no rate between them. */
export const HAND_OVER = 'mql-to-sql-rate';

/**
 * Departments with opposed emphasis, goal by goal.
 * `departmentOf`: of a member; null where it is not known. Nodes without an owner, or whose owner has no department, count for nobody.
 */
export function misalignments(
  nodes: readonly OwnedNode[],
  departmentOf: (member: string) => string | null,
): readonly Misalignment[] {
  const byId = new Map(nodes.map(node => [node.id, node]));
  return nodes
    .filter(({ role }) => role === 'goal')
    .flatMap(goal => {
      const chain = below(goal, byId);
      const departments = byDepartment(chain, departmentOf);
      const only = (kind: OwnedNode['kind']) =>
        [...departments].filter(([, own]) => own.every(node => node.kind === kind)).map(([name, own]) => ({ name, own }));
      return only('quantity').flatMap(amounts =>
        only('quality').flatMap(rates => {
          const sides = [amounts.name, rates.name];
          if (chain.some(node => isShared(node, sides, departmentOf))) return [];
          return [
            {
              goal: goal.id,
              amounts: { department: amounts.name, nodes: amounts.own.map(({ id }) => id) },
              rates: { department: rates.name, nodes: rates.own.map(({ id }) => id) },
              between: rateBetween(amounts.own, rates.own, chain)?.id ?? null,
            },
          ];
        }),
      );
    });
}

function byDepartment(
  chain: readonly OwnedNode[],
  departmentOf: (member: string) => string | null,
): ReadonlyMap<string, readonly OwnedNode[]> {
  const departments = new Map<string, OwnedNode[]>();
  for (const node of chain) {
    const department = node.owner === null ? null : departmentOf(node.owner);
    if (department === null || node.role !== 'kpi' || node.kind === null) continue;
    departments.set(department, [...(departments.get(department) ?? []), node]);
  }
  return departments;
}

/** Somebody of each department owns it or contributes to it. */
function isShared(
  { owner, contributors }: OwnedNode,
  sides: readonly string[],
  departmentOf: (member: string) => string | null,
): boolean {
  const involved = new Set([...(owner === null ? [] : [owner]), ...contributors].map(departmentOf));
  return sides.every(side => involved.has(side));
}

/** The hand-over rate where it is in the chain, else the first rate above the amounts that is nobody's of the two. */
function rateBetween(
  amounts: readonly OwnedNode[],
  rates: readonly OwnedNode[],
  chain: readonly OwnedNode[],
): OwnedNode | undefined {
  const taken = new Set([...amounts, ...rates].map(({ id }) => id));
  const free = chain.filter(({ id, kind }) => kind === 'quality' && !taken.has(id));
  const handOver = free.find(({ metric }) => metric === HAND_OVER);
  if (handOver) return handOver;
  const above = chain.filter(({ parts }) => parts.some(part => amounts.some(({ id }) => id === part)));
  return free.find(({ id }) => above.some(({ parts }) => parts.includes(id))) ?? free[0];
}

/** All that a goal's formulas are made of, from the top; each once. */
function below(goal: OwnedNode, byId: ReadonlyMap<string, OwnedNode>): readonly OwnedNode[] {
  const found = new Set<OwnedNode>();
  const open = [goal];
  for (let node = open.shift(); node; node = open.shift()) {
    if (found.has(node)) continue;
    found.add(node);
    open.push(...node.parts.flatMap(part => byId.get(part) ?? []));
  }
  return [...found];
}
