import type { Formula } from '../formula/ast.ts';
import { callsFunction, LOOKING_BACK, referencesOf } from '../formula/ast.ts';
import { exactAlgebra } from '../formula/exact-algebra.ts';
import { parseFormula } from '../formula/parse.ts';
import { printFormula } from '../formula/print.ts';
import { add, compareRationals, multiply, type Rational, rational, rationalOf, subtract, toNumber } from '../number/rational.ts';
import type { Problem } from '../problem/problem.ts';
import { problemsOf } from '../problem/problem.ts';
import { unitText } from '../unit/unit-text.ts';
import type { Arithmetic } from './arithmetic.ts';
import { pathOf } from './check-references.ts';
import { consistencyMessages } from './consistency-messages.ts';
import { evaluate } from './evaluate.ts';
import type { Bound } from './month-bounds.ts';
import { formulaOver } from './period-value.ts';
import type { Identity, NodeId, Plan, PlanNode } from './plan.ts';
import { dependsOn } from './program.ts';
import { decimalText } from './shown.ts';
import type { Source } from './source.ts';

const problem = problemsOf(consistencyMessages);

/** Two statements of one fact may differ by this much, relative to the larger, before it is reported (CNV-09). */
const USUAL = rational(1, 100);

/** The same where lengths of time are part of it: people count a year as 360, 364 or 365 days, and a month as 30. [DES-35] */
const OF_TIME = rational(2, 100);

type Values = (id: NodeId) => Rational | undefined;

/**
 * Compares what a plan says twice: targets with what their formulas give, identities, shares, growth with levels, and
 * derived values that get worse. [DES-30, DES-31, DES-34, DES-35, DES-36, CNV-09]
 * Flows are compared per month. Nothing is compared where a side is missing.
 */
export function checkConsistency(arithmetic: Arithmetic, source: Source): readonly Problem[] {
  const { plan } = arithmetic;
  const targets = valuesFrom(arithmetic, id => statedOf(arithmetic.bounds.get(id)?.[0]));
  const baselines = valuesFrom(arithmetic, id => arithmetic.baselines.get(id));
  const stated = statedMismatches(arithmetic, targets, source);
  const reported = new Set(stated.map(found => String(found.params.node)));
  return [
    ...stated,
    ...identities(plan, targets, baselines, reported, source),
    ...compositions(plan, targets, baselines, source),
    ...growth(arithmetic, source),
    ...worsening(plan, targets, baselines, source),
    ...links(plan, targets, source),
  ];
}

/** Every node's value for one month when drivers stand at given values: own formula first, else the given value. */
function valuesFrom(arithmetic: Arithmetic, given: Values): Values {
  const evaluation = evaluate<Rational | undefined>(arithmetic.steady, 1, exactAlgebra, {
    leaf: given,
    before: given,
    pipeline: () => undefined,
    arriving: () => undefined,
  });
  return id => (arithmetic.plan.nodes.has(id) ? (evaluation.value(id, 0) ?? given(id)) : undefined);
}

/** The value a target names: its lower end when it is a range. */
function statedOf(bound: Bound | undefined): Rational | undefined {
  return bound?.low ?? bound?.high;
}

function statedMismatches(arithmetic: Arithmetic, values: Values, source: Source): Problem[] {
  const { plan } = arithmetic;
  return [...plan.nodes.values()].flatMap(node => {
    const stated = statedOf(arithmetic.bounds.get(node.id)?.[0]);
    if (!node.equals || node.role === 'goal' || !stated || arithmetic.standIns.has(node.id)) return [];
    const implied = values(node.id);
    if (!implied || agree(stated, implied, toleranceFor([node.id], plan))) return [];
    const params = {
      node: node.id,
      stated: decimalText(stated),
      implied: decimalText(implied),
      flow: node.time === 'flow' ? 'yes' : 'no',
      unit: unitText(node.unit),
      formula: printFormula(node.equals),
    } as const;
    return [problem('stated-mismatch', params, place(node, 'target', source))];
  });
}

