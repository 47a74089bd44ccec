import { z } from 'zod';
import { annotation } from './annotation.ts';
import { metricEntry } from './catalogue.ts';
import { comment } from './comment.ts';
import { endpoint } from './endpoint.ts';
import { initiative } from './initiative.ts';
import { leadStage } from './lead-stage.ts';
import { lesson } from './lesson.ts';
import { closeState, observation } from './observation.ts';
import { planId, versionEntry } from './plan.ts';
import { nodeView } from './plan-view.ts';
import { nodeProgress, nodeSource, progressQuery } from './progress.ts';
import { day, decimal, list, text } from './scalar.ts';
import { toDo } from './to-do.ts';
import { moneyBasis } from './unit.ts';

const seriesPoint = z.strictObject({
  from: day,
  to: day,
  actual: observation,
  close: closeState,
  /** The plan of the period, to the last day that counts; null outside the plan. */
  planned: decimal.nullable(),
  lastYear: observation,
  /** The period is not over on the day asked for. */
  running: z.boolean(),
  /** The metric was defined anew on this day; lines break there. */
  definedSince: day.nullable(),
  /** The same for the value of last year. */
  lastYearSince: day.nullable(),
  /** What somebody had stand in for a missing value; never part of `actual` or of any sum. */
  estimate: z.number().nullable(),
});

/** One step from a KPI up to its goal, in words. */
const pathStep = z.strictObject({
  node: z.string(),
  to: z.string(),
  by: z.enum(['formula', 'factor', 'influence', 'place']),
  sentence: text,
});

/** One version of how the metric is measured. */
const definition = z.strictObject({
  since: day.nullable(),
  /** How values are obtained, in words: 「広告レポート」の費用の合計. */
  measurement: text,
  numerator: text.nullable(),
  denominator: text.nullable(),
  mode: text.nullable(),
  datasets: list(
    z.strictObject({
      id: z.string(),
      name: text,
      source: text.nullable(),
      owner: z.string().nullable(),
      through: day.nullable(),
    }),
  ),
});

/** Everything about one goal or KPI on one page. */
export const kpiPage = endpoint({
  method: 'GET',
  path: '/api/plans/:plan/kpis/:node',
  concept: 'progress',
  summary: {
    ja: 'KPIページ（推移、定義、コメント、施策、学び）',
    en: 'A KPI page: series, definition, comments, initiatives, lessons',
  },
  params: z.strictObject({ plan: planId, node: z.string() }),
  query: progressQuery.omit({ compare: true }),
  response: z.strictObject({
    plan: z.string(),
    version: versionEntry,
    to: day,
    today: day,
    asKnown: day.nullable(),
    node: nodeView,
    /** Where the value is made from answers: how many, and the range in which it lies with 95 % for all who could have answered. */
    answers: z
      .strictObject({
        kind: z.enum(['mean', 'share', 'net']),
        n: z.int(),
        value: z.number(),
        low: z.number(),
        high: z.number(),
        /** Fewer than 30 answers. */
        lowConfidence: z.boolean(),
      })
      .nullable(),
    /** Where costs of a coarser grain are part of the value: how much of it a rule put there, and by what rules. */
    allocation: z
      .strictObject({
        /** Of the value shown first; null where it is no part of it. */
        part: decimal.nullable(),
        rules: list(z.strictObject({ metric: text, rule: text })),
        /** Columns that rules give the rows of a dataset, so that the value can be cut by them. */
        to: list(z.strictObject({ dataset: z.string(), id: z.string(), name: text })),
      })
      .nullable(),
    metric: metricEntry.nullable(),
    basis: moneyBasis,
    source: nodeSource,
    /** Newest first; empty where nobody measures it. */
    definitions: list(definition),
    /** Null before the plan starts. */
    progress: nodeProgress.nullable(),
    /** The nodes its formula is made of, where they stand. */
    parts: list(nodeProgress),
    series: z.strictObject({
      /** The last 92 days. */
      daily: list(seriesPoint),
      /** The last 53 weeks. */
      weekly: list(seriesPoint),
      /** Two years, and every month of the plan so far. */
      monthly: list(seriesPoint),
    }),
    /** From the KPI up to a goal; empty for a goal and where no way leads there. */
    path: list(pathStep),
    comments: list(comment),
    initiatives: list(initiative),
    annotations: list(annotation),
    /** Days from which a stage of leads means something else; series begin anew there. */
    stageBreaks: list(z.strictObject({ stage: leadStage, since: day })),
    toDos: list(toDo),
    lessons: list(lesson),
  }),
});
