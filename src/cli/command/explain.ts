import { connected, valueOr, type WorkspaceOptions } from '../connect.ts';
import { explainText } from '../explain-text.ts';
import { EXIT, type Exit, type Io } from '../io.ts';
import { planMeant } from '../plan-meant.ts';

export interface ExplainOptions extends WorkspaceOptions {
  readonly plan?: string;
  readonly from?: string;
  readonly against?: string;
  readonly period?: string;
  readonly by?: string;
  readonly method?: 'shapley' | 'lmdi';
  readonly where: readonly string[];
  readonly againstWhere: readonly string[];
  readonly version?: string;
  readonly json?: boolean;
}

/** `rashin plan explain NODE`: what made the difference between two periods, plans or segments. [CLI-15] */
export async function explain(node: string, options: ExplainOptions, io: Io): Promise<Exit> {
  return connected(options, io, async ({ ask }) => {
    const plan = await planMeant(ask, options.plan, io);
    if (plan === undefined) return EXIT.problems;
    const { from, against, period, by, method, where, againstWhere, version } = options;
    const answer = valueOr(
      await ask('explain', {
        plan,
        node,
        where: [...where],
        'against-where': [...againstWhere],
        ...(from === undefined ? {} : { from }),
        ...(against === undefined ? {} : { against }),
        ...(period === undefined ? {} : { period }),
        ...(by === undefined ? {} : { by }),
        ...(method === undefined ? {} : { method }),
        ...(version === undefined ? {} : { version }),
      }),
    );
    io.print(options.json ? JSON.stringify(answer, null, 2) : explainText(answer, io));
    return EXIT.ok;
  });
}
