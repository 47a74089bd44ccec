import { effectSentences } from '#core/act/effect-sentences.ts';
import { effectSummary } from '#core/act/effect-summary.ts';
import type { Initiative } from '#core/act/initiative.ts';
import { overlapWarnings } from '#core/act/overlap.ts';
import { movesFrom } from '#core/act/stage.ts';
import { trackingProblems } from '#core/act/tracking-readiness.ts';
import type { Problem } from '#core/problem/problem.ts';
import type { App } from '#engine/app/app.ts';
import { readAppSettings } from '#engine/app/app-settings.ts';
import { readInitiativeEffect } from '#engine/app/initiative-effect.ts';
import { kpiTracking } from '#engine/app/kpi-tracking.ts';
import { todayOf } from '#engine/app/moment.ts';
import { closeStoredInitiative, type StoredFollowUp } from '#engine/ledger/close-initiative-store.ts';
import {
  addInitiative,
  editInitiative,
  findInitiative,
  listInitiatives,
  moveStoredInitiative,
} from '#engine/ledger/initiative-store.ts';
import { listToDos } from '#engine/ledger/to-do-store.ts';
import type { Revised } from '#engine/ledger/written.ts';
import type { HandlersOf } from '../handler.ts';
import { conflict, missing, noConflict, problems, replyTo, value } from '../reply.ts';
import { wireProblems } from '../sentence.ts';

export const initiativeHandlers: HandlersOf<
  | 'initiatives'
  | 'createInitiative'
  | 'readInitiative'
  | 'editInitiative'
  | 'moveInitiative'
  | 'initiativeEffect'
  | 'closeInitiative'
> = {
  initiatives: async ({ plan, node, owner, stage }, { app }) => {
    const found = await listInitiatives(app.workspace.ledger.db, {
      ...(plan !== undefined && node !== undefined ? { kpi: { plan, node } } : {}),
      ...(owner === undefined ? {} : { owner }),
      ...(stage === undefined ? {} : { stages: stage }),
    });
    const ofPlan = found.filter(({ kpis }) => plan === undefined || kpis.some(kpi => kpi.plan === plan));
    return value({ initiatives: ofPlan });
  },

  createInitiative: async ({ body }, { app, by }) => {
    const written = await app.workspace.ledger.change(by, change => addInitiative(change, body));
    return replyTo(written, 'initiative', oneOf, noConflict);
  },

  readInitiative: async ({ initiative: id }, { app }) => {
    const { db } = app.workspace.ledger;
    const initiative = await findInitiative(db, id);
    if (!initiative) return missing(id);
    return value({
      initiative,
      toDos: await listToDos(db, { initiative: id }),
      moves: movesFrom(initiative.stage),
      problems: wireProblems(overlapWarnings(initiative, await listInitiatives(db))),
    });
  },

  editInitiative: async ({ initiative: id, body }, { app, by }) => {
    const written = await app.workspace.ledger.change(by, change => editInitiative(change, id, body.revision, body.initiative));
    return replyTo(written, id, oneOf, currentOf);
  },

  moveInitiative: async ({ initiative: id, body }, { app, by }) => {
    const today = await todayIn(app);
    const initiative = await findInitiative(app.workspace.ledger.db, id);
    const gaps =
      initiative && body.to === 'running' && initiative.startedOn === null
        ? trackingProblems(await kpiTracking(app, initiative), initiative.details.segment)
        : [];
    const reason = body.untracked?.trim() ?? '';
    if (gaps.length > 0 && reason === '' && initiative?.revision === body.revision) return problems(gaps);
    const written = await app.workspace.ledger.change(by, change =>
      moveStoredInitiative(change, id, body.revision, body.to, today, gaps.length > 0 ? reason : undefined),
    );
    return replyTo(written, id, oneOf, currentOf);
  },

  initiativeEffect: async ({ initiative: id, weeks }, { app }) => {
    const initiative = await findInitiative(app.workspace.ledger.db, id);
    if (!initiative) return missing(id);
    const reading = await readInitiativeEffect(app, initiative, weeks);
    return value({ reading, summary: effectSummary(reading), sentences: reading ? effectSentences(reading) : [] });
  },

  closeInitiative: async ({ initiative: id, body }, { app, by, lang }) => {
    const { revision, weeks, ...input } = body;
    const initiative = await findInitiative(app.workspace.ledger.db, id);
    if (!initiative) return missing(id);
    const reading = await readInitiativeEffect(app, initiative, weeks);
    const today = await todayIn(app);
    const closed = await app.workspace.ledger.change(by, change =>
      closeStoredInitiative(change, id, revision, { ...input, reading }, today, lang),
    );
    switch (closed.kind) {
      case 'closed':
        return value({ initiative: closed.value.initiative, followUps: closed.value.followUps.map(followUpView) });
      case 'conflict':
        return conflict({ current: closed.current });
      case 'refused':
        return problems(closed.problems);
      case 'missing':
        return missing(id);
    }
  },
};

async function todayIn(app: App) {
  return todayOf(app, (await readAppSettings(app)).calendar);
}

function oneOf(initiative: Revised<Initiative>, found: readonly Problem[]) {
  return { initiative, problems: wireProblems(found) };
}

function currentOf(current: Revised<Initiative>) {
  return { current };
}

function followUpView(followUp: StoredFollowUp) {
  switch (followUp.kind) {
    case 'procedure':
    case 'to-do':
    case 'initiative':
      return { kind: followUp.kind, id: followUp.id, money: null };
    case 'freed-budget':
      return { kind: followUp.kind, id: null, money: followUp.money };
    case 'left-open':
      return { kind: followUp.kind, id: null, money: null };
  }
}
