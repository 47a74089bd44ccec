import type { NodeId } from '../plan/plan.ts';
import { studentQuantile } from '../stats/student-t.ts';
import { adjustedForDiscovery } from './false-discovery.ts';
import { type HoldOut, holdOut } from './hold-out.ts';
import { aligned, commonValues, type LaggedAssociation, lagScan } from './lag-scan.ts';
import type { PlainSeries } from './plain-series.ts';

/** A KPI that may move ahead of the outcome, with the marks that weigh it. */
export interface DriverCandidate {
  readonly node: NodeId;
  readonly series: PlainSeries;
  /** Marks from 1 to 5. [PRI-04, PRI-06] */
  readonly room: number;
  readonly controllability: number;
  /** Sign that the association has where improving the one goes with a better other: −1 where less is better of just one; 0: not said. */
  readonly way: 1 | -1 | 0;
}

/** What can be said of one KPI as a driver of the outcome. Never that it causes anything. [ANA-13, DRV-01] */
export interface KeyDriver {
  readonly node: NodeId;
  /** `driver`: it moves ahead of the outcome · `none`: no association beyond chance · `cannot-tell`: see `why`. */
  readonly verdict: 'driver' | 'none' | 'cannot-tell';
  /** `too-few`: not enough values in common · `still`: one of the two does not move · `hold-out`: not in the newest part. */
  readonly why?: 'too-few' | 'still' | 'hold-out';
  /** Values in common, without lag. */
  readonly values: number;
  /** The lag with the strongest association; absent where there is none. */
  readonly strongest?: LaggedAssociation;
  /** Range of the association; absent with too few independent pairs. */
  readonly range?: { readonly low: number; readonly high: number };
  /** Level of false discovery at which it would just count; the lags of its own scan are paid for. */
  readonly discovery?: number;
  readonly holdOut?: HoldOut;
  readonly room: number;
  readonly controllability: number;
  /** |association| × room × control, marks as shares of 5: 0 to 1; drivers only. */
  readonly score?: number;
  /** Improving it went with a worse outcome: no driver to pull. */
  readonly against?: true;
}

export interface KeyDriverScan {
  /** Drivers by score, then those that cannot be told, then the others. */
  readonly rows: readonly KeyDriver[];
  /** Lags looked at, in steps. */
  readonly lags: { readonly from: 0; readonly to: number };
  readonly level: number;
}

/** At most this share of the drivers named is named by chance, on average. */
export const DISCOVERY_LEVEL = 0.05;

/** Values in common that a scan needs. */
export const LEAST_VALUES = 8;

/**
 * Finds the KPIs that move ahead of an outcome. [ANA-13, DRV-01 … DRV-06]
 *
 * In    series without growth and season in the same steps; how far back drivers are looked at
 * Out   one row per candidate; the same input gives the same rows
 * How   per candidate the lag with the smallest p, multiplied by the lags looked at; over all candidates Benjamini and Hochberg's
 *       procedure; what passes is tried on its newest part. Ranges are those of Fisher's z at the level that allows for everything
 *       that was looked at. Source: Benjamini and Yekutieli, Journal of the American Statistical Association 100 (2005), 71–81
 */
export function keyDrivers(
  outcome: PlainSeries,
  candidates: readonly DriverCandidate[],
  most: number,
  level = DISCOVERY_LEVEL,
): KeyDriverScan {
  const scans = candidates.map(candidate => scanOf(candidate, outcome, most));
  const tested = scans.filter(({ strongest }) => strongest !== undefined);
  const adjusted = adjustedForDiscovery(tested.map(({ p }) => p));
  const looked = tested.reduce((sum, { lags }) => sum + lags, 0);
  const passed = adjusted.filter(p => p <= level).length;
  const certainty = 1 - (level * Math.max(1, passed)) / Math.max(1, looked);
  const rows = scans.map(scan => rowOf(scan, outcome, adjusted[tested.indexOf(scan)], level, certainty));
  return { rows: rows.toSorted(byStanding), lags: { from: 0, to: most }, level };
}

interface Scan {
  readonly candidate: DriverCandidate;
  readonly values: number;
  readonly lags: number;
  readonly strongest: LaggedAssociation | undefined;
  /** Of the strongest, with the lags paid for. */
  readonly p: number;
}

function scanOf(candidate: DriverCandidate, outcome: PlainSeries, most: number): Scan {
  const { series } = candidate;
  const values = commonValues(series.values, outcome.values);
  const found = values < LEAST_VALUES ? [] : lagScan(series.values, outcome.values, most, Math.max(series.used, outcome.used));
  const strongest = found.reduce<LaggedAssociation | undefined>(
    (best, each) => (best && !isStronger(each, best) ? best : each),
    undefined,
  );
  return { candidate, values, lags: found.length, strongest, p: Math.min(1, (strongest?.p ?? 1) * found.length) };
}

function isStronger(one: LaggedAssociation, other: LaggedAssociation): boolean {
  return one.p < other.p || (one.p === other.p && Math.abs(one.association) > Math.abs(other.association));
}

function rowOf(
  { candidate, values, strongest }: Scan,
  outcome: PlainSeries,
  discovery: number | undefined,
  level: number,
  certainty: number,
): KeyDriver {
  const { node, series, room, controllability, way } = candidate;
  const marks = { node, values, room, controllability };
  if (!strongest || discovery === undefined)
    return { ...marks, verdict: 'cannot-tell', why: values < LEAST_VALUES ? 'too-few' : 'still' };
  const range = rangeOf(strongest, certainty);
  const found = { ...marks, strongest, discovery, ...(range ? { range } : {}) };
  if (discovery > level) return { ...found, verdict: 'none' };
  const held = holdOut(aligned(series.values, outcome.values, strongest.lag));
  if (!held.holds) return { ...found, verdict: 'cannot-tell', why: 'hold-out', holdOut: held };
  if (way * strongest.association < 0) return { ...found, verdict: 'driver', holdOut: held, score: 0, against: true };
  const score = Math.abs(strongest.association) * (room / 5) * (controllability / 5);
  return { ...found, verdict: 'driver', holdOut: held, score };
}

/** Independent pairs below which no range is told: Fisher's z needs more than four, one went into the line. */
const LEAST_FOR_RANGE = 6;

function rangeOf({ association, effective }: LaggedAssociation, certainty: number): { low: number; high: number } | undefined {
  if (effective < LEAST_FOR_RANGE) return undefined;
  const half = studentQuantile((1 + certainty) / 2, effective - 3) / Math.sqrt(effective - 4);
  const z = Math.atanh(Math.max(-LARGEST, Math.min(LARGEST, association)));
  return { low: Math.tanh(z - half), high: Math.tanh(z + half) };
}

/** The nearest to ±1 whose z is still a number to reckon with. */
const LARGEST = 1 - 1e-15;

const STANDING: Readonly<Record<KeyDriver['verdict'], number>> = { driver: 0, 'cannot-tell': 1, none: 2 };

function byStanding(a: KeyDriver, b: KeyDriver): number {
  const strength = ({ strongest }: KeyDriver) => Math.abs(strongest?.association ?? 0);
  return STANDING[a.verdict] - STANDING[b.verdict] || (b.score ?? 0) - (a.score ?? 0) || strength(b) - strength(a);
}
