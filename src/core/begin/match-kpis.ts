import type { Catalogue } from '../metric/catalogue.ts';
import type { MetricId } from '../metric/measurement.ts';
import type { Metric } from '../metric/metric.ts';
import { normalise } from '../text/normalise.ts';
import { proposedGoals, proposeTree } from './propose-tree.ts';
import type { SheetKpi } from './sheet-kpis.ts';

/** What a KPI of a sheet was taken for. */
export interface KpiMatch {
  readonly kpi: string;
  /** The metric it is; undefined: one of the team's own. */
  readonly metric: MetricId | undefined;
  /** `sure`: called so. `likely`: called nearly so, to be confirmed. `none`: nothing in the catalogue is called like it. */
  readonly by: 'sure' | 'likely' | 'none';
  /** Other metrics it may be, the likeliest first. */
  readonly others: readonly MetricId[];
}

/** Shown beside a doubtful name. */
const MOST_OTHERS = 4;
/** From here on a name is the metric's own, but for words that say nothing. */
const SAME = 0.9;
/** Up to this likeness a guess is offered, not made. */
const LIKELY = 0.6;

/**
 * What the KPIs of a sheet are, by their names and other names in the catalogue, and by whether their units go together. One metric
 * belongs to one KPI: to the one that is called so most nearly. [BEG-10]
 */
export function matchKpis(kpis: readonly SheetKpi[], catalogue: Catalogue): readonly KpiMatch[] {
  const index = namesOf(catalogue);
  const ranked = kpis.map(kpi => ({ kpi, found: rank(kpi, index) }));
  const domains = domainsOf(ranked.flatMap(({ found }) => (found[0] && found[0].score >= SAME ? [found[0].metric] : [])));
  const inOrder = ranked.map(({ kpi, found }) => ({
    kpi,
    found: found.toSorted((a, b) => b.score - a.score || affinity(b.metric, domains) - affinity(a.metric, domains)),
  }));
  const chosen = settled(firstChoice(inOrder), inOrder, catalogue);
  return inOrder.map(({ kpi, found }): KpiMatch => {
    const best = found.find(({ metric }) => metric.id === chosen.get(kpi.key));
    const others = found.filter(each => each !== best).map(({ metric }) => metric.id);
    const rivals = found.filter(({ score }) => score >= SAME).length;
    const by = !best ? 'none' : best.score >= SAME && rivals === 1 ? 'sure' : 'likely';
    return { kpi: kpi.key, metric: best?.metric.id, by, others: others.slice(0, MOST_OTHERS) };
  });
}

interface Ranked {
  readonly kpi: SheetKpi;
  readonly found: readonly Candidate[];
}

type Choice = ReadonlyMap<string, MetricId>;

/** Each KPI its best metric; of two that want the same, the one that is called so more nearly. */
function firstChoice(ranked: readonly Ranked[]): Choice {
  const chosen = new Map<string, MetricId>();
  const taken = new Set<MetricId>();
  for (const least of [1, SAME, LIKELY]) {
    for (const { kpi, found } of ranked) {
      if (chosen.has(kpi.key)) continue;
      const best = found.find(({ metric, score }) => score >= least && !taken.has(metric.id));
      if (!best) continue;
      taken.add(best.metric.id);
      chosen.set(kpi.key, best.metric.id);
    }
  }
  return chosen;
}

/** Where a name fits several metrics equally well, the one with which the others make the larger tree. */
function settled(first: Choice, ranked: readonly Ranked[], catalogue: Catalogue): Choice {
  let chosen = first;
  let size = treeSize(chosen, catalogue);
  for (const { kpi, found } of ranked) {
    const rivals = found.filter(({ score }) => score >= SAME).slice(0, MOST_OTHERS);
    if (rivals.length < 2) continue;
    for (const { metric } of rivals) {
      if ([...chosen.values()].includes(metric.id)) continue;
      const tried = new Map([...chosen, [kpi.key, metric.id]]);
      const reached = treeSize(tried, catalogue);
      if (reached <= size) continue;
      chosen = tried;
      size = reached;
    }
  }
  return chosen;
}

