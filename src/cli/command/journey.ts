import type { EventFilter } from '#core/journey/event-filter.ts';
import type { JourneyAnswers, JourneyQuestion } from '#core/journey/journey-question.ts';
import { customerForecast } from '#core/journey/value/customer-forecast.ts';
import { fitPurchaseModel } from '#core/journey/value/fit-purchase-model.ts';
import { funnelFigures } from '#core/journey/value/funnel-figures.ts';
import { learnedPaths } from '#core/journey/value/learned-paths.ts';
import { removalEffects } from '#core/journey/value/removal-effect.ts';
import { scaledCredits } from '#core/journey/value/scaled-credits.ts';
import { segmentSummary } from '#core/journey/value/segment-summary.ts';
import { shapleyCredits } from '#core/journey/value/shapley-credit.ts';
import { fitSpendModel } from '#core/journey/value/spend-model.ts';
import { filterOf, parseHappening } from '#core/journey/value/step-text.ts';
import { connected, valueOr, type WorkspaceOptions } from '../connect.ts';
import { EXIT, type Exit, type Io } from '../io.ts';
import { tableText } from '../table.ts';

const DAY = 86_400_000;

export interface JourneyOptions extends WorkspaceOptions {
  readonly days?: number;
  readonly by?: string;
  readonly touch?: string;
  readonly json?: boolean;
}

type Table = { readonly heads: readonly string[]; readonly rows: readonly (readonly string[])[]; readonly json: unknown };

/** What is worked out from one question after another. */
type Asker = <Q extends JourneyQuestion>(question: Q) => Promise<JourneyAnswers[Q['ask']]>;

/** `rashin journey contents`: the data and columns that can be asked about. [CLI-30] */
export async function journeyContents(options: JourneyOptions, io: Io): Promise<Exit> {
  return connected(options, io, async ({ ask }) => {
    const answer = valueOr(await ask('journeyContents', {}));
    const ja = io.lang === 'ja';
    const rows = answer.names.map(({ name, label, events, dimensions }) => [
      name,
      label[io.lang],
      String(events),
      dimensions.join(' '),
    ]);
    const heads = [ja ? 'データ' : 'Data', ja ? '名前' : 'Name', ja ? '件数' : 'Events', ja ? '列' : 'Columns'];
    io.print(
      options.json
        ? JSON.stringify(answer, null, 2)
        : tableText(
            heads.map(heading => ({ heading })),
            rows,
          ),
    );
    return EXIT.ok;
  });
}

/** `rashin journey funnel STEP…` [CLI-31] */
export function funnel(steps: readonly string[], options: JourneyOptions, io: Io): Promise<Exit> {
  return answered(options, io, async (ask, ja) => {
    const { rows } = await ask({ ask: 'funnel', steps: steps.map(meant), window: (options.days ?? 90) * DAY });
    const figures = funnelFigures(rows[0]?.reached ?? []);
    return {
      json: { steps: figures.steps.map((step, index) => ({ step: steps[index], ...step })), times: rows[0]?.times ?? [] },
      heads: [
        ja ? '段階' : 'Step',
        ja ? '人数' : 'People',
        ja ? '前から' : 'Of before',
        ja ? '最初から' : 'Of first',
        ja ? '離脱' : 'Left',
      ],
      rows: figures.steps.map((step, index) => [
        steps[index] ?? '',
        String(step.people),
        percent(index === 0 ? null : step.ofBefore),
        percent(step.ofFirst),
        index === 0 ? '' : String(step.lost),
      ]),
    };
  });
}

/** `rashin journey channels GOAL --touch T --by C` [CLI-32] */
export function channels(goal: string, options: JourneyOptions, io: Io): Promise<Exit> {
  return answered(options, io, async (ask, ja) => {
    const [convert, touch, by] = [meant(goal), meant(options.touch ?? goal), options.by ?? 'channel'];
    const answer = await ask({
      ask: 'attribution',
      convert,
      touch,
      lookback: (options.days ?? 90) * DAY,
      by: [by],
      models: [{ model: 'first' }, { model: 'last' }, { model: 'linear' }, { model: 'decay', halfLife: 7 * DAY }],
    });
    const learned = learnedPaths((await ask({ ask: 'touch-paths', convert, touch, by })).paths);
    const touched = {
      conversions: answer.conversions - answer.untouched.conversions,
      value: answer.value - answer.untouched.value,
    };
    const [markov, shapley] = [scaledCredits(removalEffects(learned), touched), scaledCredits(shapleyCredits(learned), touched)];
    const of = (credits: readonly { readonly channel: string | null; readonly conversions: number }[], channel: string | null) =>
      (credits.find(credit => credit.channel === channel)?.conversions ?? 0).toFixed(1);
    return {
      json: { ...answer, markov, shapley },
      heads: ja
        ? ['チャネル', '最初', '最後', '均等', '時間で減衰', 'マルコフ', 'シャープレイ']
        : ['Channel', 'First', 'Last', 'Linear', 'Decay', 'Markov', 'Shapley'],
      rows: answer.rows.map(({ slice, credits }) => [
        slice[0] ?? '–',
        ...credits.map(({ conversions }) => conversions.toFixed(1)),
        of(markov, slice[0] ?? null),
        of(shapley, slice[0] ?? null),
      ]),
    };
  });
}

