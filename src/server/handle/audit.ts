import { readAppSettings } from '#engine/app/app-settings.ts';
import { todayOf } from '#engine/app/moment.ts';
import { addAudit } from '#engine/ledger/audit-store.ts';
import { auditSamples } from '#engine/quality/audit-samples.ts';
import { putAuditSchedule, readAudits } from '#engine/quality/read-audits.ts';
import type { HandlersOf } from '../handler.ts';
import { noConflict, replyTo, value } from '../reply.ts';

export const auditHandlers: HandlersOf<'audits' | 'auditSamples' | 'addAudit' | 'putAuditSchedule'> = {
  audits: async (_, { app }) => {
    const { sources, ...rest } = await readAudits(app);
    return value({ ...rest, sources: sources.map(one => ({ ...one, last: one.last ?? null, due: one.due ?? null })) });
  },

  auditSamples: async ({ dataset }, { app }) => value({ samples: await auditSamples(app, dataset) }),

  addAudit: async ({ body }, { app, by }) => {
    const on = todayOf(app, (await readAppSettings(app)).calendar);
    const written = await app.workspace.ledger.change(by, change => addAudit(change, { ...body, on }));
    return replyTo(written, body.dataset, audit => ({ audit }), noConflict);
  },

  putAuditSchedule: async ({ body }, { app, by }) => {
    await putAuditSchedule(app, by, body);
    return value({});
  },
};
