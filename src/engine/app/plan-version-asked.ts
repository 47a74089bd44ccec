import type { Instant } from '#core/measure/live-segments.ts';
import {
  latestVersion,
  listVersions,
  type PlanVersion,
  type PlanVersionEntry,
  readVersion,
  versionAsKnown,
  versionNamed,
} from '../ledger/plan-version-store.ts';
import type { App } from './app.ts';

/** A version of a plan by number or name; without one, the newest, or the newest at a moment. */
export async function versionAsked(
  { workspace }: App,
  plan: string,
  asked: { readonly version?: string | undefined; readonly asKnown?: Instant | undefined },
): Promise<PlanVersion | undefined> {
  const { db } = workspace.ledger;
  const { version, asKnown } = asked;
  if (version !== undefined) {
    const named = await versionNamed(db, plan, version);
    return named ?? (/^[1-9][0-9]{0,8}$/.test(version) ? readVersion(db, plan, Number(version)) : undefined);
  }
  return asKnown === undefined ? latestVersion(db, plan) : versionAsKnown(db, plan, asKnown);
}

/** A version as lists show it, with the names it was frozen under. */
export async function versionEntry({ workspace }: App, { plan, number }: PlanVersion): Promise<PlanVersionEntry> {
  const entry = (await listVersions(workspace.ledger.db, plan)).find(each => each.number === number);
  if (!entry) throw new Error(`a version that is in no list: ${plan}@${number}`);
  return entry;
}
