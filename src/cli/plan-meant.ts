import { type Ask, valueOr } from './connect.ts';
import type { Io } from './io.ts';

/** The plan the user means: the one named, else the only active one. Says which there are when that cannot be told. */
export async function planMeant(ask: Ask, named: string | undefined, io: Io): Promise<string | undefined> {
  if (named !== undefined) return named;
  const { plans } = valueOr(await ask('plans'));
  const active = plans.filter(({ state }) => state === 'active');
  const [only] = active;
  if (active.length === 1 && only) return only.id;
  const list = active.map(({ id, name }) => `  ${id}  ${name[io.lang]}`).join('\n');
  if (active.length === 0) {
    io.note(
      io.lang === 'ja'
        ? '計画がまだありません。rashin plan apply で作成してください。'
        : 'There is no plan yet. Create one with rashin plan apply.',
    );
  } else {
    io.note(
      io.lang === 'ja'
        ? `計画が複数あります。--plan で1つ選んでください。\n${list}`
        : `There are several plans. Choose one with --plan.\n${list}`,
    );
  }
  return undefined;
}
