/** By what a lead made itself known. */
export type Entry = 'guide' | 'inquiry' | 'demo' | 'webinar' | 'exhibition';

export const ENTRIES: readonly Entry[] = ['guide', 'inquiry', 'demo', 'webinar', 'exhibition'];

/** Leads of a month by entry, in the order of `ENTRIES`. */
export type LeadCounts = readonly [guide: number, inquiry: number, demo: number, webinar: number, exhibition: number];

/**
 * How many leads each month brings. Growth through 2025; a slow spring of 2026; from August on, a shorter form and a campaign bring
 * many more downloads of the guide, and no more of the others. The last month is given whole and cut at the demo's today.
 */
export const LEAD_MONTHS: ReadonlyMap<string, LeadCounts> = new Map([
  ['2024-11', [54, 21, 17, 27, 0]],
  ['2024-12', [48, 19, 15, 23, 0]],
  ['2025-01', [56, 22, 17, 28, 0]],
  ['2025-02', [60, 23, 18, 30, 0]],
  ['2025-03', [64, 24, 19, 31, 0]],
  ['2025-04', [60, 23, 19, 29, 0]],
  ['2025-05', [58, 22, 18, 27, 0]],
  ['2025-06', [60, 22, 18, 28, 18]],
  ['2025-07', [62, 23, 18, 29, 0]],
  ['2025-08', [54, 20, 16, 25, 0]],
  ['2025-09', [64, 23, 18, 30, 0]],
  ['2025-10', [70, 24, 19, 32, 0]],
  ['2025-11', [68, 24, 18, 31, 0]],
  ['2025-12', [58, 21, 17, 27, 0]],
  ['2026-01', [64, 20, 16, 27, 0]],
  ['2026-02', [66, 21, 17, 28, 0]],
  ['2026-03', [70, 21, 17, 29, 0]],
  ['2026-04', [78, 22, 18, 32, 0]],
  ['2026-05', [78, 21, 18, 31, 0]],
  ['2026-06', [88, 23, 19, 35, 24]],
  ['2026-07', [94, 24, 20, 37, 0]],
  ['2026-08', [130, 23, 19, 36, 0]],
  ['2026-09', [152, 24, 20, 40, 0]],
  ['2026-10', [158, 25, 20, 40, 0]],
  ['2026-11', [156, 25, 20, 40, 0]],
]);

/** How promising a lead is: `hot` has always been an MQL, `warm` only since the criteria were loosened. */
export type Warmth = 'hot' | 'warm' | 'cold';

export const WARMTHS: readonly Warmth[] = ['hot', 'warm', 'cold'];

type Shares = readonly [hot: number, warm: number, cold: number];

/** Shares of the warmths per 1,000 leads of an entry; those who come through the shorter form are colder. */
export function warmthShares(entry: Entry, hasShortForm: boolean): Shares {
  switch (entry) {
    case 'guide':
      return hasShortForm ? [60, 80, 860] : [130, 70, 800];
    case 'inquiry':
      return [640, 60, 300];
    case 'demo':
      return [780, 40, 180];
    case 'webinar':
      return [280, 60, 660];
    case 'exhibition':
      return [150, 100, 750];
  }
}

/** Lowest and highest score of a warmth; the old criteria began at 60 points, the new ones begin at 45. */
export const SCORES: Readonly<Record<Warmth, readonly [low: number, high: number]>> = {
  hot: [60, 96],
  warm: [45, 59],
  cold: [5, 44],
};

/** Of 1,000 handed over, how many sales takes on as SQL. */
export function acceptedShare(entry: Entry, warmth: Warmth, month: string): number {
  if (warmth !== 'hot') return 100;
  const share = { guide: 330, inquiry: 580, demo: 620, webinar: 430, exhibition: 340 }[entry];
  return month < '2026-04' ? share + 15 : month < '2026-09' ? share : share - 5;
}
