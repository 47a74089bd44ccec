const SPAN = { start: 0, end: 0 };

/** A tree of formulas with fan-out 4: 60 % sums, 25 % products, 15 % ratios; the same every time. As formulas and as texts. */
export function randomTree(count) {
  let state = 20261121;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const nodes = [];
  const texts = [];
  for (let i = 0; i < count; i++) {
    const parts = [1, 2, 3, 4].map(k => 4 * i + k).filter(k => k < count);
    const kind = next();
    const operator = kind < 0.6 ? '+' : kind < 0.85 ? '*' : '/';
    const id = `n${i}`;
    if (parts.length === 0) nodes.push({ id });
    else {
      const references = parts.map(k => ({ kind: 'reference', id: `n${k}`, span: SPAN }));
      nodes.push({ id, equals: references.reduce((left, right) => ({ kind: 'operation', operator, left, right, span: SPAN })) });
      texts.push({ id, parts, operator });
    }
  }
  return { nodes, texts, leaves: nodes.filter(({ equals }) => !equals).map(({ id }) => id) };
}
