import type { Catalogue } from '../metric/catalogue.ts';
import { scaledOf, trimmed } from '../number/decimal.ts';
import type { Lang } from '../text/text.ts';
import type { Direction, Unit } from '../unit/unit.ts';
import { parseUnit } from '../unit/unit-text.ts';
import type { TemplateNode } from './template-schema.ts';

/**
 * A template's amount as a person writes it in the plan's language: `200 per month` → 月200件, `300000000円` → 3億円 or ¥300M. [TPL-05]
 * Both spellings read as the same value. What is no amount of this form (`TBD`, an answer in words) stays as it is.
 */
export function localAmount(text: string, node: TemplateNode, catalogue: Catalogue, lang: Lang): string {
  if (text === 'TBD') return lang === 'ja' ? '未定' : 'TBD';
  const parts = FORM.exec(text.trim());
  const [, sign = '', number = '', mark = '', per = ''] = parts ?? [];
  if (!parts) return text;
  const metric = catalogue.metrics.get(node.metric ?? node.id);
  const unit = (node.unit === undefined ? undefined : parseUnit(node.unit)) ?? metric?.unit;
  const bound = boundOf(sign, node.direction ?? metric?.direction);
  return lang === 'ja' ? japanese(number, mark, per, bound, counterOf(unit, catalogue)) : english(number, mark, per, bound);
}

/** Replaces the number of a template's amount by an answer, keeping sign, unit and period where the answer names none of its own. */
export function answeredAmount(written: string | undefined, answer: string): string {
  const parts = written === undefined ? null : FORM.exec(written.trim());
  const bare = BARE.exec(answer.trim());
  if (!parts || !bare) return answer.trim();
  const [, sign = '', , mark = '', per = ''] = parts;
  const [, number = '', own = ''] = bare;
  const by = /\s+by\s+.*$/.exec(written ?? '')?.[0] ?? '';
  return `${sign}${number.replaceAll(',', '')}${own || mark}${per === '' ? '' : ` per ${per}`}${by}`;
}

type Bound = 'least' | 'most' | 'equal' | 'usual-most' | 'usual-least';

const MARK = '%|円| business days| days| hours| minutes| months|:1';
const FORM = new RegExp(`^(<= |>= |= )?([0-9]+(?:\\.[0-9]+)?)(${MARK})?(?: per (day|week|month|quarter|half|year))?(?: by .*)?$`);
const BARE = new RegExp(`^([0-9][0-9,]*(?:\\.[0-9]+)?)(${MARK})?$`);

function boundOf(sign: string, direction: Direction | undefined): Bound {
  if (sign === '= ') return 'equal';
  if (sign === '<= ') return 'most';
  if (sign === '>= ') return 'least';
  return direction === 'down' ? 'usual-most' : 'usual-least';
}

function counterOf(unit: Unit | undefined, { things }: Catalogue): string {
  if (unit?.kind !== 'count' || unit.of === undefined || unit.per !== undefined) return '';
  const counter = things.get(unit.of)?.counter ?? '';
  return ['件', '人', '社', '回', '点', '本'].includes(counter) ? counter : '';
}

const PER_JA: Readonly<Record<string, string>> = {
  day: '1日',
  week: '週',
  month: '月',
  quarter: '四半期',
  half: '半期',
  year: '年間',
};

const MARK_JA: Readonly<Record<string, string>> = {
  ' business days': '営業日',
  ' days': '日',
  ' hours': '時間',
  ' minutes': '分',
  ' months': 'か月',
};

function japanese(number: string, mark: string, per: string, bound: Bound, counter: string): string {
  const digits = mark.startsWith(' ') ? number : inManOku(number);
  const amount = `${digits}${MARK_JA[mark] ?? (mark === '' ? counter : mark)}`;
  const after = bound === 'usual-most' || bound === 'most' ? (mark.startsWith(' ') ? '以内' : '以下') : '';
  const before = bound === 'equal' ? '= ' : bound === 'least' ? '>= ' : '';
  return `${before}${per === '' ? '' : PER_JA[per]}${amount}${after}`;
}

function english(number: string, mark: string, per: string, bound: Bound): string {
  const isMoney = mark === '円';
  const amount = isMoney ? `¥${inMillions(number)}` : `${mark.startsWith(' ') ? number : withCommas(number)}${mark}`;
  const before = bound === 'equal' ? '= ' : bound === 'usual-most' || bound === 'most' ? '≤ ' : bound === 'least' ? '≥ ' : '';
  return `${before}${amount}${per === '' ? '' : ` per ${per}`}`;
}

/** 300000000 → 3億, 1250000 → 125万, 15000 → 15,000. */
function inManOku(number: string): string {
  const value = Number(number);
  if (value >= 1e8 && value % 1e6 === 0) return `${shifted(number, 8)}億`;
  if (value >= 1e5 && value % 1e4 === 0) return `${withCommas(shifted(number, 4))}万`;
  return withCommas(number);
}

function inMillions(number: string): string {
  const value = Number(number);
  return value >= 1e6 && value % 1e4 === 0 ? `${shifted(number, 6)}M` : withCommas(number);
}

function shifted(number: string, digits: number): string {
  const { units, scale } = scaledOf(number);
  const places = scale + digits;
  const text = units.toString().padStart(places + 1, '0');
  return trimmed(`${text.slice(0, -places)}.${text.slice(-places)}`);
}

function withCommas(number: string): string {
  const [whole = '', fraction] = number.split('.');
  return `${whole.replace(/\B(?=(?:[0-9]{3})+$)/g, ',')}${fraction === undefined ? '' : `.${fraction}`}`;
}
