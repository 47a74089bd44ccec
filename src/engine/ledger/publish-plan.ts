import type { Day } from '#core/calendar/day.ts';
import type { Problem } from '#core/problem/problem.ts';
import type { Text } from '#core/text/text.ts';
import type { Change } from './change.ts';
import { textHash } from './content-hash.ts';
import { type IndexNodes, writeNodeIndex } from './node-index.ts';
import { latestVersion, nameVersion, type PlanTexts, type PlanVersion, readVersion } from './plan-version-store.ts';
import { checkStorable } from './storable-text.ts';
import { refused } from './written.ts';

export interface Publication extends PlanTexts {
  readonly plan: string;
  /** Number of the version the texts were made from; 0 when there was none. */
  readonly base: number;
  readonly reason: string;
  readonly definitionsHash: string;
  readonly effectiveFrom: Day;
  /** Freezes the new version under a name at once; the name must be free. */
  readonly name?: Text;
}

export type Published =
  | { readonly kind: 'published'; readonly version: PlanVersion }
  /** The texts are those of the newest version; there is nothing to publish. */
  | { readonly kind: 'unchanged'; readonly version: PlanVersion }
  /** Someone published in between: the texts both started from, and theirs, for a three-way comparison. */
  | { readonly kind: 'conflict'; readonly base: PlanVersion | undefined; readonly theirs: PlanVersion }
  | { readonly kind: 'name-taken'; readonly by: number }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }
  | { readonly kind: 'missing' };

/**
 * Makes a new version of a plan, and removes the publishing member's draft if nothing else is in it. [LED-10, LED-13]
 * Nothing is merged: on top of another's version it is a conflict, and nothing is written.
 */
export async function publishPlan(change: Change, publication: Publication, index: IndexNodes): Promise<Published> {
  const { plan, base, yaml, sheet } = publication;
  const found = await change.db.selectFrom('plan').select('id').where('id', '=', plan).executeTakeFirst();
  if (!found) return { kind: 'missing' };
  const problems = checkStorable({ yaml, sheet, reason: publication.reason });
  if (problems.length > 0) return refused(problems);
  const latest = await latestVersion(change.db, plan);
  if (latest && latest.number !== base) {
    return { kind: 'conflict', base: await readVersion(change.db, plan, base), theirs: latest };
  }
  if (latest && latest.yaml === yaml && latest.sheet === sheet) return { kind: 'unchanged', version: latest };
  if (publication.name) {
    const taken = await nameTaken(change, plan, publication.name);
    if (taken !== undefined) return { kind: 'name-taken', by: taken };
  }
  const version: PlanVersion = {
    plan,
    number: (latest?.number ?? 0) + 1,
    base: latest?.number ?? 0,
    yaml,
    sheet,
    author: change.by,
    reason: publication.reason,
    definitionsHash: publication.definitionsHash,
    effectiveFrom: publication.effectiveFrom,
    publishedAt: change.at,
  };
  await store(change, version);
  if (publication.name) await nameVersion(change, plan, version.number, publication.name);
  await writeNodeIndex(change, version, index);
  await removeDraft(change, publication, change.by);
  return { kind: 'published', version };
}

/** Removes a member's draft if it holds exactly the texts that were published. */
export async function removeDraft(
  change: Change,
  { plan, yaml, sheet }: PlanTexts & { readonly plan: string },
  member: string,
): Promise<void> {
  await change.db
    .deleteFrom('draft')
    .where('plan', '=', plan)
    .where('member', '=', member)
    .where('yaml', '=', yaml)
    .where('sheet', '=', sheet)
    .execute();
}

async function store(change: Change, version: PlanVersion): Promise<void> {
  const hashes = { yamlHash: textHash(version.yaml), sheetHash: textHash(version.sheet) };
  await change.db
    .insertInto('planVersion')
    .values({ ...version, ...hashes })
    .execute();
  const { yaml: _, sheet: __, ...entry } = version;
  const id = `${version.plan}@${version.number}`;
  await change.record({ action: 'plan-published', type: 'plan-version', id, before: null, after: { ...entry, ...hashes } });
}

async function nameTaken(change: Change, plan: string, name: Text): Promise<number | undefined> {
  const row = await change.db
    .selectFrom('planVersionName')
    .select('number')
    .where('plan', '=', plan)
    .where(eb => eb.or([eb('nameJa', 'in', [name.ja, name.en]), eb('nameEn', 'in', [name.ja, name.en])]))
    .executeTakeFirst();
  return row?.number;
}
