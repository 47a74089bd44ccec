import type { DriverChange } from '#core/scenario/driver-change.ts';

const MODES = { relative: '*', points: '~', set: '=' } as const;
const NUMBER = String.raw`-?\d+(?:\.\d+)?(?:e-?\d+)?`;
const CHANGE = new RegExp(String.raw`^(.+?)([*~=])(${NUMBER})(?:@(\d{4}-\d{2})?(?:\.\.(\d{4}-\d{2}))?)?$`);

/** Changes as they stand in the address: `leads*0.1,sql-rate=0.5@2026-12`. */
export function changesText(changes: readonly DriverChange[]): string {
  return changes
    .map(({ node, mode, value, from, to }) => {
      const months = from === undefined && to === undefined ? '' : `@${from ?? ''}${to === undefined ? '' : `..${to}`}`;
      return `${node}${MODES[mode]}${value}${months}`;
    })
    .join(',');
}

/** Reads them back; what cannot be read is left out. */
export function changesIn(text: string | undefined): readonly DriverChange[] {
  return (text ?? '').split(',').flatMap((part): readonly DriverChange[] => {
    const [, node, sign, value, from, to] = CHANGE.exec(part) ?? [];
    if (node === undefined || value === undefined) return [];
    const mode = sign === '*' ? 'relative' : sign === '~' ? 'points' : 'set';
    return [{ node, mode, value, ...(from ? { from } : {}), ...(to ? { to } : {}) }];
  });
}

/** The changes with one driver's replaced, or taken away. */
export function withChange(
  changes: readonly DriverChange[],
  node: string,
  change: Pick<DriverChange, 'mode' | 'value'> | undefined,
  from?: string,
): readonly DriverChange[] {
  const others = changes.filter(one => one.node !== node);
  if (!change) return others;
  const made: DriverChange = { node, ...change, ...(from === undefined ? {} : { from }) };
  const place = changes.findIndex(one => one.node === node);
  return place === -1
    ? [...others, made]
    : [...changes.slice(0, place), made, ...changes.slice(place + 1)].filter((one, at) => one.node !== node || at === place);
}
