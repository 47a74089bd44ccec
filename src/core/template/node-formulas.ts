import { referencesOf } from '../formula/ast.ts';
import { parseFormula } from '../formula/parse.ts';
import type { TemplateNode } from './template-schema.ts';

/** Ids a template's node is calculated from. */
export function dependenciesOf({ equals }: TemplateNode): readonly string[] {
  if (equals === undefined) return [];
  const read = parseFormula(equals);
  return read.ok ? [...referencesOf(read.value)] : [];
}

/** Whether some of these nodes are, at whatever distance, calculated from `goal`: a formula over them would run in a circle. */
export function leadsTo(from: readonly string[], goal: string, nodes: readonly TemplateNode[]): boolean {
  const byId = new Map(nodes.map(node => [node.id, node]));
  const seen = new Set<string>();
  const open = [...from];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (id === goal) return true;
    if (seen.has(id)) continue;
    seen.add(id);
    const node = byId.get(id);
    if (node) open.push(...dependenciesOf(node));
  }
  return false;
}
