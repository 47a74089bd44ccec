/** A name as formulas can use it: letters, digits and hyphens, beginning with a letter; empty where nothing is left. [PLN-63] */
export function nodeId(name: string): string {
  const plain = name
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-')
    .replace(/[^\p{L}\p{N}-]/gu, '')
    .replace(/-+/g, '-')
    .replace(/^-|-$/g, '');
  return /^\p{L}/u.test(plain) ? plain : plain === '' ? '' : `k-${plain}`;
}

/** An id nobody has: the one wanted, or it with a number behind it. */
export function freeId(wanted: string, isTaken: (id: string) => boolean): string {
  const base = wanted === '' ? 'kpi' : wanted;
  let id = base;
  for (let count = 2; isTaken(id); count++) id = `${base}-${count}`;
  return id;
}
