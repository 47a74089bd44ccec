import type { Day } from '#core/calendar/day.ts';
import { referencesOf } from '#core/formula/ast.ts';
import { parseFormula } from '#core/formula/parse.ts';
import { scalarText } from '#core/plan/scalar-text.ts';

/** What the first form of a plan asks. */
export interface PlanStart {
  readonly id: string;
  readonly name: string;
  readonly from: Day;
  readonly to: Day;
  readonly currency: string;
  readonly goal: string;
  /** As typed; empty: undecided. */
  readonly target: string;
  /** In people's names: `受注件数 × 平均契約金額`. */
  readonly formula: string;
  /** Targets by the id of a part; missing or empty: undecided. */
  readonly parts: Readonly<Record<string, string>>;
}

/** A part of a typed formula: its name as typed, and the id it gets. */
export interface TypedPart {
  readonly id: string;
  readonly name: string;
}

export interface TypedFormula {
  /** Written with ids. */
  readonly text: string;
  readonly parts: readonly TypedPart[];
}

const SIGNS: Readonly<Record<string, string>> = {
  '×': '*',
  '✕': '*',
  '＊': '*',
  '*': '*',
  '÷': '/',
  '／': '/',
  '/': '/',
  '+': '+',
  '＋': '+',
  '−': '-',
  '－': '-',
  '-': '-',
  '(': '(',
  ')': ')',
  '（': '(',
  '）': ')',
};
const BETWEEN = /(\s-\s|[×✕＊*÷／/+＋−－()（）])/;

/** A formula typed in names, with an id for each; undefined where it is none. A hyphen without spaces belongs to a name. [PLN-63] */
export function typedFormula(text: string): TypedFormula | undefined {
  const parts = new Map<string, TypedPart>();
  const words = text.split(BETWEEN).flatMap(piece => {
    const typed = piece.trim();
    if (typed === '') return [];
    const sign = SIGNS[typed];
    if (sign !== undefined) return [sign];
    if (/^[\d.,]+%?$/.test(typed)) return [typed];
    const id = idOf(typed);
    if (id !== '') parts.set(id, { id, name: typed });
    return [id];
  });
  const formula = words.join(' ');
  const parsed = parseFormula(formula);
  if (!parsed.ok) return undefined;
  const used = new Set(referencesOf(parsed.value));
  const found = [...parts.values()].filter(({ id }) => used.has(id));
  return found.length === 0 ? undefined : { text: formula, parts: found };
}

/** A name as formulas can use it: letters, digits and hyphens, beginning with a letter; empty where nothing is left. */
export function idOf(name: string): string {
  const plain = name
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-')
    .replace(/[^\p{L}\p{N}-]/gu, '')
    .replace(/-+/g, '-')
    .replace(/^-|-$/g, '');
  return /^\p{L}/u.test(plain) ? plain : plain === '' ? '' : `k-${plain}`;
}

/** The text of a plan that begins; null while name, goal or formula are missing. [PLN-63] */
export function startText({ id, name, from, to, currency, goal, target, formula, parts }: PlanStart): string | null {
  const typed = formula.trim() === '' ? { text: '', parts: [] } : typedFormula(formula);
  if (!typed || name.trim() === '' || goal.trim() === '') return null;
  const taken = new Set(typed.parts.map(part => part.id));
  const own = idOf(goal);
  const goalId = own === '' || taken.has(own) ? 'goal' : own;
  const kpis = typed.parts.map(part => {
    const fields = { name: part.name, target: parts[part.id]?.trim() || UNDECIDED };
    return `  ${scalarText(part.id, false)}: ${flow(fields)}`;
  });
  return `${[
    'rashin: 1',
    `plan: ${scalarText(id, false)}`,
    `name: ${scalarText(name.trim(), false)}`,
    `period: ${from}/${to}`,
    `currency: ${currency}`,
    '',
    'goals:',
    `  ${scalarText(goalId, false)}:`,
    `    name: ${scalarText(goal.trim(), false)}`,
    `    target: ${scalarText(withDeadline(target.trim(), to), false)}`,
    ...(typed.text === '' ? [] : [`    equals: ${scalarText(typed.text, false)}`]),
    ...(kpis.length === 0 ? [] : ['', 'kpis:', ...kpis]),
  ].join('\n')}\n`;
}

const UNDECIDED = '未定';

/** A goal's number is one by the plan's end, unless it says something else. */
function withDeadline(target: string, to: Day): string {
  if (target === '') return UNDECIDED;
  return /まで|by |未定|TBD|undecided/i.test(target) ? target : `${target} by ${to}`;
}

function flow(fields: Readonly<Record<string, string>>): string {
  return `{ ${Object.entries(fields)
    .map(([key, value]) => `${key}: ${scalarText(value, true)}`)
    .join(', ')} }`;
}
