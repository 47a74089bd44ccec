import type { TemplateNode } from './template-schema.ts';

/** Ids by what they are called in another plan. Names that keep their id need not stand in it. */
export type NewNames = ReadonlyMap<string, string>;

/** A node with everything it refers to under new names. One of the catalogue that gets another id keeps its metric by name. */
export function renamedNode(node: TemplateNode, names: NewNames): TemplateNode {
  const of = (id: string) => names.get(id) ?? id;
  const id = of(node.id);
  const isOwn = node.unit !== undefined && node.metric === undefined;
  return {
    ...node,
    id,
    ...(id !== node.id && !isOwn ? { metric: node.metric ?? node.id } : {}),
    ...(node.under === undefined ? {} : { under: of(node.under) }),
    ...(node.pair === undefined ? {} : { pair: of(node.pair) }),
    ...(node.equals === undefined ? {} : { equals: renamedText(node.equals, names) }),
    ...(node.lag === undefined ? {} : { lag: renamedLag(node.lag, names) }),
    ...(node.supports ? { supports: node.supports.map(support => ({ ...support, to: of(support.to) })) } : {}),
  };
}

/** A formula's text with its names replaced. */
export function renamedText(text: string, names: NewNames): string {
  return text.replace(/[a-z][a-z0-9]*(?:-[a-z0-9]+)*/g, name => names.get(name) ?? name);
}

function renamedLag(text: string, names: NewNames): string {
  const [, delay, node] = /^(.* after )(.+)$/.exec(text) ?? [];
  return delay !== undefined && node !== undefined ? `${delay}${names.get(node) ?? node}` : text;
}
