import { z } from 'zod';
import type { ActivationQuestion } from '#core/journey/activation-question.ts';
import type { AttributionModel, AttributionQuestion, TouchPathsQuestion } from '#core/journey/attribution-question.ts';
import type { Span } from '#core/journey/bucket-edges.ts';
import type { PurchasePatternsQuestion, RfmCuts, RfmQuestion } from '#core/journey/customer-question.ts';
import type { DimensionCondition, EventFilter } from '#core/journey/event-filter.ts';
import type { FlowQuestion } from '#core/journey/flow-question.ts';
import type { FunnelQuestion } from '#core/journey/funnel-question.ts';
import type { RepeatQuestion } from '#core/journey/repeat-question.ts';
import type { RetentionQuestion } from '#core/journey/retention-question.ts';
import type { RollingQuestion, SeriesQuestion } from '#core/journey/series-question.ts';
import type { StageQuestion } from '#core/journey/stage-question.ts';
import { carries } from './carries.ts';
import { list } from './scalar.ts';

/** Milliseconds, or a moment as milliseconds since 1970 by the clock on the wall. */
const ms = z.number();
const span = carries<Span>()(z.strictObject({ from: ms, to: ms }));
const edges = z.array(ms).max(4_000).readonly();
const value = z.string().max(1_000).nullable();
const name = z.string().max(200);

const condition = carries<DimensionCondition>()(
  z.strictObject({ dimension: name, in: z.array(value).max(1_000).readonly(), not: z.literal(true).exactOptional() }),
);

const filter = carries<EventFilter>()(
  z.strictObject({
    events: z.array(name).max(1_000).readonly().exactOptional(),
    where: z.array(condition).max(100).readonly().exactOptional(),
    value: z.strictObject({ min: z.number().exactOptional(), max: z.number().exactOptional() }).exactOptional(),
  }),
).meta({ id: 'EventFilter' });

const funnel = carries<FunnelQuestion>()(
  z.strictObject({
    ask: z.literal('funnel'),
    steps: z.array(filter).max(1_000).readonly(),
    window: ms,
    entered: span.exactOptional(),
    reuse: z.literal(true).exactOptional(),
    exclusions: z
      .array(z.strictObject({ event: filter, after: z.int(), before: z.int() }))
      .max(100)
      .readonly()
      .exactOptional(),
    by: z.strictObject({ dimension: name, step: z.int() }).exactOptional(),
  }),
);

const retention = carries<RetentionQuestion>()(
  z.strictObject({
    ask: z.literal('retention'),
    born: filter,
    bornIs: list(condition).exactOptional(),
    back: filter,
    edges,
  }),
);

const series = carries<SeriesQuestion>()(
  z.strictObject({ ask: z.literal('series'), select: filter, edges, by: list(name).exactOptional() }),
);

const rolling = carries<RollingQuestion>()(z.strictObject({ ask: z.literal('rolling'), select: filter, edges, length: z.int() }));

const model = carries<AttributionModel>()(
  z.union([
    z.strictObject({ model: z.literal('first') }),
    z.strictObject({ model: z.literal('last') }),
    z.strictObject({ model: z.literal('last-non-direct'), direct: list(value) }),
    z.strictObject({ model: z.literal('linear') }),
    z.strictObject({ model: z.literal('decay'), halfLife: ms }),
    z.strictObject({ model: z.literal('position'), first: z.number(), last: z.number() }),
  ]),
);

const attribution = carries<AttributionQuestion>()(
  z.strictObject({
    ask: z.literal('attribution'),
    convert: filter,
    converted: span.exactOptional(),
    touch: filter,
    lookback: ms,
    by: list(name),
    models: list(model),
  }),
);

const touchPaths = carries<TouchPathsQuestion>()(
  z.strictObject({ ask: z.literal('touch-paths'), convert: filter, touch: filter, by: name }),
);

const repeat = carries<RepeatQuestion>()(
  z.strictObject({
    ask: z.literal('repeat'),
    event: filter,
    base: z.enum(['first', 'any']),
    window: ms,
    edges,
    asOf: ms,
  }),
);

const cuts = carries<RfmCuts>()(
  z.strictObject({ recency: list(z.number()), frequency: list(z.number()), money: list(z.number()) }),
);

const rfm = carries<RfmQuestion>()(
  z.strictObject({
    ask: z.literal('rfm'),
    purchase: filter,
    asOf: ms,
    memory: ms.exactOptional(),
    cuts: z.union([z.literal('quintiles'), cuts]),
    since: ms.exactOptional(),
  }),
);

const patterns = carries<PurchasePatternsQuestion>()(
  z.strictObject({ ask: z.literal('purchase-patterns'), purchase: filter, asOf: ms, unit: ms, origin: ms.exactOptional() }),
);

const stages = carries<StageQuestion>()(
  z.strictObject({
    ask: z.literal('stages'),
    stages: list(filter),
    ends: list(filter).exactOptional(),
    begun: span.exactOptional(),
    asOf: ms,
  }),
);

const activation = carries<ActivationQuestion>()(
  z.strictObject({
    ask: z.literal('activation'),
    born: filter,
    begun: span.exactOptional(),
    did: filter,
    within: ms,
    outcome: filter,
    until: ms,
    asOf: ms,
    atLeast: list(z.number()),
  }),
);

const flow = carries<FlowQuestion>()(
  z.strictObject({
    ask: z.literal('flow'),
    start: filter,
    direction: z.enum(['after', 'before']),
    through: filter,
    by: z.union([z.strictObject({ event: z.literal(true) }), z.strictObject({ dimension: name })]),
    length: z.int(),
    window: ms,
  }),
);

/** Any question about journeys; what it means stands in docs/spec/journey.md. */
export const journeyQuestion = z
  .discriminatedUnion('ask', [
    funnel,
    retention,
    series,
    rolling,
    attribution,
    touchPaths,
    repeat,
    rfm,
    patterns,
    stages,
    activation,
    flow,
  ])
  .meta({ id: 'JourneyQuestion' });
