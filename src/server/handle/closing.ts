import { putCloseDuty } from '#engine/closing/close-duties.ts';
import { readClosing } from '#engine/closing/read-closing.ts';
import type { HandlersOf } from '../handler.ts';
import { missing, value } from '../reply.ts';

export const closingHandlers: HandlersOf<'closing' | 'putCloseDuty'> = {
  closing: async ({ period }, { app }) => {
    const found = await readClosing(app, period);
    if (!found) return missing(period);
    return value({ ...found, snapshots: found.snapshots.map(({ period: _, ...snapshot }) => snapshot) });
  },

  putCloseDuty: async ({ body: { source, ...duty } }, { app, by }) => {
    await putCloseDuty(app, by, source, duty);
    return value({ source });
  },
};
