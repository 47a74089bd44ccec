import { defaultCalendar } from '#core/calendar/calendar-settings.ts';
import type { Day } from '#core/calendar/day.ts';
import { daysIn } from '#core/calendar/day-range.ts';
import type { LiveSegment } from '#core/measure/live-segments.ts';
import type { Cell } from '#core/measure/observation.ts';
import { planQuery } from '#core/measure/observe-plan.ts';
import type { Answer, AskedPeriod, Knowledge, Question } from '#core/measure/question.ts';
import { EMPTY_CATALOGUE } from '#core/metric/catalogue.ts';
import { parseDefinitions } from '#core/metric/definitions-parse.ts';
import { observe } from '#engine/warehouse/observe.ts';
import type { Warehouse } from '#engine/warehouse/warehouse.ts';
import { range, stage } from './warehouse-fixture.ts';

export const MARCH = range('2026-03-01', '2026-03-31');

/** Rows per dataset, each with its days (aggregate) or moment (event). */
export type Rows = Readonly<Record<string, { readonly header: string; readonly rows: readonly string[] }>>;

export type Ask = (
  question: Partial<Question> & Pick<Question, 'metrics'>,
  more?: Partial<Knowledge>,
) => Promise<readonly Answer[]>;

/** Loads rows and gives a way to ask; March 2026 and well after it, when not said otherwise. */
export async function measuring(warehouse: Warehouse, dir: string, yaml: string, data: Rows): Promise<Ask> {
  const read = parseDefinitions(yaml, EMPTY_CATALOGUE, 'JPY');
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const live = new Map<string, readonly LiveSegment[]>();
  for (const [id, { header, rows }] of Object.entries(data)) {
    const dataset = read.value.datasets.get(id)?.dataset;
    if (!dataset) throw new Error(id);
    await warehouse.createDataset(dataset);
    const loaded = await warehouse.load({ batch: id, dataset, file: await stage(dir, `${id}.csv`, header, rows) });
    live.set(id, loaded.days ? [{ batch: id, ...loaded.days }] : []);
  }
  const knowledge: Knowledge = {
    definitions: read.value,
    catalogue: EMPTY_CATALOGUE,
    live,
    closes: [],
    calendar: defaultCalendar,
    today: '2027-06-01' as Day,
  };
  return async (question, more = {}) => {
    const plan = planQuery({ periods: [MARCH], by: [], where: [], ...question }, { ...knowledge, ...more });
    if (!plan.ok) throw new Error(JSON.stringify(plan.problems));
    const answers = await observe(warehouse, plan.value);
    if (!answers.ok) throw new Error(JSON.stringify(answers.problems));
    return answers.value;
  };
}

export function days(from: string, to: string): readonly AskedPeriod[] {
  return daysIn(range(from, to)).map(day => ({ from: day, to: day, grain: 'day' }));
}

/** The totals of an answer, a line each. */
export function totals(answer: Answer | undefined): readonly string[] {
  return (answer?.totals ?? []).map(line);
}

/** The cells of an answer's cut, a line each. */
export function cells(answer: Answer | undefined): readonly string[] {
  return (answer?.cells ?? []).map(line);
}

export function lastWord(text: string): string {
  return text.split(' ').at(-1) ?? '';
}

function line({ from, to, slice, observation, currency }: Cell): string {
  const place = [from === to ? from : `${from}..${to}`, ...Object.values(slice).map(text => text || '""')].join(' ');
  const unit = currency ? ` ${currency}` : '';
  switch (observation.state) {
    case 'no-data':
      return `${place} no-data`;
    case 'undefined':
      return `${place} undefined ${observation.why}`;
    default:
      return `${place} ${observation.state} ${observation.exact}${unit}`;
  }
}

export const ADS = `
datasets:
  ads:
    kind: aggregate
    columns: { campaign: text, clicks: integer, impressions: integer, cost: { type: decimal, currency: JPY }, revenue: { type: decimal, currency: JPY } }
metrics:
  clicks: { from: ads, sum: clicks, unit: count of click }
  impressions: { from: ads, sum: impressions, unit: count of impression }
  cost: { from: ads, sum: cost }
  revenue: { from: ads, sum: revenue }
  ctr: { equals: clicks / impressions }
  roas: { equals: revenue / cost, unit: ratio }
`;
export const AD_ROWS: Rows = {
  ads: {
    header: '_from,_to,campaign,clicks,impressions,cost,revenue',
    rows: [
      '2026-03-01,2026-03-01,A,10,1000,100.00,200.00',
      '2026-03-02,2026-03-02,B,5,5000,10.00,40.00',
      '2026-03-03,2026-03-03,C,10,500,0.00,7.00',
      '2026-03-04,2026-03-04,D,0,0,0.00,0.00',
    ],
  },
};
