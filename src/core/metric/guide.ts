import { z } from 'zod';
import type { Problem } from '../problem/problem.ts';
import { problemsOf } from '../problem/problem.ts';
import type { Text } from '../text/text.ts';
import { catalogueMessages } from './catalogue-messages.ts';
import type { MetricId } from './measurement.ts';

/** What is known about metrics beside their definitions: words with several meanings, where tools show them, what moves them. [CAT-G1] */
export interface Guide {
  readonly homonyms: readonly Homonym[];
  readonly tools: ReadonlyMap<string, Tool>;
  readonly sources: ReadonlyMap<MetricId, readonly ToolSource[]>;
  readonly causes: readonly Cause[];
}

/** A word that people use for several metrics, and what tells these apart. */
export interface Homonym {
  readonly word: string;
  readonly metrics: readonly MetricId[];
  readonly because: Text;
}

export interface Tool {
  readonly id: string;
  readonly name: Text;
}

/** Where a tool shows a metric: the words on its screen, or what has to be counted. */
export interface ToolSource {
  readonly tool: string;
  readonly shown: Text;
}

/** Why a metric may stand badly, and what is usually done about it. */
export interface Cause {
  readonly id: string;
  /** Metrics in which it shows. */
  readonly seenIn: readonly MetricId[];
  readonly cause: Text;
  readonly measures: readonly Measure[];
}

export interface Measure {
  readonly action: Text;
  /** Metrics that tell whether it worked. */
  readonly watch: readonly MetricId[];
}

const text = z.strictObject({ ja: z.string().min(1), en: z.string().min(1) });

/** The files of `catalogue/guide`, as the build merges them. */
export const rawGuide = z.strictObject({
  homonyms: z.record(z.string(), z.strictObject({ metrics: z.array(z.string()).min(2), because: text })),
  tools: z.record(z.string(), z.strictObject({ name: text })),
  sources: z.record(z.string(), z.record(z.string(), text)),
  causes: z.record(
    z.string(),
    z.strictObject({
      'seen-in': z.array(z.string()).min(1),
      cause: text,
      measures: z.array(z.strictObject({ action: text, watch: z.array(z.string()).min(1) })).min(1),
    }),
  ),
});

const problem = problemsOf(catalogueMessages);

/** The guide of a catalogue with these metrics, and every id in it that nobody has. [CAT-G1] */
export function guideOf(
  raw: z.output<typeof rawGuide>,
  has: (metric: MetricId) => boolean,
): { readonly guide: Guide; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const known = (at: readonly string[], ids: readonly string[]) => {
    for (const id of ids) if (!has(id)) problems.push(problem('catalogue-unknown', { id }, { at: ['guide', ...at] }));
    return ids;
  };
  const guide: Guide = {
    homonyms: Object.entries(raw.homonyms).map(([word, { metrics, because }]) => ({
      word,
      metrics: known(['homonyms', word], metrics),
      because,
    })),
    tools: new Map(Object.entries(raw.tools).map(([id, { name }]) => [id, { id, name }])),
    sources: new Map(
      Object.entries(raw.sources).map(([id, tools]) => {
        known(['sources', id], [id]);
        for (const tool of Object.keys(tools)) {
          if (!raw.tools[tool]) problems.push(problem('catalogue-unknown', { id: tool }, { at: ['guide', 'sources', id] }));
        }
        return [id, Object.entries(tools).map(([tool, shown]) => ({ tool, shown }))];
      }),
    ),
    causes: Object.entries(raw.causes).map(([id, { 'seen-in': seenIn, cause, measures }]) => ({
      id,
      seenIn: known(['causes', id], seenIn),
      cause,
      measures: measures.map(({ action, watch }) => ({ action, watch: known(['causes', id], watch) })),
    })),
  };
  return { guide, problems };
}
