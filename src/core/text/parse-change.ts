import type { Decimal } from '../measure/observation.ts';
import { compareDecimals, negate, shiftPoint } from '../number/decimal.ts';
import { applyChange, type Change } from './change.ts';
import { foldWidth } from './fold-width.ts';
import { parseNumber } from './parse-number.ts';

/** What a change is measured against, where the text says it. */
export type Against =
  | 'last-year'
  | 'same-month-last-year'
  | 'same-week-last-year'
  | 'last-quarter'
  | 'last-month'
  | 'last-week'
  | 'yesterday'
  | 'target'
  | 'plan'
  | 'budget';

export type ChangeReading =
  | { readonly kind: 'change'; readonly change: Change; readonly against?: Against }
  /** 5%拡大 of a rate: by 5 % of it or by 5 pt. The reader must be asked; both readings are offered. */
  | { readonly kind: 'ambiguous'; readonly readings: readonly [Change, Change]; readonly against?: Against }
  | { readonly kind: 'not-a-change' };

/** What the change is of. */
export interface ChangeContext {
  /** Whether the metric is a rate, so that per cent may mean points. */
  readonly isRate: boolean;
  /** The value it changes from, where known: readings that would leave 0–100 % are dropped. */
  readonly base?: Decimal;
}

/**
 * Reads a change as people write it: 前年比120%, 20%増, 30%下回る, 1%→1.5%, +0.5pt, 2倍. [CNV-02]
 *
 * In    the text, whether the metric is a rate, and its present value where known
 * Out   the change with its mode, and what it is against where that is said
 * Error a bare per cent of a rate that can mean both share and points is ambiguous, never guessed; against a base (前年比8%増)
 *       it is a share
 */
export function parseChange(text: string, context: ChangeContext): ChangeReading {
  if (text.length > 80) return NOT_A_CHANGE;
  const folded = foldWidth(text)
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
  const { rest, against, saysRatio } = splitAgainst(folded);
  const reading =
    levels(rest) ??
    points(rest) ??
    multiples(rest) ??
    (saysRatio ? index(rest) : undefined) ??
    percent(rest, against === undefined ? context : { ...context, isRate: false }) ??
    amount(rest);
  if (!reading || reading.kind === 'not-a-change') return NOT_A_CHANGE;
  return against === undefined ? reading : { ...reading, against };
}

const NOT_A_CHANGE: ChangeReading = { kind: 'not-a-change' };

const AGAINST: readonly (readonly [RegExp, Against, boolean])[] = [
  [/^対?前年同月比?(?:で|の|に対して)? ?/, 'same-month-last-year', true],
  [/^対?前年同週比?(?:で|の|に対して)? ?/, 'same-week-last-year', true],
  [/^対?(?:前年度?|昨年)比?(?:で|の|に対して)? ?/, 'last-year', true],
  [/^対?前期比?(?:で|の|に対して)? ?/, 'last-quarter', true],
  [/^対?(?:前月|先月)比?(?:で|の|に対して)? ?/, 'last-month', true],
  [/^対?(?:前週|先週)比?(?:で|の|に対して)? ?/, 'last-week', true],
  [/^対?前日比?(?:で|の|に対して)? ?/, 'yesterday', true],
  [/^対?目標(?:値)?比?(?:で|の|に対して|を)? ?/, 'target', true],
  [/^対?計画(?:値)?比?(?:で|の|に対して|を)? ?/, 'plan', true],
  [/^対?予算比?(?:で|の|に対して|を)? ?/, 'budget', true],
  [/^yoy:? ?/, 'last-year', false],
  [/^mom:? ?/, 'last-month', false],
  [/ (?:of|vs\.?|versus|compared with|on) (?:the )?(?:last|previous|prior) year$/, 'last-year', true],
  [/ (?:of|vs\.?|versus|compared with|on) (?:the )?(?:last|previous|prior) month$/, 'last-month', true],
  [/ (?:of|vs\.?|versus|below|above|under|over) (?:the )?target$/, 'target', true],
  [/ (?:of|vs\.?|versus|below|above|under|over) (?:the )?plan$/, 'plan', true],
  [/ (?:of|vs\.?|versus|below|above|under|over) (?:the )?budget$/, 'budget', true],
  [/ yoy$/, 'last-year', false],
  [/ mom$/, 'last-month', false],
];

/** Takes "前年比" and its like off; `saysRatio` when a bare per cent behind it is an index. */
function splitAgainst(text: string): { readonly rest: string; readonly against?: Against; readonly saysRatio: boolean } {
  for (const [pattern, against, saysRatio] of AGAINST) {
    const match = pattern.exec(text)?.[0];
    if (match === undefined || match === '') continue;
    const rest = text.replace(pattern, '').trim();
    const direction = /^ (below|under|above|over) /.exec(match)?.[1];
    if (direction !== undefined) return { rest: `${rest} ${direction}`, against, saysRatio: false };
    return { rest, against, saysRatio };
  }
  return { rest: text, saysRatio: false };
}

function change(found: Change): ChangeReading {
  return { kind: 'change', change: found };
}

const LEVELS =
  /^(?:現状の?|現在の?|from )?(.+?) ?(?:->|→|⇒|から| to )(?:、| )?(.+?)(?:へ|に)?(?:向上|増加|減少|改善|削減|低減|引き上げ|引き下げ|する)*$/;

