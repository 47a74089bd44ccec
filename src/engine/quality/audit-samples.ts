import { fromDayNumber, toDayNumber } from '#core/calendar/day.ts';
import type { DayRange } from '#core/calendar/day-range.ts';
import { periodOf } from '#core/calendar/period.ts';
import type { Column, Dataset } from '#core/measure/dataset.ts';
import type { LiveSegment } from '#core/measure/live-segments.ts';
import { sliceKey } from '#core/measure/part-index.ts';
import type { Part } from '#core/measure/parts.ts';
import type { AuditSample } from '#core/quality/data-audit.ts';
import type { App } from '../app/app.ts';
import { datasetsOf } from '../importing/rebuild-data.ts';
import { listAudits } from '../ledger/audit-store.ts';
import { listBatches } from '../ledger/batch-store.ts';
import { personalColumns } from '../people/personal-columns.ts';
import { knownAt } from '../query/knowledge.ts';

const SAMPLES = 5;
const DIMENSIONS = 2;

/**
 * Values of a dataset to be looked up in its source: spread over its days, each of one slice of up to two dimensions, none of which is about
 * people. The choice is the same until the next audit has been written down, and another one then. [QUA-30]
 */
export async function auditSamples(app: App, id: string): Promise<readonly AuditSample[]> {
  const known = await knownAt(app);
  const { db } = app.workspace.ledger;
  const dataset = (await datasetsOf(app, (await listBatches(db)).toReversed())).get(id);
  const live = known.live.get(id) ?? [];
  if (!dataset || live.length === 0) return [];
  const personal = await personalColumns(app, id);
  const by = dataset.columns.filter(({ role, id: column }) => role === 'dimension' && !personal.has(column)).slice(0, DIMENSIONS);
  const measure = dataset.columns.find(
    ({ role, notAdditive, currencyColumn }) => role === 'measure' && !notAdditive && !currencyColumn,
  );
  const random = seeded(`${id} ${(await listAudits(db)).filter(audit => audit.dataset === id).length}`);
  const days = spreadDays(live, random);
  const daily = await partsOf(app, dataset, live, days, by, measure);
  const months = days.map(({ from }) => periodOf(from, 'month', known.settings.calendar));
  const [periods, parts] = daily.length > 0 ? [days, daily] : [months, await partsOf(app, dataset, live, months, by, measure)];
  return [...new Map(periods.map(period => [period.from, period])).values()].flatMap(period => {
    const own = parts.filter(part => periods[part.period]?.from === period.from);
    const part = own[Math.floor(random() * own.length)];
    return part ? [sampleOf(part, period, by, measure)] : [];
  });
}

async function partsOf(
  app: App,
  dataset: Dataset,
  live: readonly LiveSegment[],
  periods: readonly DayRange[],
  by: readonly Column[],
  measure: Column | undefined,
): Promise<readonly Part[]> {
  const take = measure
    ? ({ kind: 'sum', expression: { terms: { kind: 'column', id: measure.id }, divisor: '1' } } as const)
    : ({ kind: 'rows' } as const);
  const asked = { dataset, take, periods: periods.map(({ from, to }) => ({ from, to })), where: [], live };
  const cut = await app.warehouse.parts({ ...asked, by: by.map(({ id }) => id) });
  const answer = cut.ok ? cut : await app.warehouse.parts({ ...asked, by: [] });
  if (!answer.ok || answer.value.kind !== 'parts') return [];
  const parts = answer.value.parts.filter(({ figure }) => figure.kind === 'rows' || (figure.kind === 'sum' && figure.valued > 0));
  // They come in any order; a choice among them that stays needs one.
  const keyed = parts.map(part => [sliceKey(part.slice), part] as const);
  return keyed.toSorted(([a], [b]) => Number(a > b) - Number(a < b)).map(([, part]) => part);
}

function sampleOf(
  { slice, figure }: Part,
  { from, to }: DayRange,
  by: readonly Column[],
  measure: Column | undefined,
): AuditSample {
  return {
    from,
    to,
    slice: slice.map((value, place) => ({
      column: by[place]?.id ?? '',
      name: by[place]?.name ?? { ja: '', en: '' },
      value,
    })),
    column: measure?.id ?? null,
    name: measure?.name ?? { ja: '行数', en: 'Rows' },
    currency: measure?.currency ?? null,
    ours: figure.kind === 'sum' ? figure.sum : figure.kind === 'rows' ? String(figure.rows) : '0',
  };
}

/** Days that count, one from each of as many equal parts of them. */
function spreadDays(live: readonly LiveSegment[], random: () => number): readonly DayRange[] {
  const spans = live.map(({ from, to }) => ({ first: toDayNumber(from), last: toDayNumber(to) }));
  const total = spans.reduce((sum, { first, last }) => sum + last - first + 1, 0);
  return Array.from({ length: Math.min(SAMPLES, total) }, (_, place) => {
    let skip = Math.floor(((place + random()) / Math.min(SAMPLES, total)) * total);
    for (const { first, last } of spans) {
      if (skip <= last - first) return first + skip;
      skip -= last - first + 1;
    }
    return spans[0]?.first ?? 0;
  }).map(number => {
    const day = fromDayNumber(number);
    return { from: day, to: day };
  });
}

/** Numbers from 0 up to 1 that are the same for the same text (FNV-1a, then xorshift). */
function seeded(text: string): () => number {
  let state = 0x811c9dc5;
  for (const letter of text) state = Math.imul(state ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 0x1_0000_0000;
  };
}