function identities(plan: Plan, targets: Values, baselines: Values, reported: ReadonlySet<string>, source: Source): Problem[] {
  const facts = new Set<string>();
  return [...plan.identities, ...catalogueIdentities(plan, reported)].flatMap(identity => {
    // One fact can be stated from each of its sides (mqls = leads × rate, rate = mqls ÷ leads): it is reported once.
    const about = [...new Set([...referencesOf(identity.left), ...referencesOf(identity.right)])].sort();
    const fact = about.join(' ');
    if (facts.has(fact)) return [];
    const mismatch = (values: Values, at: 'target' | 'baseline'): Problem[] => {
      const sides = [identity.left, identity.right].map(side => valueOver(side, values));
      const [left, right] = sides;
      if (!left || !right || agree(left, right, toleranceFor(about, plan))) return [];
      const unit =
        identity.left.kind === 'reference'
          ? unitText(plan.nodes.get(identity.left.id)?.unit ?? { kind: 'multiple' })
          : 'multiple';
      const params = {
        left: printFormula(identity.left),
        right: printFormula(identity.right),
        leftValue: decimalText(left),
        rightValue: decimalText(right),
        unit,
        at,
      };
      const id = identity.left.kind === 'reference' ? identity.left.id : undefined;
      const node = id === undefined ? undefined : plan.nodes.get(id);
      return [
        problem(
          'identity-mismatch',
          params,
          identity.from === 'plan' || !node ? { at: identity.at, line: identity.line } : place(node, at, source),
        ),
      ];
    };
    const found = [...mismatch(targets, 'target'), ...mismatch(baselines, 'baseline')];
    if (found.length > 0) facts.add(fact);
    return found;
  });
}

/**
 * Definitions and known truths of the catalogue between nodes that all stand in the plan and are not already its own formula.
 * Of a metric that several nodes have (one per shop, say) nothing says which of them belong together: it is left out. [VER-32]
 */
function catalogueIdentities(plan: Plan, reported: ReadonlySet<string>): readonly Identity[] {
  const byMetric = onlyNodes(plan);
  return [...plan.nodes.values()].flatMap(node => {
    const { metric } = node;
    if (!metric || node.equals || reported.has(node.id) || !byMetric.has(metric.id)) return [];
    const statements = (metric.identities ?? []).flatMap(text => {
      const parsed = parseFormula(text);
      return parsed.ok ? [parsed.value] : [];
    });
    return [...(metric.formula ? [metric.formula] : []), ...statements].flatMap((formula): Identity[] => {
      const needed = referencesOf(formula);
      if (needed.length === 0 || callsFunction(formula, LOOKING_BACK) || !needed.every(id => byMetric.has(id))) return [];
      const renamed = rename(formula, id => byMetric.get(id) ?? id);
      // Where the plan itself derives one of the parts from this node, the statement only repeats the plan.
      if (referencesOf(renamed).some(id => id !== node.id && dependsOn(id, node.id, plan.nodes))) return [];
      return [
        {
          text: '',
          left: { kind: 'reference', id: node.id, span: formula.span },
          right: renamed,
          at: [...pathOf(node), 'metric'],
          line: node.line,
          from: 'catalogue',
        },
      ];
    });
  });
}

function rename(formula: Formula, name: (id: string) => string): Formula {
  switch (formula.kind) {
    case 'number':
      return formula;
    case 'reference':
      return { ...formula, id: name(formula.id) };
    case 'negation':
      return { ...formula, operand: rename(formula.operand, name) };
    case 'operation':
      return { ...formula, left: rename(formula.left, name), right: rename(formula.right, name) };
    case 'call':
      return { ...formula, args: formula.args.map(arg => rename(arg, name)) };
  }
}

function compositions(plan: Plan, targets: Values, baselines: Values, source: Source): Problem[] {
  return [...plan.compositions].flatMap(([name, ids]) => {
    const total = (values: Values, at: 'target' | 'baseline'): Problem[] => {
      const parts = ids.map(values);
      const sum = parts.reduce<Rational | undefined>((a, b) => a && b && add(a, b), rational(0));
      if (!sum || agree(sum, rational(1), toleranceFor(ids, plan))) return [];
      const at_ = ['compositions', name];
      return [problem('composition-total', { name, total: decimalText(sum), at }, { at: at_, line: source.lineOf(at_) })];
    };
    return [...total(targets, 'target'), ...total(baselines, 'baseline')];
  });
}

/** A level target and a growth target of one stock: level = baseline × (1 + g)^n. */
function growth(arithmetic: Arithmetic, source: Source): Problem[] {
  const { plan, months } = arithmetic;
  const stocks = [...plan.nodes.values()].filter(node => node.time === 'stock');
  return [...plan.nodes.values()].flatMap(node => {
    const stock = node.metric?.formula ? stocks.find(other => growsFrom(node, other)) : undefined;
    const rate = statedOf(arithmetic.bounds.get(node.id)?.[0]);
    const wanted = stock && statedOf(arithmetic.bounds.get(stock.id)?.[0]);
    const base = stock && arithmetic.baselines.get(stock.id);
    if (!stock || !rate || !wanted || !base || base.numerator <= 0n) return [];
    const by = stock.target?.by;
    const n = months.filter(part => by === undefined || part.from <= by).length;
    const factor = add(rational(1), rate);
    const level = Array.from({ length: n }).reduce<Rational>(value => multiply(value, factor), base);
    if (agree(level, wanted, toleranceFor([stock.id], plan))) return [];
    const needed = (toNumber(wanted) / toNumber(base)) ** (1 / n) - 1;
    const params = {
      node: stock.id,
      growth: node.id,
      rate: decimalText(rate),
      needed: decimalText(rationalOf(Number(needed.toPrecision(12)))),
      months: n,
      level: decimalText(level),
      wanted: decimalText(wanted),
      unit: unitText(stock.unit),
    };
    return [problem('growth-mismatch', params, place(node, 'target', source))];
  });
}

