import type { PrioritiesAnswer } from '#contract/priority.ts';
import { decimalOf } from '#core/number/decimal.ts';
import { formatDifference } from '#core/text/format-change.ts';
import { connected, valueOr, type WorkspaceOptions } from '../connect.ts';
import { EXIT, type Exit, type Io } from '../io.ts';
import { planMeant } from '../plan-meant.ts';
import { tableText } from '../table.ts';

export interface PrioritiesOptions extends WorkspaceOptions {
  readonly plan?: string;
  readonly goal?: string;
  readonly why?: boolean;
  /** `cvr.room=4`, or `cvr.room=auto` to take it back. */
  readonly mark?: string;
  readonly note?: string;
  readonly json?: boolean;
}

/** `rashin plan priorities`: what to work on first, with the reasons. [CLI-17] */
export async function priorities(options: PrioritiesOptions, io: Io): Promise<Exit> {
  const set = options.mark === undefined ? undefined : markOf(options.mark);
  if (options.mark !== undefined && !set) {
    io.note(
      io.lang === 'ja'
        ? `「${options.mark}」を読めません。cvr.room=4 のように、観点（impact・problem・controllability・room・feasibility）と1〜5の点数を指定してください。取り消すには cvr.room=auto とします。`
        : `"${options.mark}" cannot be read. Write it like cvr.room=4, with one of impact, problem, controllability, room, feasibility and a mark from 1 to 5; cvr.room=auto takes it back.`,
    );
    return EXIT.problems;
  }
  return connected(options, io, async ({ ask }) => {
    const plan = await planMeant(ask, options.plan, io);
    if (plan === undefined) return EXIT.problems;
    if (set) valueOr(await ask('putPriorityMark', { plan, body: { ...set, note: options.note ?? '' } }));
    const answer = valueOr(await ask('priorities', { plan, ...(options.goal === undefined ? {} : { goal: options.goal }) }));
    io.print(options.json ? JSON.stringify(answer, null, 2) : textOf(answer, options.why === true, io));
    return EXIT.ok;
  });
}

function textOf(answer: PrioritiesAnswer, why: boolean, io: Io): string {
  const { lang, colors } = io;
  const ja = lang === 'ja';
  const right = { align: 'right' as const };
  const mark = ({ mark: value, from }: PrioritiesAnswer['kpis'][number]['impact']) => `${value}${from === 'data' ? '' : '*'}`;
  const head = [
    { heading: ja ? '順位' : 'Rank', ...right },
    { heading: 'KPI' },
    { heading: ja ? '目標への影響' : 'Impact', ...right },
    { heading: ja ? '現在の課題' : 'Problem', ...right },
    { heading: ja ? '動かしやすさ' : 'Control', ...right },
    { heading: ja ? '伸びしろ' : 'Room', ...right },
    { heading: ja ? '計' : 'Total', ...right },
    { heading: ja ? `改善した場合の${answer.goal.name.ja}` : `What it brings ${answer.goal.name.en}`, ...right },
  ];
  const rows = answer.kpis.map(row => [
    String(row.rank),
    row.name[lang],
    mark(row.impact),
    mark(row.problem),
    mark(row.controllability),
    mark(row.room),
    decimalOf(Number(row.total.toFixed(1))),
    row.gain ? formatDifference(decimalOf(Number(row.gain.change.toPrecision(12))), answer.goal.unit, lang) : '–',
  ]);
  const parts = [colors.bold(answer.goal.name[lang]), tableText(head, rows)];
  if (why) {
    for (const row of answer.kpis) {
      parts.push('', colors.bold(row.name[lang]));
      for (const { because } of [row.impact, row.problem, row.controllability, row.room]) {
        parts.push(...because.map(({ message }) => `  ${message[lang]}`));
      }
    }
  }
  if (answer.factors.length > 0) {
    const columns = [
      { heading: ja ? '順位' : 'Rank', ...right },
      { heading: ja ? '重要成功要因' : 'Success factor' },
      { heading: ja ? '影響' : 'Impact', ...right },
      { heading: ja ? '実現しやすさ' : 'Feasibility', ...right },
      { heading: ja ? '積' : 'Score', ...right },
    ];
    const factors = answer.factors.map(({ rank, name, impact, feasibility, score }) => [
      String(rank),
      name[lang],
      mark(impact),
      mark(feasibility),
      String(score),
    ]);
    parts.push('', tableText(columns, factors));
  }
  const isSet = [...answer.kpis.flatMap(row => [row.impact, row.problem, row.controllability, row.room])].some(
    ({ from }) => from !== 'data',
  );
  if (isSet || answer.factors.some(({ impact, feasibility }) => impact.from !== 'data' || feasibility.from !== 'data')) {
    parts.push(colors.dim(ja ? '* 計画または人が決めた点数' : '* set in the plan or by people'));
  }
  for (const { message } of answer.problems) parts.push(colors.dim(message[lang]));
  return parts.join('\n');
}

const CRITERIA = ['impact', 'problem', 'controllability', 'room', 'feasibility'] as const;
const MARKS = [1, 2, 3, 4, 5] as const;

function markOf(text: string) {
  const [, id, criterionText, value] = /^\s*([^\s=]+)\.([a-z]+)\s*=\s*([1-5]|auto)\s*$/u.exec(text) ?? [];
  const criterion = CRITERIA.find(each => each === criterionText);
  if (id === undefined || criterion === undefined) return undefined;
  return { id, criterion, mark: MARKS.find(each => String(each) === value) ?? null };
}