function treeSize(choice: Choice, catalogue: Catalogue): number {
  const there = new Set(choice.values());
  const [goal] = proposedGoals(there, catalogue);
  return goal === undefined ? 0 : proposeTree(goal, there, catalogue).reached.size;
}

interface Candidate {
  readonly metric: Metric;
  /** 1: called so. */
  readonly score: number;
}

/** `loose`: names without what stands in brackets behind them: 購入率（訪問者あたり）. */
type NameIndex = readonly { readonly metric: Metric; readonly names: readonly string[]; readonly loose: readonly string[] }[];

const BRACKETS = /\s*[(（][^()（）]*[)）]\s*$/u;

const indexes = new WeakMap<Catalogue['metrics'], NameIndex>();

function namesOf({ metrics }: Catalogue): NameIndex {
  const found = indexes.get(metrics);
  if (found) return found;
  const made = [...metrics.values()].map(metric => ({
    metric,
    names: [...new Set([metric.id, metric.name.ja, metric.name.en, ...metric.aliases].map(normalise))].filter(Boolean),
    loose: [metric.name.ja, metric.name.en].flatMap(name => (BRACKETS.test(name) ? [normalise(name.replace(BRACKETS, ''))] : [])),
  }));
  indexes.set(metrics, made);
  return made;
}

function rank(kpi: SheetKpi, index: NameIndex): readonly Candidate[] {
  const wanted = normalise(kpi.name);
  const plain = plainName(wanted);
  const other = plainName(SYNONYMS.reduce((name, [said, meant]) => name.replace(said, meant), wanted));
  const above = kpi.group.at(-1);
  const joined = above === undefined ? undefined : normalise(`${above}${kpi.name}`);
  if (wanted === '') return [];
  return index.flatMap(({ metric, names, loose }) => {
    if (!fits(kpi, metric)) return [];
    const score = Math.max(
      ...names.map(name =>
        Math.max(likeness(name, wanted, plain, joined), other === plain ? 0 : likeness(name, wanted, other, joined)),
      ),
      loose.includes(wanted) ? 0.98 : 0,
    );
    return score >= 0.45 ? [{ metric, score }] : [];
  });
}

function likeness(name: string, wanted: string, plain: string, joined: string | undefined): number {
  if (name === wanted) return 1;
  if (name === joined) return 0.95;
  const bare = plainName(name);
  if (bare === plain && plain.length > 1) return 0.9;
  if (plain.length < 2 || bare.length < 2) return 0;
  const [short, long] = bare.length < plain.length ? [bare, plain] : [plain, bare];
  return long.includes(short) ? (short.length / long.length) * 0.85 : 0;
}

/** Words that shops use for one thing; both sides normalised. */
const SYNONYMS: readonly (readonly [string, string])[] = [
  ['受注', '注文'],
  ['問合セ', '問イ合ワセ'],
];

/** A name without the words that people put before and behind it. */
function plainName(name: string): string {
  return name
    .replace(/^(?:月間|年間|月次|当月|合計|総|全体|自社|サイト|web|ウェブ|hp)+(?=..)/, '')
    .replace(/(?:件数|人数|社数|回数|金額|総数|数|額|高)+$/, '');
}

/** Whether figures as they are written can be of a metric: 3% is no count, 円 are no rate. */
function fits(kpi: SheetKpi, { unit }: Metric): boolean {
  switch (kpi.unit?.kind) {
    case undefined:
      return true;
    case 'percent':
      return unit.kind === 'ratio';
    case 'money':
      return unit.kind === 'money';
    case 'count':
      return unit.kind === 'count';
    case 'duration':
      return unit.kind === 'duration';
    case 'multiple':
      return unit.kind === 'multiple' || unit.kind === 'ratio' || unit.kind === 'count';
  }
}

function domainsOf(metrics: readonly Metric[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const domain of metrics.flatMap(({ domains = [] }) => domains)) counts.set(domain, (counts.get(domain) ?? 0) + 1);
  return counts;
}

function affinity({ domains = [] }: Metric, counts: ReadonlyMap<string, number>): number {
  return Math.max(0, ...domains.map(domain => counts.get(domain) ?? 0));
}
