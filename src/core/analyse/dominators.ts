/**
 * For every node that is reached from a root: the last node that all ways to it lead through. [EXP-13]
 * A driver of one branch hangs at its user; one that several branches share hangs where they meet.
 * How: Cooper, Harvey & Kennedy (2001), "A Simple, Fast Dominance Algorithm".
 */
export function dominatorsFrom(root: string, partsOf: (node: string) => readonly string[]): ReadonlyMap<string, string> {
  const order = postorder(root, partsOf);
  const number = new Map(order.map((node, place) => [node, place]));
  const users = new Map<string, string[]>();
  for (const node of order) {
    for (const part of partsOf(node)) users.set(part, [...(users.get(part) ?? []), node]);
  }
  const found = new Map<string, string>([[root, root]]);
  const meet = (a: string, b: string): string => {
    let [x, y] = [a, b];
    while (x !== y) {
      while ((number.get(x) ?? 0) < (number.get(y) ?? 0)) x = found.get(x) ?? root;
      while ((number.get(y) ?? 0) < (number.get(x) ?? 0)) y = found.get(y) ?? root;
    }
    return x;
  };
  for (let changed = true; changed; ) {
    changed = false;
    for (const node of order.toReversed()) {
      if (node === root) continue;
      const known = (users.get(node) ?? []).filter(user => found.has(user));
      const [first, ...rest] = known;
      if (first === undefined) continue;
      const next = rest.reduce(meet, first);
      if (found.get(node) === next) continue;
      found.set(node, next);
      changed = true;
    }
  }
  found.delete(root);
  return found;
}

/** Every node behind all of its parts, the root last. */
function postorder(root: string, partsOf: (node: string) => readonly string[]): readonly string[] {
  const seen = new Set<string>([root]);
  const order: string[] = [];
  const open = [{ node: root, parts: partsOf(root), next: 0 }];
  for (let frame = open.at(-1); frame; frame = open.at(-1)) {
    const part = frame.parts[frame.next];
    frame.next += 1;
    if (part === undefined) {
      order.push(frame.node);
      open.pop();
    } else if (!seen.has(part)) {
      seen.add(part);
      open.push({ node: part, parts: partsOf(part), next: 0 });
    }
  }
  return order;
}
