import { z } from 'zod';
import type { ActivationAnswer } from '#core/journey/activation-question.ts';
import type { AttributionAnswer, TouchPathsAnswer } from '#core/journey/attribution-question.ts';
import type { PurchasePatternsAnswer, RfmAnswer } from '#core/journey/customer-question.ts';
import type { FlowAnswer } from '#core/journey/flow-question.ts';
import type { FunnelAnswer } from '#core/journey/funnel-question.ts';
import type { RepeatAnswer } from '#core/journey/repeat-question.ts';
import type { RetentionAnswer } from '#core/journey/retention-question.ts';
import type { RollingAnswer, SeriesAnswer } from '#core/journey/series-question.ts';
import type { StageAnswer } from '#core/journey/stage-question.ts';
import { carries } from './carries.ts';
import { list } from './scalar.ts';

const count = z.number();
const slice = list(z.string().nullable());
const numbers = list(z.number());
const time = z.strictObject({ median: z.number(), p90: z.number() }).nullable();
const score = { r: count, f: count, m: count };
const standing = z.union([z.strictObject(score), z.literal('absent')]);
const credit = z.strictObject({ conversions: z.number(), value: z.number() });
const compared = z.strictObject({ people: count, outcome: count });

const funnel = carries<FunnelAnswer>()(
  z.strictObject({
    rows: list(z.strictObject({ value: z.string().nullable().exactOptional(), reached: numbers, times: list(time) })),
  }),
);

const retention = carries<RetentionAnswer>()(
  z.strictObject({
    cohorts: list(z.strictObject({ people: count, cells: list(z.strictObject({ people: count, events: count, value: count })) })),
  }),
);

const series = carries<SeriesAnswer>()(
  z.strictObject({
    rows: list(z.strictObject({ bucket: count, slice, events: count, people: count, sessions: count, value: count })),
  }),
);

const rolling = carries<RollingAnswer>()(z.strictObject({ active: numbers, rolling: numbers }));

const attribution = carries<AttributionAnswer>()(
  z.strictObject({
    conversions: count,
    value: count,
    untouched: credit,
    rows: list(z.strictObject({ slice, touches: count, credits: list(credit) })),
  }),
);

const touchPaths = carries<TouchPathsAnswer>()(
  z.strictObject({ paths: list(z.strictObject({ path: slice, conversions: count, value: count, lost: count })) }),
);

const repeat = carries<RepeatAnswer>()(
  z.strictObject({ buckets: list(z.strictObject({ people: count, again: count, immature: count })) }),
);

const rfm = carries<RfmAnswer>()(
  z.strictObject({
    cuts: z.strictObject({ recency: numbers, frequency: numbers, money: numbers }),
    cells: list(z.strictObject({ ...score, people: count, orders: count, value: count })),
    moves: list(z.strictObject({ from: standing, to: standing, people: count })).exactOptional(),
  }),
);

const patterns = carries<PurchasePatternsAnswer>()(
  z.strictObject({
    patterns: list(z.strictObject({ x: count, tx: count, T: count, people: count, repeatValue: count })),
    spends: list(z.strictObject({ x: count, value: count, people: count })),
  }),
);

const stages = carries<StageAnswer>()(
  z.strictObject({
    stages: list(
      z.strictObject({
        reached: count,
        here: count,
        age: z.strictObject({ median: count, p90: count, oldest: count }).nullable(),
        value: count,
      }),
    ),
  }),
);

const activation = carries<ActivationAnswer>()(
  z.strictObject({
    immature: count,
    thresholds: list(z.strictObject({ atLeast: count, did: compared, didNot: compared })),
  }),
);

const flow = carries<FlowAnswer>()(
  z.strictObject({ people: count, sequences: list(z.strictObject({ steps: slice, people: count })), others: count }),
);

/** The counts, by the kind of question they answer. */
export const journeyAnswers = {
  funnel,
  retention,
  series,
  rolling,
  attribution,
  'touch-paths': touchPaths,
  repeat,
  rfm,
  'purchase-patterns': patterns,
  stages,
  activation,
  flow,
} as const;
