import type { Day } from '#core/calendar/day.ts';
import { connected, valueOr, type WorkspaceOptions } from '../connect.ts';
import { EXIT, type Exit, type Io } from '../io.ts';
import { planMeant } from '../plan-meant.ts';
import { statusText } from '../status-text.ts';

export interface StatusOptions extends WorkspaceOptions {
  readonly plan?: string;
  readonly to?: Day;
  readonly asKnown?: Day;
  readonly version?: string;
  readonly compare?: string;
  readonly json?: boolean;
}

/** `rashin status`: where a plan stands, as the progress page shows it. [CLI-13] */
export async function status(options: StatusOptions, io: Io): Promise<Exit> {
  return connected(options, io, async ({ ask }) => {
    const plan = await planMeant(ask, options.plan, io);
    if (plan === undefined) return EXIT.problems;
    const { to, asKnown, version, compare } = options;
    const answer = valueOr(
      await ask('progress', {
        plan,
        ...(to === undefined ? {} : { to }),
        ...(asKnown === undefined ? {} : { 'as-known': asKnown }),
        ...(version === undefined ? {} : { version }),
        ...(compare === undefined ? {} : { compare }),
      }),
    );
    if (options.json) {
      io.print(JSON.stringify(answer, null, 2));
      return EXIT.ok;
    }
    const { view } = valueOr(await ask('planVersion', { plan, version: String(answer.version.number) }));
    const { format } = valueOr(await ask('workspace'));
    io.print(statusText(answer, view?.nodes ?? [], format, io));
    return EXIT.ok;
  });
}