function levels(text: string): ChangeReading | undefined {
  const [, from = '', to = ''] = LEVELS.exec(text) ?? [];
  const [first, last] = [parseNumber(from), parseNumber(to)];
  if (first.kind !== 'number' || last.kind !== 'number') return undefined;
  if (first.seen.scale !== last.seen.scale && first.seen.currency === undefined) return undefined;
  const isPercent = first.seen.percent || last.seen.percent;
  const inUnit = (number: typeof first) => (isPercent && !number.seen.percent ? shiftPoint(number.value, -2) : number.value);
  return change({ mode: 'level', from: inUnit(first), to: inUnit(last) });
}

const UP =
  '増加?|増|アップ|up|向上|拡大|上昇|伸長|成長|上回[るりっ]た?|上乗せ|プラス|increase|higher|more|growth|rise|above|over';
const DOWN =
  '削減|減少?|減|低減|ダウン|down|低下|下落|縮小|短縮|抑制|圧縮|カット|下回[るりっ]た?|マイナス|decrease|reduction|lower|less|fewer|drop|below|under|cut';
const ENGLISH_UP = 'up|increase|grow|raise|rise';
const ENGLISH_DOWN = 'down|decrease|reduce|cut|lower|drop|fall';
const TAIL = '(?:させる|する|した|以上)?';

/** A direction before or behind a quantity, as +1 or −1, with the quantity; undefined direction where there is none. */
function directed(text: string): { readonly quantity: string; readonly sign: 1 | -1 | undefined } {
  const before = new RegExp(`^(?:(${ENGLISH_UP})|(${ENGLISH_DOWN})) (?:by )?(.+)$`).exec(text);
  if (before) return { quantity: before[3] ?? '', sign: before[1] === undefined ? -1 : 1 };
  const behind = new RegExp(`^(.+?) ?(?:の|を|だけ|ほど)? ?(?:(${UP})|(${DOWN}))${TAIL}$`).exec(text);
  if (behind) return { quantity: behind[1] ?? '', sign: behind[2] === undefined ? -1 : 1 };
  const [, sign, quantity = text] = /^([+-±]) ?(.+)$/.exec(text) ?? [];
  return { quantity, sign: sign === '+' ? 1 : sign === '-' ? -1 : undefined };
}

const POINTS = /^(.+?) ?(?:pts?|pp|%pt|percentage points?|ポイント|%ポイント)(.*)$/;

function points(text: string): ChangeReading | undefined {
  const [, before, behind = ''] = POINTS.exec(text) ?? [];
  if (before === undefined) return undefined;
  const { quantity, sign } = directed(`${before}${behind}`);
  const number = parseNumber(quantity);
  if (number.kind !== 'number' || sign === undefined) return undefined;
  return change({ mode: 'points', by: signedBy(number.seen.percent ? number.value : shiftPoint(number.value, -2), sign) });
}

function multiples(text: string): ChangeReading | undefined {
  if (/^半減/.test(text) || /^half$/.test(text)) return change({ mode: 'relative', by: '-0.5' });
  if (/^倍増/.test(text) || /^double$/.test(text)) return change({ mode: 'index', of: '2' });
  const number = parseNumber(text.replace(/(?<=[倍x×])(?:に|へ)?(?:増加?|する|拡大|成長)*$/, ''));
  return number.kind === 'number' && number.seen.multiple ? change({ mode: 'index', of: number.value }) : undefined;
}

/** Behind 前年比 a bare per cent is an index: 前年比120% is 1.2 times; with a sign or a direction it is a change. */
function index(text: string): ChangeReading | undefined {
  const bare = parseNumber(text);
  if (/^[+-]/.test(text) || bare.kind !== 'number' || !bare.seen.percent || bare.seen.negative) return undefined;
  return change({ mode: 'index', of: bare.value });
}

function percent(text: string, { isRate, base }: ChangeContext): ChangeReading | undefined {
  const { quantity, sign } = directed(text);
  const number = parseNumber(quantity);
  if (number.kind !== 'number' || !number.seen.percent || sign === undefined) return undefined;
  const by = signedBy(number.value, sign);
  const relative: Change = { mode: 'relative', by };
  const inPoints: Change = { mode: 'points', by };
  if (!isRate) return change(relative);
  const possible = base === undefined ? [relative, inPoints] : [relative, inPoints].filter(reading => staysRate(base, reading));
  const [first, second] = possible;
  if (first && second) return { kind: 'ambiguous', readings: [first, second] };
  return change(first ?? relative);
}

/** An amount in the metric's own unit: 20件増, −500円. */
function amount(text: string): ChangeReading | undefined {
  const { quantity, sign } = directed(text);
  const number = parseNumber(quantity);
  if (number.kind !== 'number' || number.seen.percent || number.seen.multiple || sign === undefined) return undefined;
  return change({ mode: 'points', by: signedBy(number.value, sign) });
}

/** Whether a rate stays between 0 and 100 %; a rate that is already above 100 % has no upper end. */
function staysRate(base: Decimal, reading: Change): boolean {
  const result = applyChange(base, reading);
  return compareDecimals(result, '0') >= 0 && (compareDecimals(base, '1') > 0 || compareDecimals(result, '1') <= 0);
}

function signedBy(value: Decimal, sign: 1 | -1): Decimal {
  return sign === 1 ? value : negate(value);
}
