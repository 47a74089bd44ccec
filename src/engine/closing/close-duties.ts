import { z } from 'zod';
import { type CloseDuty, USUAL_DUTY } from '#core/closing/close-duty.ts';
import type { App } from '../app/app.ts';
import { putSetting, readSetting } from '../ledger/setting-store.ts';

const KEY = 'close-duties';

const stored = z.record(
  z.string(),
  z.object({ owner: z.string().nullable(), preliminary: z.int().min(0).max(60), final: z.int().min(0).max(60) }),
);

/** Who closes which source by when; sources that nobody has spoken of are closed by whoever brings them. [CLS-01] */
export async function readCloseDuties({ workspace }: App): Promise<(source: string, bringer: string | null) => CloseDuty> {
  const read = stored.safeParse(await readSetting(workspace.ledger.db, 'workspace', KEY));
  const duties = read.success ? read.data : {};
  return (source, bringer) => duties[source] ?? { ...USUAL_DUTY, owner: bringer };
}

export async function putCloseDuty({ workspace }: App, by: string, source: string, duty: CloseDuty): Promise<void> {
  await workspace.ledger.change(by, async change => {
    const read = stored.safeParse(await readSetting(change.db, 'workspace', KEY));
    await putSetting(change, 'workspace', KEY, { ...(read.success ? read.data : {}), [source]: duty });
  });
}
