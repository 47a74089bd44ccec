import { type Fraction, fraction } from './fraction.ts';
import type { Expression, ModelNode, ModelPlan, ModelTarget } from './plan-model.ts';
import type { Random } from './random.ts';

export interface WrittenPlan {
  readonly yaml: string;
  readonly sheet: string;
}

/** Writes a model as the two texts of a plan, in one of the many ways people write the same thing. */
export function writePlan(plan: ModelPlan, random: Random): WrittenPlan {
  const { goal } = plan;
  const goalNode = plan.nodes.find(node => node.id === goal.id);
  const lines = ['rashin: 1', 'plan: proof', `period: ${plan.from}/${plan.to}`];
  const { pipeline } = plan;
  if (pipeline.kind === 'none' || pipeline.kind === 'baseline') lines.push(`pipeline: ${pipeline.kind}`);
  if (pipeline.kind === 'given') {
    lines.push('pipeline:');
    for (const [id, months] of pipeline.arrivals) {
      lines.push(`  ${id}: { ${[...months].map(([month, value]) => `${monthName(plan, month)}: ${value}`).join(', ')} }`);
    }
  }
  lines.push('goals:');
  if (goalNode) lines.push(entry({ ...goalNode, ...(goal.target ? { target: goal.target } : {}) }, random));
  const kpis = shuffled(plan.nodes, random).filter(node => node.id !== goal.id);
  if (kpis.length > 0) lines.push('kpis:', ...kpis.map(node => entry(node, random)));
  return { yaml: `${lines.join('\n')}\n`, sheet: sheetOf(plan) };
}

const UNITS = { count: 'count', money: 'JPY', ratio: 'ratio' } as const;
const AGGREGATIONS = { flow: 'sum', stock: 'last', level: 'mean' } as const;

function entry(node: ModelNode, random: Random): string {
  const fields = [`unit: ${UNITS[node.unit]}`, `aggregation: ${AGGREGATIONS[node.time]}`];
  if (node.unit === 'ratio' && node.isOpen) fields.push('limit: none');
  if (node.formula) fields.push(`equals: "${formulaText(node.formula)}"`);
  if (node.lag) fields.push(`lag: ${node.lag.days} days${node.lag.after === undefined ? '' : ` after ${node.lag.after}`}`);
  if (node.target && node.target.value !== '') fields.push(`target: "${targetText(node.target, node, random)}"`);
  if (node.baseline) {
    const amount = amountText(decimal(node.baseline), node.unit, random);
    fields.push(`baseline: "${amount}${node.time === 'flow' ? ' per month' : ''}"`);
  }
  return `  ${node.id}: { ${fields.join(', ')} }`;
}

function targetText(target: ModelTarget, node: ModelNode, random: Random): string {
  const amount = (value: string) => amountText(value, node.unit, random);
  const bounds: Record<ModelTarget['sign'], () => string> = {
    'at-least': () => random.pick(['>= ', '≥ ']) + amount(target.value),
    'at-most': () => random.pick(['<= ', '≤ ']) + amount(target.value),
    equal: () => `= ${amount(target.value)}`,
    between: () => `${amount(target.value)}${random.pick(['..', '〜'])}${amount(target.upTo ?? target.value)}`,
  };
  const per = target.per === undefined ? '' : ` per ${target.per}`;
  return `${bounds[target.sign]()}${per}${target.by === undefined ? '' : ` by ${target.by}`}`;
}

function amountText(value: string, unit: ModelNode['unit'], random: Random): string {
  if (unit === 'ratio') return `${moved(value)}%`;
  const text = random.chance(0.5) ? thousands(value) : value;
  return unit === 'money' ? `${text}円` : text;
}

/** The decimal times one hundred. */
function moved(value: string): string {
  const [whole = '', decimals = ''] = value.split('.');
  const digits = decimals.padEnd(2, '0');
  const text = `${whole}${digits.slice(0, 2)}`.replace(/^(-?)0+(?=\d)/, '$1');
  return digits.length > 2 ? `${text}.${digits.slice(2)}` : text;
}

function thousands(value: string): string {
  const [whole = '', decimals] = value.split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return decimals === undefined ? grouped : `${grouped}.${decimals}`;
}

function decimal({ over, under }: Fraction): string {
  for (let digits = 0; digits < 30; digits++) {
    const scaled = fraction(over * 10n ** BigInt(digits), under);
    if (scaled.under !== 1n) continue;
    const text = String(scaled.over).padStart(digits + 1, '0');
    return digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
  }
  throw new Error('a baseline must be a decimal');
}

function formulaText(expression: Expression): string {
  switch (expression.kind) {
    case 'number':
      return expression.value;
    case 'node':
      return expression.id;
    case 'previous':
      return `previous(${expression.id})`;
    case 'min':
    case 'max':
      return `${expression.kind}(${formulaText(expression.left)}, ${formulaText(expression.right)})`;
    default:
      return `(${formulaText(expression.left)} ${expression.kind} ${formulaText(expression.right)})`;
  }
}

function sheetOf(plan: ModelPlan): string {
  const rows = plan.nodes.flatMap(node => {
    const target = node.id === plan.goal.id ? plan.goal.target : node.target;
    return target?.months && target.months.size > 0 ? [{ node, months: target.months }] : [];
  });
  if (rows.length === 0) return '';
  const all = [...new Set(rows.flatMap(row => [...row.months.keys()]))].sort((a, b) => a - b);
  const header = ['node', 'kind', ...all.map(month => monthName(plan, month))];
  const cells = rows.map(({ node, months }) => [
    node.id,
    'target',
    ...all.map(month => {
      const value = months.get(month);
      return value === undefined ? '' : node.unit === 'ratio' ? `${moved(value)}%` : value;
    }),
  ]);
  return `${[header, ...cells].map(row => row.join(',')).join('\n')}\n`;
}

/** `2026-04` for a month counted from the plan's first. */
function monthName(plan: ModelPlan, month: number): string {
  const first = new Date(`${plan.from}T00:00:00Z`);
  const day = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + month, 1));
  return day.toISOString().slice(0, 7);
}

function shuffled<T>(items: readonly T[], random: Random): readonly T[] {
  return items
    .map(item => ({ item, place: random.next() }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
}
