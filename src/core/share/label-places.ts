/**
 * Moves labels apart along one axis, as little as is needed. [SCR-13]
 *
 * In    where each would like to be (its middle), the room each needs, the ends of the axis
 * Out   as many places, in the same order; neighbours keep their distance, none leaves the axis as long as there is room
 */
export function spreadLabels(wanted: readonly number[], room: number, low: number, high: number): readonly number[] {
  const order = wanted.map((at, place) => ({ at, place })).sort((a, b) => a.at - b.at || a.place - b.place);
  let groups = order.map(({ at, place }) => ({ middle: at, places: [place] }));
  for (let i = 0; i < groups.length - 1; ) {
    const [a, b] = [groups[i], groups[i + 1]];
    if (!a || !b || edge(b, room, -1, low, high) - edge(a, room, 1, low, high) >= -1e-9) {
      i += 1;
      continue;
    }
    const size = a.places.length + b.places.length;
    const merged = {
      middle: (a.middle * a.places.length + b.middle * b.places.length) / size,
      places: [...a.places, ...b.places],
    };
    groups = [...groups.slice(0, i), merged, ...groups.slice(i + 2)];
    i = Math.max(0, i - 1);
  }
  const placed = [...wanted];
  for (const group of groups) {
    const start = centre(group, room, low, high) - ((group.places.length - 1) * room) / 2;
    group.places.forEach((place, n) => {
      placed[place] = start + n * room;
    });
  }
  return placed;
}

interface Group {
  readonly middle: number;
  readonly places: readonly number[];
}

function centre({ middle, places }: Group, room: number, low: number, high: number): number {
  const half = (places.length * room) / 2;
  return high - low < 2 * half ? (low + high) / 2 : Math.min(Math.max(middle, low + half), high - half);
}

function edge(group: Group, room: number, side: 1 | -1, low: number, high: number): number {
  return centre(group, room, low, high) + (side * group.places.length * room) / 2;
}

/** Where a note stands above its stroke. */
export interface LanePlace {
  /** 0 is the lane next to the chart; undefined: there is no room for its words. */
  readonly lane: number | undefined;
  /** Its words begin at the stroke, or end there. */
  readonly from: 'start' | 'end';
}

/**
 * Lanes for notes above a chart. [SCR-14]
 * In: place and width of each note from left to right, the width of the chart, how many lanes there are. A note's words run to the
 * right of its stroke, near the right end to the left; no two overlap in a lane; where no lane is free, only the stroke stays.
 */
export function noteLanes(
  notes: readonly { readonly x: number; readonly width: number }[],
  width: number,
  lanes: number,
): readonly LanePlace[] {
  const taken: { readonly left: number; readonly right: number }[][] = Array.from({ length: lanes }, () => []);
  return notes.map(note => {
    for (const from of note.x + note.width <= width ? (['start', 'end'] as const) : (['end'] as const)) {
      const left = from === 'start' ? note.x : note.x - note.width;
      const span = { left, right: left + note.width };
      if (left < 0) continue;
      const lane = taken.findIndex(spans =>
        spans.every(other => other.right + GAP <= span.left || span.right + GAP <= other.left),
      );
      if (lane === -1) continue;
      taken[lane]?.push(span);
      return { lane, from };
    }
    return { lane: undefined, from: 'start' };
  });
}

const GAP = 10;
