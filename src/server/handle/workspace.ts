import { checkCalendar } from '#core/calendar/check-calendar.ts';
import type { App } from '#engine/app/app.ts';
import { putAppSettings } from '#engine/app/app-settings.ts';
import { readFreshness } from '#engine/app/freshness.ts';
import { listMembers, putMember } from '#engine/ledger/member-store.ts';
import { listPlans } from '#engine/ledger/plan-store.ts';
import { knownAt } from '#engine/query/knowledge.ts';
import type { HandlersOf } from '../handler.ts';
import { noConflict, problems, replyTo, value } from '../reply.ts';
import { planEntryOf } from './plan-entry.ts';

export const workspaceHandlers: HandlersOf<'health' | 'workspace' | 'putWorkspaceSettings' | 'members' | 'putMember'> = {
  health: (_, { isStopping }) => value({ status: isStopping() ? 'stopping' : 'ok' }),

  workspace: async (_, { app }) => value(await workspaceView(app)),

  putWorkspaceSettings: async ({ body }, { app, by }) => {
    const found = body.calendar ? checkCalendar(body.calendar) : [];
    if (found.length > 0) return problems(found);
    await putAppSettings(app, by, body);
    return value(await workspaceView(app));
  },

  members: async (_, { app }) => value({ members: await listMembers(app.workspace.ledger.db) }),

  putMember: async ({ body }, { app, by }) => {
    const written = await app.workspace.ledger.change(by, change => putMember(change, body));
    return replyTo(written, body.id, member => ({ member }), noConflict);
  },
};

async function workspaceView(app: App) {
  const known = await knownAt(app);
  const { settings, today } = known;
  const plans = await listPlans(app.workspace.ledger.db);
  const { health } = app.warehouse;
  return {
    name: settings.name,
    isDemo: settings.isDemo,
    today,
    calendar: settings.calendar,
    currency: settings.currency,
    format: settings.format,
    members: await listMembers(app.workspace.ledger.db),
    plans: await Promise.all(plans.map(plan => planEntryOf(app, known, plan))),
    sources: await readFreshness(app, known),
    degraded: app.recovery.missing.length > 0 ? ('rows-missing' as const) : health.state === 'degraded' ? health.why : null,
  };
}
