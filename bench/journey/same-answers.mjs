import { CHANNELS } from './made-events.mjs';

/** Our answer in the shape of the peers' rows, and rows compared; what differs ends the benchmark. */
export const SHAPES = {
  series: ({ rows }) =>
    rows.map(({ bucket, slice, events, people, sessions, value }) => [bucket, code(slice), events, people, sessions, value]),
  'series, people': ({ rows }) => rows.map(({ bucket, slice, people }) => [bucket, code(slice), people]),
  rolling: ({ rolling }) => rolling.map((people, bucket) => [bucket, people]),
  funnel: ({ rows }) => [rows[0].reached],
  'funnel, one filter': ({ rows }) => [rows[0].reached],
  retention: ({ cohorts }) =>
    cohorts.flatMap(({ cells }, c) => cells.flatMap(({ people }, k) => (people > 0 ? [[c, k, people]] : []))),
  attribution: ({ rows }) =>
    rows.map(({ slice, touches, credits }) => [code(slice), touches, credits[2].conversions, credits[2].value]),
};

const code = slice => CHANNELS.indexOf(slice[0]);

export function holdSame(what, ours, theirs) {
  const sorted = rows => rows.toSorted((a, b) => a[0] - b[0] || a[1] - b[1]);
  const [a, b] = [sorted(ours), sorted(theirs)];
  const fail = text => {
    throw new Error(`${what}: ${text}`);
  };
  if (a.length !== b.length) fail(`${a.length} rows, the peer has ${b.length}`);
  for (const [i, row] of a.entries())
    for (const [k, value] of row.entries())
      if (Math.abs(value - b[i][k]) > 1e-9 * Math.max(1, Math.abs(value))) fail(`row ${i}: ${row} against ${b[i]}`);
}
