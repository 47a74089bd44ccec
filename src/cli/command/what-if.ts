import { parseAmount } from '#core/plan/target.ts';
import { sentence } from '#core/problem/sentence.ts';
import type { DriverChange } from '#core/scenario/driver-change.ts';
import { parseChange } from '#core/scenario/parse-change.ts';
import { scenarioProblem } from '#core/scenario/scenario-messages.ts';
import { type Ask, connected, valueOr, type WorkspaceOptions } from '../connect.ts';
import { EXIT, type Exit, type Io } from '../io.ts';
import { planMeant } from '../plan-meant.ts';
import { whatIfText } from '../what-if-text.ts';

export interface WhatIfOptions extends WorkspaceOptions {
  readonly plan?: string;
  /** `leads=+10%`, one option each. */
  readonly set: readonly string[];
  readonly scenario: readonly string[];
  readonly save?: string;
  readonly adopt?: boolean;
  readonly base?: 'plan' | 'actual';
  readonly tornado?: string;
  readonly swing?: number;
  /** `revenue=3億円`, with `through` for one driver. */
  readonly seek?: string;
  readonly through?: string;
  readonly sensitivity?: string;
  /** `mql-rate=+10%` with `on` for the node it is looked at. */
  readonly effect?: string;
  readonly on?: string;
  readonly version?: string;
  readonly json?: boolean;
}

/** `rashin plan whatif`: the plan with other drivers, kept scenarios beside it, tornado, goal seek. [CLI-16] */
export async function whatIf(options: WhatIfOptions, io: Io): Promise<Exit> {
  const changes = options.set.map(parseChange);
  const effect = options.effect === undefined ? undefined : parseChange(options.effect);
  const seek = options.seek === undefined ? undefined : seekOf(options.seek);
  const unread = [
    ...options.set.filter((_, i) => changes[i] === undefined),
    ...(options.effect !== undefined && effect?.mode !== 'relative' ? [options.effect] : []),
    ...(options.seek !== undefined && !seek ? [options.seek] : []),
  ];
  if (unread.length > 0) {
    for (const text of unread) io.note(sentence(scenarioProblem('scenario-value', { text }), io.lang));
    return EXIT.problems;
  }
  const typed = changes.filter(change => change !== undefined);
  return connected(options, io, async ({ ask }) => {
    const plan = await planMeant(ask, options.plan, io);
    if (plan === undefined) return EXIT.problems;
    const kept = await keptScenarios(ask, plan, options.scenario, io);
    if (!kept) return EXIT.problems;
    const own = typed.length > 0 ? [{ name: options.save ?? options.set.join(' '), changes: typed, probability: null }] : [];
    const columns = [...kept, ...own];
    const answer = valueOr(
      await ask('whatIf', {
        plan,
        body: {
          scenarios: columns.map(({ changes: each, probability }) => ({ changes: each, probability })),
          ...(options.base === undefined ? {} : { base: options.base }),
          ...(options.version === undefined ? {} : { version: options.version }),
          ...(options.sensitivity === undefined ? {} : { elasticities: [options.sensitivity] }),
          ...(options.tornado === undefined
            ? {}
            : { tornado: { node: options.tornado, down: -(options.swing ?? 0.1), up: options.swing ?? 0.1 } }),
          ...(seek ? { seek: { ...seek, ...(options.through === undefined ? {} : { driver: options.through }) } } : {}),
          ...(effect && options.on !== undefined
            ? {
                chain: {
                  driver: effect.node,
                  node: options.on,
                  by: Number(effect.value),
                  ...(effect.from === undefined ? {} : { from: effect.from }),
                },
              }
            : {}),
        },
      }),
    );
    const names = columns.map(({ name }) => name);
    io.print(options.json ? JSON.stringify(answer, null, 2) : whatIfText(answer, names, io));
    if (options.save !== undefined && typed.length > 0) await keep(ask, plan, options.save, typed, io);
    return options.adopt
      ? adopt(
          ask,
          plan,
          columns.flatMap(column => column.changes),
          io,
        )
      : EXIT.ok;
  });
}

async function keptScenarios(ask: Ask, plan: string, wanted: readonly string[], io: Io) {
  if (wanted.length === 0) return [];
  const { scenarios } = valueOr(await ask('scenarios', { plan }));
  const found = wanted.flatMap(name => scenarios.find(each => each.id === name || each.name === name) ?? []);
  if (found.length === wanted.length) return found;
  const list = scenarios.map(({ id, name }) => `  ${id}  ${name}`).join('\n');
  io.note(io.lang === 'ja' ? `その名前のシナリオはありません。\n${list}` : `There is no scenario of that name.\n${list}`);
  return undefined;
}

async function keep(ask: Ask, plan: string, name: string, changes: readonly DriverChange[], io: Io): Promise<void> {
  const body = { name, kind: 'own' as const, changes, probability: null, cost: null, note: '' };
  const { scenario } = valueOr(await ask('createScenario', { plan, body }));
  io.note(
    io.lang === 'ja' ? `シナリオ「${name}」を保存しました（${scenario.id}）。` : `Kept the scenario "${name}" (${scenario.id}).`,
  );
}

async function adopt(ask: Ask, plan: string, changes: readonly DriverChange[], io: Io): Promise<Exit> {
  const { draft } = valueOr(await ask('readDraft', { plan }));
  const done = valueOr(await ask('adoptChanges', { plan, body: { changes, revision: draft?.revision ?? 0 } }));
  for (const { node, target } of done.adopted) io.note(`${node}: ${target}`);
  for (const { message } of done.problems) io.note(message[io.lang]);
  io.note(io.lang === 'ja' ? '下書きに反映しました。' : 'Taken over into the draft.');
  return EXIT.ok;
}

function seekOf(text: string): { readonly node: string; readonly wanted: number } | undefined {
  const [, node, value] = /^\s*([^\s=]+)\s*=\s*(.+?)\s*$/u.exec(text) ?? [];
  const amount = value === undefined ? undefined : parseAmount(value);
  return node === undefined || amount === undefined ? undefined : { node, wanted: Number(amount) };
}
