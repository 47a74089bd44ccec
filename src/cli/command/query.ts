import type { QueryAnswer } from '#contract/query.ts';
import type { ComparedWith, Rolling } from '#core/calendar/compare-with.ts';
import type { Day } from '#core/calendar/day.ts';
import type { Grain } from '#core/calendar/period.ts';
import type { Cell } from '#core/measure/observation.ts';
import { formatValue } from '#core/text/format-value.ts';
import { connected, valueOr, type WorkspaceOptions } from '../connect.ts';
import { EXIT, type Exit, type Io } from '../io.ts';
import { tableText } from '../table.ts';

export interface QueryOptions extends WorkspaceOptions {
  readonly from?: Day;
  readonly to?: Day;
  readonly last?: Rolling;
  readonly grain?: Grain;
  readonly by: readonly string[];
  readonly where: readonly string[];
  readonly asKnown?: Day;
  readonly compare?: ComparedWith;
  readonly againstFrom?: Day;
  readonly againstTo?: Day;
  readonly json?: boolean;
}

/** `rashin query METRIC --from --to`: values of a metric by period and dimension. [CLI-14] */
export async function query(metric: string, options: QueryOptions, io: Io): Promise<Exit> {
  return connected(options, io, async ({ ask }) => {
    const { from, to, last, grain, by, where, asKnown, compare, againstFrom, againstTo, json } = options;
    const answer = valueOr(
      await ask('query', {
        metric,
        ...(from === undefined ? {} : { from }),
        ...(to === undefined ? {} : { to }),
        ...(last === undefined ? {} : { last }),
        ...(compare === undefined ? {} : { compare }),
        ...(againstFrom === undefined ? {} : { 'against-from': againstFrom }),
        ...(againstTo === undefined ? {} : { 'against-to': againstTo }),
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
  const values = `${colors.bold(answer.name[lang])}\n${tableText(head, rows)}`;
  return answer.compared.length === 0 ? values : `${values}\n\n${comparedText(answer, io, shown)}`;
}

function comparedText({ compared }: QueryAnswer, { lang, colors }: Io, shown: (cell: Cell) => string): string {
  const ja = lang === 'ja';
  const head = [
    { heading: ja ? '期間' : 'Range' },
    { heading: ja ? '値' : 'Value', align: 'right' as const },
    { heading: ja ? '比べる期間' : 'Against' },
    { heading: ja ? '値' : 'Value', align: 'right' as const },
    { heading: ja ? '指数' : 'Index', align: 'right' as const },
  ];
  const days = ({ from, to }: Cell) => (from === to ? from : `${from}〜${to}`);
  const rows = compared.map(({ current, other, ratio }) => [
    days(current),
    shown(current),
    days(other),
    shown(other),
    ratio === null ? '–' : formatValue(String(Number(ratio.toPrecision(12))), { kind: 'ratio' }, lang),
  ]);
  const notes = [...new Set(compared.flatMap(one => one.notes.map(note => note[lang])))];
  return [tableText(head, rows), ...notes.map(note => colors.dim(note))].join('\n');
}