/** Whether a node's catalogue definition is the growth of a stock: it uses the stock and the stock's previous value, nothing else. */
function growsFrom(node: PlanNode, stock: PlanNode): boolean {
  const formula = node.metric?.formula;
  if (!formula || node.unit.kind !== 'ratio') return false;
  const used = referencesOf(formula);
  return (
    used.length === 1 &&
    used[0] === (stock.metric?.id ?? stock.id) &&
    callsFunction(formula, ['previous']) &&
    !callsFunction(formula, ['last-year'])
  );
}

/** Derived levels without a target of their own that the other targets push the wrong way. */
function worsening(plan: Plan, targets: Values, baselines: Values, source: Source): Problem[] {
  return [...plan.nodes.values()].flatMap(node => {
    if (!node.equals || node.role === 'goal' || node.target || node.time !== 'level' || node.direction === 'range') return [];
    const [before, after] = [baselines(node.id), targets(node.id)];
    if (!before || !after || agree(before, after, USUAL)) return [];
    const worse = compareRationals(after, before) === (node.direction === 'up' ? -1 : 1);
    const params = { node: node.id, before: decimalText(before), after: decimalText(after), unit: unitText(node.unit) };
    return worse ? [problem('implied-worsens', params, place(node, 'equals', source))] : [];
  });
}

/** Stated links with a rate: what they bring a KPI together, beside its own target. [DES-45] */
function links(plan: Plan, targets: Values, source: Source): Problem[] {
  const rated = [...plan.nodes.values()].flatMap(from =>
    from.supports.flatMap(({ to, rate }, i) => {
      const node = plan.nodes.get(to);
      const isSame = node?.unit.kind === 'count' && from.unit.kind === 'count';
      return rate === undefined || !node || !isSame ? [] : [{ from, node, rate, at: [...pathOf(from), 'supports', i, 'rate'] }];
    }),
  );
  return [...new Set(rated.map(({ node }) => node))].flatMap(node => {
    const leading = rated.filter(one => one.node === node);
    const stated = targets(node.id);
    const parts = leading.map(({ from, rate }) => {
      const value = targets(from.id);
      return value && multiply(value, rationalOf(rate));
    });
    const implied = parts.reduce<Rational | undefined>((a, b) => a && b && add(a, b), rational(0));
    const [first] = leading;
    if (!first || !stated || !implied || agree(stated, implied, toleranceFor([node.id], plan))) return [];
    const params = {
      node: node.id,
      from: leading.map(({ from }) => from.id),
      stated: decimalText(stated),
      implied: decimalText(implied),
      flow: node.time === 'flow' ? 'yes' : 'no',
      unit: unitText(node.unit),
    } as const;
    return [problem('link-rate-mismatch', params, { at: first.at, line: source.lineOf(first.at) })];
  });
}

function valueOver(formula: Formula, values: Values): Rational | undefined {
  const ids = referencesOf(formula);
  return ids.some(id => values(id) === undefined) ? undefined : formulaOver<Rational | undefined>(formula, values, exactAlgebra);
}

/** What the plan says, else what is usual for statements about these nodes. */
function toleranceFor(about: readonly NodeId[], plan: Plan): Rational {
  if (plan.tolerance !== undefined) return rationalOf(plan.tolerance);
  return about.some(id => plan.nodes.get(id)?.unit.kind === 'duration') ? OF_TIME : USUAL;
}

/** Whether two statements of one fact agree within a tolerance relative to the larger. */
function agree(a: Rational, b: Rational, tolerance: Rational): boolean {
  const difference = subtract(a, b);
  const larger = [a, b].map(absolute).reduce((x, y) => (compareRationals(x, y) >= 0 ? x : y));
  return compareRationals(absolute(difference), multiply(tolerance, larger)) <= 0;
}

function absolute(value: Rational): Rational {
  return value.numerator < 0n ? rational(-value.numerator, value.denominator) : value;
}

function place(node: PlanNode, key: string, source: Source) {
  const at = [...pathOf(node), key];
  return { at, line: source.lineOf(at) };
}

/** The node of every metric that exactly one node has. */
function onlyNodes(plan: Plan): ReadonlyMap<string, NodeId> {
  const only = new Map<string, NodeId>();
  const several = new Set<string>();
  for (const { id, metric } of plan.nodes.values()) {
    if (!metric) continue;
    if (only.has(metric.id)) several.add(metric.id);
    only.set(metric.id, id);
  }
  for (const metric of several) only.delete(metric);
  return only;
}
