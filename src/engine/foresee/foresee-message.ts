import type { ForesightInput } from '#core/foresee/foresight.ts';
import type { Landing } from '#core/foresee/landing.ts';
import type { Forecast } from '#core/stats/forecast.ts';
import type { DaysAsked } from '#core/stats/forecast-days.ts';

/** What is worked out on a thread of its own; plain data, so that it can be copied there and back. */
export type ForeseeRequest =
  | { readonly do: 'landing'; readonly input: ForesightInput }
  | { readonly do: 'days'; readonly asked: DaysAsked };

export type ForeseeAnswer =
  | { readonly did: 'landing'; readonly landing: Landing }
  | { readonly did: 'days'; readonly forecast: Forecast };

/** The messages back; a failure is a bug, its stack that of the thread. */
export type ForeseeMessage =
  | { readonly kind: 'answer'; readonly answer: ForeseeAnswer }
  | { readonly kind: 'failure'; readonly message: string; readonly stack: string };
