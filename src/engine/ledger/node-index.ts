import type { Kysely, Selectable } from 'kysely';
import { searchWords } from '#core/act/search-words.ts';
import { normalise } from '#core/text/normalise.ts';
import type { Text } from '#core/text/text.ts';
import type { Change } from './change.ts';
import type { LedgerSchema, PlanNodeTable } from './ledger-schema.ts';
import type { PlanTexts, PlanVersion } from './plan-version-store.ts';

/** A goal, factor or KPI of a version, for search, owners and joins. Derived from the texts, so it can be made again. [LED-14] */
export interface IndexedNode {
  readonly node: string;
  readonly kind: 'goal' | 'factor' | 'kpi';
  readonly metric: string | null;
  readonly owner: string | null;
  readonly name: Text;
}

/** Reads the nodes out of a version's texts; texts that cannot be read have none. */
export type IndexNodes = (texts: PlanTexts) => readonly IndexedNode[];

export interface FoundNode extends IndexedNode {
  readonly plan: string;
}

/** Writes the nodes of one version. */
export async function writeNodeIndex(change: Change, version: PlanVersion, index: IndexNodes): Promise<void> {
  const { plan, number } = version;
  await change.db.deleteFrom('planNode').where('plan', '=', plan).where('version', '=', number).execute();
  for (const { name, ...node } of index(version)) {
    await change.db
      .insertInto('planNode')
      .values({ plan, version: number, ...node, nameJa: name.ja, nameEn: name.en })
      .execute();
  }
}

/** Makes the index of all versions anew; not a change of anything people made, so the journal does not mention it. */
export async function rebuildNodeIndex(change: Change, index: IndexNodes): Promise<void> {
  const versions = await change.db.selectFrom('planVersion').selectAll().execute();
  for (const version of versions) await writeNodeIndex(change, version, index);
}

/** Nodes of the newest versions of active plans, by owner, by words of their names or ids, or all of them. */
export async function findNodes(
  db: Kysely<LedgerSchema>,
  { owner, words = '' }: { readonly owner?: string; readonly words?: string } = {},
): Promise<readonly FoundNode[]> {
  let query = db
    .selectFrom('planNode')
    .innerJoin('plan', 'plan.id', 'planNode.plan')
    .selectAll('planNode')
    .where('plan.state', '=', 'active')
    .where(eb =>
      eb(
        'planNode.version',
        '=',
        eb
          .selectFrom('planVersion')
          .select(inner => inner.fn.max('planVersion.number').as('newest'))
          .whereRef('planVersion.plan', '=', 'planNode.plan'),
      ),
    )
    .orderBy('planNode.plan')
    .orderBy('planNode.node');
  if (owner !== undefined) query = query.where('planNode.owner', '=', owner);
  const rows = await query.execute();
  const wanted = searchWords(words);
  return rows.map(nodeOf).filter(({ node, name }) => {
    const text = [node, name.ja, name.en].map(normalise).join('\n');
    return wanted.every(word => text.includes(word));
  });
}

function nodeOf({ plan, node, kind, metric, owner, nameJa, nameEn }: Selectable<PlanNodeTable>): FoundNode {
  return { plan, node, kind, metric, owner, name: { ja: nameJa, en: nameEn } };
}
