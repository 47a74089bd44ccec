import { parseDuration } from '../../calendar/duration.ts';
import { missingIn } from '../../text/missing.ts';
import type { DecimalMark } from '../../text/numeral.ts';
import { parseDate } from '../../text/parse-date.ts';
import type { HeaderText } from './header-text.ts';
import { readNumber } from './read-number.ts';
import type { CellReading } from './table-mapping.ts';

/** What the values of a column are, as far as they show it. */
export interface InferredColumn {
  readonly reads: Exclude<CellReading, 'day-offset' | 'company'>;
  /** The values are rates or averages: by their sign, or by their heading. */
  readonly isRate: boolean;
  /** Whether there was any value to go by. */
  readonly isEmpty: boolean;
}

/** A column is of a kind when so many of its values are: a few slips are reported, not taken for text. */
const MOST = 0.8;

/**
 * What a column that no preset names is. [ING-17]
 *
 * Dates make a day, a period or a moment; numbers a measure; everything else is text. Numbers that name things stay text: with
 * leading zeros, or under a heading such as ID, 番号, コード, 電話. A rate or average is one by its heading or by its percent signs.
 */
export function inferColumn(
  heading: string,
  header: HeaderText,
  values: readonly string[],
  decimalMark: DecimalMark,
): InferredColumn {
  const filled = values.filter(value => missingIn(value) === undefined);
  const isRate = RATE.test(header.key);
  const is = (reads: InferredColumn['reads'], rate = false): InferredColumn => ({
    reads,
    isRate: rate,
    isEmpty: filled.length === 0,
  });
  if (filled.length === 0) return is('text');
  const share = (fits: (value: string) => boolean) => filled.filter(fits).length / filled.length;
  if (NAME_OF_THING.test(header.key) || /(?:^|[a-z_\s-])(?:ID|Id)$/.test(heading)) return is('text');
  const dates = filled.map(value => ({ value, reading: parseDate(value) }));
  const ofKind = (...kinds: readonly string[]) =>
    dates.filter(({ reading }) => kinds.includes(reading.kind)).length / filled.length;
  const bareDigits = share(value => /^\d{6}(?:\d{2})?$/.test(value.trim()));
  const compactDates = bareDigits >= MOST && (DATE_HEADER.test(header.key) || bareDigits === 1) && ofKind('day', 'month') === 1;
  if (bareDigits < MOST || (compactDates && (DATE_HEADER.test(header.key) || share(value => value.trim().length === 8) === 1))) {
    const withTime = dates.filter(({ reading }) => 'time' in reading && reading.time !== undefined).length / filled.length;
    if (ofKind('day', 'ambiguous') >= MOST) return is(withTime > 0 ? 'timestamp' : 'day');
    if (ofKind('day', 'ambiguous', 'week', 'month', 'quarter', 'half') + share(isRangeOfDays) >= MOST) return is('period');
    if (DATE_HEADER.test(header.key) && dates.every(({ reading }) => reading.kind === 'year' && reading.basis !== 'unsaid'))
      return is('period');
  }
  if (share(value => /^(?:true|false)$/i.test(value.trim())) === 1) return is('boolean');
  const leadingZeros = filled.some(value => /^0\d/.test(value.trim()));
  const numbers = filled.map(value => readNumber(value, decimalMark));
  const numeric = numbers.filter(
    number => number.kind === 'number' || number.kind === 'bounded' || number.kind === 'ambiguous-number',
  ).length;
  if (!leadingZeros && numeric / filled.length >= MOST) {
    const percents = filled.filter(value => /[%％]/.test(value)).length;
    return is('decimal', isRate || percents > 0);
  }
  if (DURATION.test(header.key) && share(value => parseDuration(value) !== undefined) >= MOST) return is('duration', true);
  return is('text');
}

function isRangeOfDays(value: string): boolean {
  const ends = value.normalize('NFKC').split(/[~〜]/);
  return ends.length === 2 && ends.every(end => parseDate(end).kind === 'day');
}

/** Headings of rates, averages and counts of different people: what has no sum. */
const RATE =
  /率$|率\(|割合|平均|(?:クリック|獲得|転換|コンバージョン|客|購入|注文|顧客)単価|あたり|当たり|^ctr$|^cvr$|^cpc$|^cpa$|^cpm$|^roas$|^roi$|^arpu$|^ltv$|rate$|ratio|percent|average|^avg|per(?:session|user|click|order)|順位|position$|frequency|フリークエンシー|リーチ$|^reach$|ユニーク|unique|ユーザー数$|ユーザー$|^uu$|^(?:total|active)?users$|構成比|比$|偏差値|スコア|score$/;

/** Headings whose numbers name things. */
const NAME_OF_THING =
  /(?:^|[^a-z])id$|(?:order|campaign|ad|adset|adgroup|product|item|customer|user|member|account|event|session|visitor|store|shop|lead|contact|invoice|transaction|keyword|page)(?:id|no|number|code)$|番号|コード$|code$|^sku$|^jan$|^asin$|^zip|郵便|電話|^tel$|phone|^no$|^#$/;

const DATE_HEADER = /日付|日時|^日$|年月|^月$|^週$|年月日|^年度?$|日$|date|day$|month$|time$|timestamp|week$|period|期間/;
const DURATION = /時間|期間|滞在|duration|time/;
