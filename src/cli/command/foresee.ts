import type { Day } from '#core/calendar/day.ts';
import { connected, valueOr, type WorkspaceOptions } from '../connect.ts';
import { forecastText, landingText } from '../foresee-text.ts';
import { EXIT, type Exit, type Io } from '../io.ts';
import { planMeant } from '../plan-meant.ts';

export interface ForeseeOptions extends WorkspaceOptions {
  readonly plan?: string;
  readonly to?: Day;
  readonly asKnown?: Day;
  readonly version?: string;
  readonly json?: boolean;
}

export interface ForecastOptions extends ForeseeOptions {
  readonly node?: string;
  readonly seed?: number;
}

/** `rashin plan forecast`: where a plan will land; with `--node`, the forecast of one node from its own history. [CLI-20] */
export async function planForecast(options: ForecastOptions, io: Io): Promise<Exit> {
  const { node } = options;
  if (node === undefined) return landed(options, io, true);
  return connected(options, io, async ({ ask }) => {
    const plan = await planMeant(ask, options.plan, io);
    if (plan === undefined) return EXIT.problems;
    const answer = valueOr(await ask('nodeForecast', { plan, node, ...asked(options) }));
    if (options.json) {
      io.print(JSON.stringify(answer, null, 2));
      return EXIT.ok;
    }
    const { format } = valueOr(await ask('workspace'));
    io.print(forecastText(answer, format, io));
    return EXIT.ok;
  });
}

export interface SimulateOptions extends ForeseeOptions {
  readonly seed?: number;
  readonly draws?: number;
}

/** `rashin plan simulate`: the same draws with a choice of seed and number; ends with 0 whatever the outcome. [CLI-21] */
export async function planSimulate(options: SimulateOptions, io: Io): Promise<Exit> {
  return landed(options, io, false);
}

/** `tried`: also how landings of earlier months did. */
async function landed(options: SimulateOptions, io: Io, tried: boolean): Promise<Exit> {
  return connected(options, io, async ({ ask }) => {
    const plan = await planMeant(ask, options.plan, io);
    if (plan === undefined) return EXIT.problems;
    const { seed, draws } = options;
    const answer = valueOr(
      await ask('landing', {
        plan,
        ...asked(options),
        ...(seed === undefined ? {} : { seed }),
        ...(draws === undefined ? {} : { draws }),
      }),
    );
    const record = tried ? valueOr(await ask('landingRecord', { plan, ...asked(options) })).goals : undefined;
    if (options.json) {
      io.print(JSON.stringify(record ? { ...answer, record } : answer, null, 2));
      return EXIT.ok;
    }
    const { view } = valueOr(await ask('planVersion', { plan, version: String(answer.version.number) }));
    const { format } = valueOr(await ask('workspace'));
    io.print(landingText({ answer, record: record ?? [] }, view?.nodes ?? [], format, io));
    return EXIT.ok;
  });
}

function asked({ to, asKnown, version }: ForeseeOptions) {
  return {
    ...(to === undefined ? {} : { to }),
    ...(asKnown === undefined ? {} : { 'as-known': asKnown }),
    ...(version === undefined ? {} : { version }),
  };
}
