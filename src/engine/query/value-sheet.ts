import { type KeyedMonth, monthKeyOf, monthsUntil } from '#core/calendar/month-key.ts';
import { ENTERED, type EnteredMetric } from '#core/measure/entry/entered-dataset.ts';
import type { CloseState, Decimal } from '#core/measure/observation.ts';
import type { MetricDefinition } from '#core/metric/definitions.ts';
import type { MetricId } from '#core/metric/measurement.ts';
import { failed, ok, type Result } from '#core/problem/problem.ts';
import { sameText, type Text } from '#core/text/text.ts';
import type { App } from '../app/app.ts';
import { closeStateOf, currentCloses } from '../ledger/close-store.ts';
import { datasetsUnder } from '../progress/node-sources.ts';
import { stagePlan } from '../progress/plan-stage.ts';
import { ask } from './ask.ts';
import { enteredValues } from './entered-values.ts';
import { type Known, knowledgeOf, knownAt } from './knowledge.ts';

/** Values by month, of what is typed in and of what is measured from other data. [MEA-07] */
export interface ValueSheet {
  readonly known: Known;
  readonly months: readonly SheetMonth[];
  readonly rows: readonly SheetRow[];
}

export interface SheetMonth extends KeyedMonth {
  readonly close: CloseState;
}

export interface SheetRow {
  readonly metric: EnteredMetric;
  /** `none`: nobody measures it yet. */
  readonly source: ValueSource;
  /** The catalogue, or metrics.yaml, says what it is. */
  readonly isKnown: boolean;
  /** Names of the data it is measured from. */
  readonly from: readonly Text[];
  /** By month; null where there is no value. */
  readonly values: readonly (Decimal | null)[];
}

export type ValueSource = 'entered' | 'data' | 'none';

export interface SheetAsked {
  /** A published plan whose goals and KPIs get a line each. */
  readonly plan?: string | undefined;
  /** Newest month shown; the running one when absent. */
  readonly through?: string | undefined;
  /** More metrics to show. */
  readonly metrics: readonly MetricId[];
}

/** Lines for the plan's nodes in its order, then for everything else that is typed in, then for metrics asked for. */
export async function readValueSheet(app: App, { plan, through, metrics: more }: SheetAsked): Promise<Result<ValueSheet>> {
  const known = await knownAt(app);
  const { calendar } = known.settings;
  const months = await sheetMonths(app, known, monthsUntil(through ?? monthKeyOf(known.today, calendar), calendar));
  const subjects = new Map((await subjectsOf(app, known, plan, more)).map(subject => [subject.metric.id, subject]));
  const entered = await enteredValues(app, known, months);
  if (!entered.ok) return entered;
  const typed = new Map(entered.value.map(({ metric, month, value }) => [`${metric} ${month}`, value]));
  const measured = [...subjects.values()].filter(({ source }) => source === 'data');
  const knowledge = { ...knowledgeOf(known), definitions: definitionsWith(known, measured) };
  const question = {
    metrics: measured.map(({ asked }) => asked),
    periods: months.map(({ range }) => ({ from: range.from, to: range.to, grain: 'month' as const })),
    by: [],
    where: [],
  };
  const answered =
    measured.length === 0 || months.length === 0 ? ok([]) : await ask(app, question, knowledge, `${known.key} sheet ${plan}`);
  if (!answered.ok) return failed(answered.problems);
  const answers = new Map(answered.value.map(({ metric, totals }) => [metric, totals]));
  const rows = [...subjects.values()].map(({ asked, ...subject }): SheetRow => {
    const totals = subject.source === 'data' ? (answers.get(asked) ?? []) : [];
    const values = months.map(({ key, range }) => {
      if (subject.source !== 'data') return typed.get(`${subject.metric.id} ${key}`) ?? null;
      const observation = totals.find(({ from }) => from === range.from)?.observation;
      return observation && 'exact' in observation ? observation.exact : null;
    });
    return { ...subject, values };
  });
  return ok({ known, months, rows });
}

/** Months with how far they are closed for what is typed in. */
export async function sheetMonths(app: App, known: Known, months: readonly KeyedMonth[]): Promise<readonly SheetMonth[]> {
  const closes = await currentCloses(app.workspace.ledger.db, known.asKnown);
  return months.map(month => ({ ...month, close: closeStateOf(closes, ENTERED, month.key) }));
}

interface Subject extends Omit<SheetRow, 'values'> {
  /** What to ask for. */
  readonly asked: MetricId;
  /** Of a node that its plan's own formula measures. */
  readonly definition?: MetricDefinition;
}

async function subjectsOf(
  app: App,
  known: Known,
  plan: string | undefined,
  more: readonly MetricId[],
): Promise<readonly Subject[]> {
  const { definitions, catalogue } = known.metrics;
  const staged = plan === undefined ? undefined : await stagePlan(app, { plan });
  const stage = staged?.kind === 'staged' ? staged.stage : undefined;
  const nameOf = (dataset: string) => definitions.datasets.get(dataset)?.dataset.name ?? sameText(dataset);
  const isEntered = (metric: MetricId) => {
    const measurement = definitions.metrics.get(metric)?.versions.at(-1)?.measurement;
    return measurement !== undefined && measurement.kind !== 'formula' && measurement.dataset === ENTERED;
  };
  const ofPlan = [...(stage?.plan.nodes.values() ?? [])].flatMap((node): Subject[] => {
    const source = stage?.sources.byNode.get(node.id);
    if (!source) return [];
    const { metric: id, asked = id, datasets } = source;
    const definition = source.by === 'plan' ? stage?.sources.definitions.metrics.get(asked) : undefined;
    return [
      {
        metric: { id, name: node.name, unit: node.unit, direction: node.direction, aggregation: node.aggregation },
        source: isEntered(id) ? 'entered' : source.by === 'none' ? 'none' : 'data',
        isKnown: catalogue.metrics.has(id),
        from: datasets.map(nameOf),
        asked,
        ...(definition ? { definition } : {}),
      },
    ];
  });
  const entered = [...definitions.metrics.keys()].filter(isEntered);
  const others = [...entered, ...more].flatMap((id): Subject[] => {
    const metric = catalogue.metrics.get(id);
    if (!metric) return [];
    const isMeasured = definitions.metrics.has(id);
    const source = isEntered(id) ? 'entered' : isMeasured ? 'data' : 'none';
    const from = isMeasured ? datasetsUnder(id, { definitions, catalogue }).map(nameOf) : [];
    const { name, unit, direction, aggregation } = metric;
    return [{ metric: { id, name, unit, direction, aggregation }, source, isKnown: true, from, asked: id }];
  });
  // A metric that several nodes show has one line: the first.
  return [...ofPlan, ...others].filter(({ metric }, place, all) => all.findIndex(one => one.metric.id === metric.id) === place);
}

function definitionsWith({ metrics: { definitions } }: Known, subjects: readonly Subject[]) {
  const own = subjects.flatMap(({ asked, definition }) => (definition ? [[asked, definition] as const] : []));
  return { ...definitions, metrics: new Map([...definitions.metrics, ...own]) };
}
