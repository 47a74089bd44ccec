/** A small line without axes, in pixels of its box. */
export interface Sparkline {
  /** SVG paths, one per stretch without a gap; a stretch of one point is a path of no length. */
  readonly paths: readonly string[];
  /** The newest value; undefined without any. */
  readonly last: { readonly x: number; readonly y: number } | undefined;
}

/**
 * The shape of values over time. [SCR-02]
 *
 * In    values from the oldest to the newest, null where there is none; the box in pixels; since when each value's definition holds
 * Out   lowest value at the bottom, highest at the top; a line without ups and downs runs through the middle; gaps stay gaps, and
 *       where the definition changes the line breaks [MEA-05]
 */
export function sparkline(
  values: readonly (number | null)[],
  width: number,
  height: number,
  since: readonly (string | undefined)[] = [],
  pad = 3,
): Sparkline {
  const present = values.filter(value => value !== null);
  const low = Math.min(...present);
  const span = Math.max(...present) - low;
  const step = values.length > 1 ? (width - 2 * pad) / (values.length - 1) : 0;
  const points = values.map((value, place) =>
    value === null
      ? undefined
      : {
          x: rounded(pad + place * step),
          y: rounded(span === 0 ? height / 2 : height - pad - ((value - low) / span) * (height - 2 * pad)),
        },
  );
  const paths: string[] = [];
  let open = '';
  let holds: string | undefined;
  points.forEach((point, place) => {
    const isAnew = since[place] !== holds;
    if (open !== '' && (!point || isAnew)) {
      paths.push(open);
      open = '';
    }
    if (!point) return;
    holds = since[place];
    open += `${open === '' ? 'M' : 'L'}${point.x} ${point.y}`;
  });
  if (open !== '') paths.push(open);
  return { paths: paths.map(closed), last: points.findLast(point => point !== undefined) };
}

/** A single point is drawn as a dot: a line of no length with round ends. */
function closed(path: string): string {
  return path.includes('L') ? path : `${path}h0`;
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
