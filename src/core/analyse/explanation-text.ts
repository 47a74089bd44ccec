import { decimalOf } from '../number/decimal.ts';
import { rationalOf } from '../number/rational.ts';
import type { Plan } from '../plan/plan.ts';
import { formatDifference, formatRelative } from '../text/format-change.ts';
import { formatValue } from '../text/format-value.ts';
import type { Lang, Text } from '../text/text.ts';
import type { Unit } from '../unit/unit.ts';
import type { Explanation, Factor } from './explain.ts';
import type { State } from './state.ts';

/** What both sides of a comparison are, for the words about them. */
export interface Sides {
  readonly before: { readonly label: Text; readonly kind: State['kind'] };
  readonly after: { readonly label: Text; readonly kind: State['kind'] };
}

/** The name of a factor: the driver's own, or what the difference is one of. [EXP-12] */
export function factorName({ node, kind, gap }: Pick<Factor, 'node' | 'kind' | 'gap'>, plan: Plan, sides: Sides): Text {
  const name = plan.nodes.get(node)?.name ?? { ja: node, en: node };
  switch (kind) {
    case 'driver':
    case 'whole':
      return name;
    case 'opening':
      return { ja: `${name.ja}（期間の前から続く分）`, en: `${name.en} (carried over)` };
    case 'gap': {
      const isOfPlan = gap !== undefined && gap.in !== 'both' && sides[gap.in].kind === 'planned';
      return isOfPlan
        ? { ja: `${name.ja}：目標と内訳の差`, en: `${name.en}: target beside its parts` }
        : { ja: `${name.ja}：定義・時期の差`, en: `${name.en}: definition or timing` };
    }
  }
}

/** How many factors are named on each side. */
const NAMED = 2;

/** The answer in words: from what to what, who contributed how much, and how much of it may still change. [EXP-15] */
export function explanationText(explanation: Explanation, plan: Plan, sides: Sides): Text {
  return { ja: sentences(explanation, plan, sides, 'ja'), en: sentences(explanation, plan, sides, 'en') };
}

function sentences(explanation: Explanation, plan: Plan, sides: Sides, lang: Lang): string {
  const { before, after, change, factors, provisional, how } = explanation;
  const node = plan.nodes.get(explanation.node);
  const unit: Unit = node?.unit ?? { kind: 'count' };
  const name = node?.name[lang] ?? explanation.node;
  const value = (of: number) => formatValue(text(of), unit, lang);
  const difference = (of: number) => formatDifference(text(of), unit, lang);
  const relative = before > 0 && change !== 0 ? formatRelative(rationalOf(text(change / before))) : '';
  const isUp = change > 0;
  const along = factors.filter(({ share }) => (change === 0 ? share > 0 : share > 0 === isUp && share !== 0));
  const against = factors.filter(({ share }) => (change === 0 ? share < 0 : share !== 0 && share > 0 !== isUp));
  const called = (factor: Factor) => factorName(factor, plan, sides)[lang];
  const part = (factor: Factor) => {
    // Of what works against the change a share would be negative; beyond the whole it would only puzzle.
    const share =
      factor.ofChange === undefined || factor.ofChange < 0 || factor.ofChange > 1 ? '' : `${Math.round(factor.ofChange * 100)}%`;
    const amount = difference(factor.share);
    if (lang === 'ja') return `「${called(factor)}」${amount}${share === '' ? '' : `（差額の${share}）`}`;
    return `${called(factor)} ${amount}${share === '' ? '' : ` (${share} of the difference)`}`;
  };
  const [from, to] = [sides.before.label[lang], sides.after.label[lang]];
  const parts: string[] = [];
  if (lang === 'ja') {
    parts.push(
      change === 0
        ? `${name}は${from}・${to}とも${value(after)}で、差はありません。`
        : `${sides.after.kind === 'measured' ? `${to}の${name}` : `${name}の${to}`}は${value(after)}で、${from}の${value(before)}に対して${difference(change)}${relative === '' ? '' : `（${relative}）`}です。`,
    );
    if (along.length > 0)
      parts.push(`主な${change === 0 ? '押し上げ' : '要因'}は${along.slice(0, NAMED).map(part).join('、')}です。`);
    if (against.length > 0) parts.push(`反対に働いたのは${against.slice(0, NAMED).map(part).join('、')}です。`);
    if (provisional > 0 && sides.after.kind !== 'forecast')
      parts.push(`動きの${percent(provisional)}は、まだ変わりうる値（速報・未到着の日を含む）によるものです。`);
    if (how === 'sampled') parts.push('計算式が入り組んでいるため、内訳は推定です（合計は差額に一致します）。');
  } else {
    parts.push(
      change === 0
        ? `${name} is ${value(after)} in both ${from} and ${to}.`
        : `${name} is ${value(after)} in ${to} against ${value(before)} in ${from}: ${difference(change)}${relative === '' ? '' : ` (${relative})`}.`,
    );
    if (along.length > 0) parts.push(`Mainly ${along.slice(0, NAMED).map(part).join(', ')}.`);
    if (against.length > 0) parts.push(`Working the other way: ${against.slice(0, NAMED).map(part).join(', ')}.`);
    if (provisional > 0 && sides.after.kind !== 'forecast')
      parts.push(`${percent(provisional)} of the movement rests on values that may still change.`);
    if (how === 'sampled') parts.push('The formula is entangled, so the shares are estimates; they add up to the difference.');
  }
  return parts.join(lang === 'ja' ? '' : ' ');
}

/** A double as text, without the digits that only its binary form has. */
function text(value: number): string {
  return decimalOf(Number(value.toPrecision(12)));
}

function percent(share: number): string {
  return `${Math.max(1, Math.round(share * 100))}%`;
}
