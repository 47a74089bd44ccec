import type { QueryAnswer } from '#contract/query.ts';
import type { Day } from '#core/calendar/day.ts';
import type { Grain } from '#core/calendar/period.ts';
import type { Cell } from '#core/measure/observation.ts';
import { formatValue } from '#core/text/format-value.ts';
import { connected, valueOr, type WorkspaceOptions } from '../connect.ts';
import { EXIT, type Exit, type Io } from '../io.ts';
import { tableText } from '../table.ts';

export interface QueryOptions extends WorkspaceOptions {
  readonly from: Day;
  readonly to: Day;
  readonly grain?: Grain;
  readonly by: readonly string[];
  readonly where: readonly string[];
  readonly asKnown?: Day;
  readonly json?: boolean;
}

/** `rashin query METRIC --from --to`: values of a metric by period and dimension. [CLI-14] */
export async function query(metric: string, options: QueryOptions, io: Io): Promise<Exit> {
  return connected(options, io, async ({ ask }) => {
    const { from, to, grain, by, where, asKnown, json } = options;
    const answer = valueOr(
      await ask('query', {
        metric,
        from,
        to,
        ...(grain === undefined ? {} : { grain }),
        by: [...by],
        where: [...where],
        ...(asKnown === undefined ? {} : { 'as-known': asKnown }),
      }),
    );
    io.print(json ? JSON.stringify(answer, null, 2) : textOf(answer, io));
    return EXIT.ok;
  });
}

function textOf(answer: QueryAnswer, io: Io): string {
  const { lang, colors } = io;
  const ja = lang === 'ja';
  const cells = answer.by.length > 0 ? answer.cells : answer.totals;
  const shown = ({ observation }: Cell) => {
    switch (observation.state) {
      case 'value':
      case 'zero':
        return formatValue(observation.exact, answer.unit, lang);
      case 'provisional':
        return `${formatValue(observation.exact, answer.unit, lang)}*`;
      case 'no-data':
        return ja ? 'データなし' : 'no data';
      case 'undefined':
        return ja ? '計算不可' : 'not computable';
    }
  };
  const head = [
    { heading: ja ? '開始' : 'From' },
    { heading: ja ? '終了' : 'To' },
    ...answer.by.map(heading => ({ heading })),
    { heading: answer.name[lang], align: 'right' as const },
  ];
  const rows = cells.map(cell => [
    cell.from,
    cell.to,
    ...answer.by.map(column => cell.slice[column] || (ja ? '（未設定）' : '(not set)')),
    shown(cell),
  ]);
  return `${colors.bold(answer.name[lang])}\n${tableText(head, rows)}`;
}
