import type { NodeView, PlanView } from '#contract/plan-view.ts';
import { shiftPoint, trimmed } from '#core/number/decimal.ts';
import type { Text } from '#core/text/text.ts';

/** One difference between two states of a plan, as data; words are found late. */
export interface PlanChange {
  readonly key: string;
  /** Id of the node or factor, `plan`, or the budget line. */
  readonly of: string;
  /** Name of the node or factor it is about; null for the plan itself. */
  readonly subject: Text | null;
  readonly field: ChangedField;
  /** Month of a monthly target or budget. */
  readonly month?: string;
  /** As written; empty where there is nothing. Owners are ids, names texts. */
  readonly before: Text | string;
  readonly after: Text | string;
  /** The node in both states, where it is in both. */
  readonly nodes?: { readonly before: NodeView; readonly after: NodeView };
}

export type ChangedField =
  | 'added'
  | 'removed'
  | 'name'
  | 'target'
  | 'owner'
  | 'contributors'
  | 'formula'
  | 'baseline'
  | 'month'
  | 'factor'
  | 'rhythm'
  | 'lag'
  | 'reason'
  | 'population'
  | 'meaning'
  | 'audience'
  | 'decision'
  | 'measuredBy'
  | 'lights'
  | 'influence'
  | 'working'
  | 'cycle'
  | 'period'
  | 'budget';

/** What differs between two states of a plan: node by node in the later one's order, then what went, then money. [SCR-40] */
export function planChanges(before: PlanView, after: PlanView): readonly PlanChange[] {
  const old = new Map(before.nodes.map(node => [node.id, node]));
  const now = new Set(after.nodes.map(({ id }) => id));
  return [
    ...differing('plan', null, [
      ['name', before.name, after.name],
      ['period', `${before.period.from} – ${before.period.to}`, `${after.period.from} – ${after.period.to}`],
      ['cycle', before.purchaseCycle?.text ?? '', after.purchaseCycle?.text ?? ''],
    ]),
    ...after.nodes.flatMap(node => {
      const known = old.get(node.id);
      return known ? nodeChanges(known, node) : [change(node.id, node.name, 'added', '', node.name)];
    }),
    ...before.nodes.filter(({ id }) => !now.has(id)).map(node => change(node.id, node.name, 'removed', node.name, '')),
    ...factorChanges(before, after),
    ...budgetChanges(before, after),
  ];
}

function nodeChanges(a: NodeView, b: NodeView): readonly PlanChange[] {
  return valueChanges(a, b).map(change => ({ ...change, nodes: { before: a, after: b } }));
}

function valueChanges(a: NodeView, b: NodeView): readonly PlanChange[] {
  return [
    ...differing(b.id, b.name, [
      ['name', a.name, b.name],
      ['target', targetOf(a), targetOf(b)],
      ['baseline', a.baseline?.text ?? '', b.baseline?.text ?? ''],
      ['formula', a.equals?.text ?? '', b.equals?.text ?? ''],
      ['lag', a.lag?.text ?? '', b.lag?.text ?? ''],
      ['owner', a.owner ?? '', b.owner ?? ''],
      ['contributors', a.contributors.join(', '), b.contributors.join(', ')],
      ['factor', a.under ?? '', b.under ?? ''],
      ['rhythm', a.rhythm ?? '', b.rhythm ?? ''],
      ['reason', a.because ?? '', b.because ?? ''],
      ['population', a.population ?? '', b.population ?? ''],
      ['meaning', a.meaning ?? '', b.meaning ?? ''],
      ['audience', a.audience ?? '', b.audience ?? ''],
      ['decision', a.decision ?? '', b.decision ?? ''],
      ['measuredBy', a.measuredBy ?? '', b.measuredBy ?? ''],
      ['lights', lightsOf(a), lightsOf(b)],
      ['influence', influencesOf(a), influencesOf(b)],
      ['working', workingOf(a), workingOf(b)],
    ]),
    ...byMonth(a.months, b.months).map(([month, from, to]) => ({
      ...change(b.id, b.name, 'month', from, to),
      key: `${b.id} ${month}`,
      month,
    })),
  ];
}

function targetOf({ target, undecided }: NodeView): string {
  return target?.text ?? (undecided ? '未定' : '');
}

function lightsOf({ lights }: NodeView): string {
  return lights
    ? [lights.met, lights.near].map(share => (share === null ? '' : `${trimmed(shiftPoint(share, 2))}%`)).join(' / ')
    : '';
}

/** What can be changed of influences as one text: reason, evidence, belief, findings. */
function workingOf({ horizon, shows, controllability, measuring, condition }: NodeView): string {
  return JSON.stringify([horizon, shows, controllability, measuring, condition]);
}

function influencesOf({ supports }: NodeView): string {
  return supports
    .map(({ to, because, evidence, belief, rate, lag, findings }) =>
      [
        to,
        because?.ja,
        evidence === 'none' ? undefined : evidence,
        belief,
        rate,
        lag?.text,
        ...findings.map(({ says }) => says.ja),
      ]
        .filter(Boolean)
        .join(' · '),
    )
    .join('; ');
}

function factorChanges(before: PlanView, after: PlanView): readonly PlanChange[] {
  const old = new Map(before.factors.map(factor => [factor.id, factor]));
  const now = new Set(after.factors.map(({ id }) => id));
  return [
    ...after.factors.flatMap(factor => {
      const known = old.get(factor.id);
      if (!known) return [change(factor.id, factor.name, 'added', '', factor.name)];
      return differing(factor.id, factor.name, [
        ['name', known.name, factor.name],
        ['owner', known.owner ?? '', factor.owner ?? ''],
        ['reason', known.because ?? '', factor.because ?? ''],
      ]);
    }),
    ...before.factors.filter(({ id }) => !now.has(id)).map(factor => change(factor.id, factor.name, 'removed', factor.name, '')),
  ];
}

function budgetChanges(before: PlanView, after: PlanView): readonly PlanChange[] {
  const keyOf = ({ node, department, medium }: PlanView['budget'][number]) =>
    [node, department, medium].filter(Boolean).join(' · ');
  const old = new Map(before.budget.map(line => [keyOf(line), line.months]));
  const now = new Map(after.budget.map(line => [keyOf(line), line.months]));
  return [...new Set([...now.keys(), ...old.keys()])].flatMap(key =>
    byMonth(old.get(key) ?? {}, now.get(key) ?? {}).map(([month, from, to]) => ({
      ...change(`budget ${key}`, { ja: key, en: key }, 'budget', from, to),
      key: `budget ${key} ${month}`,
      month,
    })),
  );
}

function byMonth(
  a: Readonly<Record<string, string>>,
  b: Readonly<Record<string, string>>,
): readonly (readonly [string, string, string])[] {
  const months = [...new Set([...Object.keys(a), ...Object.keys(b)])].sort();
  return months.flatMap(month => (a[month] === b[month] ? [] : [[month, a[month] ?? '', b[month] ?? ''] as const]));
}

type Pair = readonly [ChangedField, Text | string, Text | string];

function differing(key: string, subject: Text | null, pairs: readonly Pair[]): readonly PlanChange[] {
  return pairs.flatMap(([field, before, after]) => (same(before, after) ? [] : [change(key, subject, field, before, after)]));
}

function change(of: string, subject: Text | null, field: ChangedField, before: Text | string, after: Text | string): PlanChange {
  return { key: `${of} ${field}`, of, subject, field, before, after };
}

function same(a: Text | string, b: Text | string): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
