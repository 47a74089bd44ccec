import type { App } from '../../app/app.ts';
import { readInitiativeEffect } from '../../app/initiative-effect.ts';
import { closeStoredInitiative } from '../../ledger/close-initiative-store.ts';
import {
  addInitiative,
  editInitiative,
  findInitiative,
  listInitiatives,
  moveStoredInitiative,
} from '../../ledger/initiative-store.ts';
import { type Step, sound } from '../step.ts';
import { type DemoInitiative, INITIATIVES } from './initiatives.ts';

const DOING = { ja: '施策を進めています', en: 'Carrying out the initiatives' };

/** Initiatives are written, moved from stage to stage and closed as people do it, with the product's own reading of their effect. */
export function initiativeSteps(): readonly Step[] {
  return INITIATIVES.flatMap(stepsOf);
}

function stepsOf(initiative: DemoInitiative): readonly Step[] {
  const { input, written, moves, closed } = initiative;
  const by = input.owner ?? '';
  let id = '';
  const step = (on: Step['on'], time: string, act: Step['act']): Step => ({ on, time, doing: DOING, weight: 1, act });
  return [
    step(written, '10:00', async app => {
      id = await begin(app, by, initiative);
    }),
    ...moves.map(({ to, on }) =>
      step(on, '11:00', async ({ workspace: { ledger } }) => {
        await ledger.change(by, async change => {
          const found = await findInitiative(change.db, id);
          sound(await moveStoredInitiative(change, id, found?.revision ?? 0, to, on));
        });
      }),
    ),
    ...(closed ? [step(closed.on, '14:00', app => close(app, by, id, closed))] : []),
  ];
}

/** A revision was begun when the initiative before it was closed, and is now worked out. */
async function begin({ workspace: { ledger } }: App, by: string, { input, revises }: DemoInitiative): Promise<string> {
  return ledger.change(by, async change => {
    if (revises === undefined) return sound(await addInitiative(change, input)).id;
    const begun = (await listInitiatives(change.db)).find(({ title, follows }) => title === revises && follows !== null);
    if (!begun) throw new Error(`nothing follows from ${revises}`);
    return sound(await editInitiative(change, begun.id, begun.revision, { ...input, follows: begun.follows })).id;
  });
}

async function close(app: App, by: string, id: string, closed: NonNullable<DemoInitiative['closed']>): Promise<void> {
  const { ledger } = app.workspace;
  const found = await findInitiative(ledger.db, id);
  if (!found) throw new Error(`no initiative ${id}`);
  const reading = await readInitiativeEffect(app, found);
  const { on, spent, ...rest } = closed;
  const input = { ...rest, reading, spent: spent === null ? null : { amount: spent, currency: 'JPY' } };
  const result = await ledger.change(by, change => closeStoredInitiative(change, id, found.revision, input, on, 'ja'));
  if (result.kind !== 'closed') throw new Error(`the demo was refused: ${JSON.stringify(result)}`);
}