/** `rashin journey cohort EVENT`: by months of the first. [CLI-33] */
export function cohort(event: string, options: JourneyOptions, io: Io): Promise<Exit> {
  return answered(options, io, async (ask, ja, { first, asOf }) => {
    const edges = months(first, asOf);
    const { cohorts } = await ask({ ask: 'retention', born: meant(event), back: meant(event), edges });
    return {
      json: { edges, cohorts },
      heads: [ja ? '始めた月' : 'Began', ja ? '人数' : 'People', ...edges.slice(1).map((_, k) => `+${k}`)],
      rows: cohorts.map(({ people, cells }, index) => [
        new Date(edges[index] ?? 0).toISOString().slice(0, 7),
        String(people),
        ...edges.slice(1).map((_, k) => percent(people > 0 && cells[k] ? cells[k].people / people : null)),
      ]),
    };
  });
}

/** `rashin journey rfm EVENT` [CLI-34] */
export function rfm(event: string, options: JourneyOptions, io: Io): Promise<Exit> {
  return answered(options, io, async (ask, ja, { asOf }) => {
    const answer = await ask({
      ask: 'rfm',
      purchase: meant(event),
      asOf,
      memory: (options.days ?? 365) * DAY,
      cuts: 'quintiles',
    });
    const segments = segmentSummary(answer);
    return {
      json: { ...answer, segments },
      heads: ja ? ['セグメント', '人数', '割合', '金額の割合'] : ['Segment', 'People', 'Share', 'Share of value'],
      rows: segments.map(row => [
        SEGMENTS[row.segment][ja ? 0 : 1],
        String(row.people),
        percent(row.peopleShare),
        percent(row.valueShare),
      ]),
    };
  });
}

/** `rashin journey ltv EVENT`: what today's customers are expected to buy. [CLI-35] */
export function ltv(event: string, options: JourneyOptions, io: Io): Promise<Exit> {
  return answered(options, io, async (ask, ja, { asOf }) => {
    const { patterns, spends } = await ask({ ask: 'purchase-patterns', purchase: meant(event), asOf, unit: DAY });
    const [purchases, spend] = [fitPurchaseModel(patterns), fitSpendModel(spends)];
    const forecast = purchases.state === 'fitted' ? customerForecast(patterns, purchases, spend, options.days ?? 90) : null;
    const figure = (name: string, of: { readonly value: number; readonly low?: number; readonly high?: number } | undefined) =>
      of ? [[name, of.value.toFixed(0), of.low?.toFixed(0) ?? '', of.high?.toFixed(0) ?? '']] : [];
    return {
      json: { purchases, spend, forecast },
      heads: ja ? ['項目', '見込み', '90%下限', '90%上限'] : ['Figure', 'Expected', '90% low', '90% high'],
      rows: [
        ...figure(ja ? '今も顧客である人' : 'Still customers', forecast?.alive),
        ...figure(ja ? '購入の件数' : 'Purchases', forecast?.purchases),
        ...figure(ja ? '購入の金額（最小単位）' : 'Revenue (smallest unit)', forecast?.value),
      ],
    };
  });
}

const SEGMENTS = {
  loyal: ['優良顧客', 'Loyal'],
  growing: ['成長顧客', 'Growing'],
  'new-valuable': ['新規優良顧客', 'New and valuable'],
  dormant: ['休眠顧客', 'Dormant'],
  other: ['その他', 'Others'],
} as const;

function answered(
  options: JourneyOptions,
  io: Io,
  work: (ask: Asker, ja: boolean, at: { readonly first: number; readonly asOf: number }) => Promise<Table>,
): Promise<Exit> {
  return connected(options, io, async ({ ask }) => {
    const { span, today } = valueOr(await ask('journeyContents', {}));
    const asOf = Date.parse(`${today}T00:00:00Z`);
    const asker: Asker = async question => {
      const answer = valueOr(await ask('askJourney', { body: { question } }));
      // The answer of a question has the question's kind.
      return answer[question.ask] as JourneyAnswers[(typeof question)['ask']];
    };
    const { heads, rows, json } = await work(asker, io.lang === 'ja', { first: span?.first ?? asOf, asOf });
    const columns = heads.map((heading, index) => (index === 0 ? { heading } : { heading, align: 'right' as const }));
    io.print(options.json ? JSON.stringify(json, null, 2) : tableText(columns, rows));
    return EXIT.ok;
  });
}

/** `orders` or `site-log:action=visit`. */
function meant(text: string): EventFilter {
  return filterOf(parseHappening(text) ?? { event: text });
}

function months(first: number, end: number): readonly number[] {
  const begun = new Date(Math.min(first, end - 1));
  const edges = [Date.UTC(begun.getUTCFullYear(), begun.getUTCMonth(), 1)];
  for (let index = 1; (edges.at(-1) ?? end) < end; index++)
    edges.push(Date.UTC(begun.getUTCFullYear(), begun.getUTCMonth() + index, 1));
  return edges;
}

function percent(share: number | null): string {
  return share === null ? '' : `${(share * 100).toFixed(1)}%`;
}
