import type { PlanDriversAnswer } from '#contract/driver.ts';
import { formatDayRange } from '#core/calendar/format-day.ts';
import { stepsText } from '#core/drivers/lag-text.ts';
import { connected, valueOr, type WorkspaceOptions } from '../connect.ts';
import { EXIT, type Exit, type Io } from '../io.ts';
import { planMeant } from '../plan-meant.ts';
import { tableText } from '../table.ts';

export interface DriversOptions extends WorkspaceOptions {
  readonly plan?: string;
  readonly goal?: string;
  readonly grain?: 'day' | 'week' | 'month';
  readonly most?: number;
  readonly version?: string;
  readonly json?: boolean;
}

/** `rashin plan drivers`: which KPIs move ahead of a goal. [CLI-24] */
export async function drivers(options: DriversOptions, io: Io): Promise<Exit> {
  return connected(options, io, async ({ ask }) => {
    const plan = await planMeant(ask, options.plan, io);
    if (plan === undefined) return EXIT.problems;
    const { goal, grain, most, version } = options;
    const answer = valueOr(
      await ask('planDrivers', {
        plan,
        ...(goal === undefined ? {} : { goal }),
        ...(grain === undefined ? {} : { grain }),
        ...(most === undefined ? {} : { most }),
        ...(version === undefined ? {} : { version }),
      }),
    );
    io.print(options.json ? JSON.stringify(answer, null, 2) : textOf(answer, io));
    return EXIT.ok;
  });
}

function textOf(answer: PlanDriversAnswer, io: Io): string {
  const { lang, colors } = io;
  const ja = lang === 'ja';
  const right = (heading: string) => ({ heading, align: 'right' as const });
  const named = answer.rows.filter(({ verdict }) => verdict === 'driver');
  const table = tableText(
    [
      { heading: 'KPI' },
      right(ja ? 'ずれ' : 'Lag'),
      right(ja ? '関連の強さ' : 'Association'),
      right(ja ? '幅' : 'Range'),
      right(ja ? '伸びしろ' : 'Room'),
      right(ja ? '動かしやすさ' : 'Control'),
      right(ja ? '総合' : 'Score'),
    ],
    named.map(row => [
      row.name[lang],
      row.lag === null ? '–' : row.lag === 0 ? (ja ? '同時' : 'none') : stepsText(row.lag, answer.grain)[lang],
      signed(row.association),
      row.low === null || row.high === null ? '–' : `${signed(row.low)}${ja ? '〜' : ' to '}${signed(row.high)}`,
      String(row.room),
      String(row.controllability),
      signed(row.score),
    ]),
  );
  const heading = ja ? `${answer.goal.name.ja}に先立って動くKPI` : `KPIs that move ahead of ${answer.goal.name.en}`;
  const none = ja ? '該当するKPIはありません。' : 'There is none.';
  const parts = [colors.bold(heading), colors.dim(formatDayRange(answer.range, lang)), '', named.length > 0 ? table : none];
  for (const row of answer.rows) {
    parts.push('', colors.bold(row.name[lang]), ...row.because.map(({ message }) => `  ${message[lang]}`));
  }
  parts.push('', ...[...answer.method, ...answer.problems].map(({ message }) => colors.dim(message[lang])));
  return parts.join('\n');
}

function signed(value: number | null): string {
  return value === null ? '–' : value.toFixed(2).replace('-', '−');
}
