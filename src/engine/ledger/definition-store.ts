import type { Kysely, Selectable } from 'kysely';
import type { Instant } from '#core/measure/live-segments.ts';
import type { Change } from './change.ts';
import { textHash } from './content-hash.ts';
import type { DefinitionTable, LedgerSchema } from './ledger-schema.ts';
import { checkStorable } from './storable-text.ts';
import { refused, type Written, written } from './written.ts';

/** A text that gives numbers their meaning: the workspace's metrics, or an own mapping. Versioned like plans. [LED-16] */
export interface Definition {
  readonly kind: 'metrics' | 'mapping' | 'lead-stage';
  readonly name: string;
  readonly number: number;
  readonly text: string;
  readonly textHash: string;
  readonly author: string;
  readonly at: Instant;
}

/** The newest version of a definition, or the newest at a moment, or the one of a number. */
export async function readDefinition(
  db: Kysely<LedgerSchema>,
  kind: Definition['kind'],
  name: string,
  which: { readonly number?: number; readonly asKnown?: Instant } = {},
): Promise<Definition | undefined> {
  let query = db.selectFrom('definition').selectAll().where('kind', '=', kind).where('name', '=', name);
  if (which.number !== undefined) query = query.where('number', '=', which.number);
  if (which.asKnown !== undefined) query = query.where('at', '<=', which.asKnown);
  return query.orderBy('number', 'desc').limit(1).executeTakeFirst();
}

/** All definitions of a kind, each in its newest version, or the newest at a moment; by name. */
export async function listDefinitions(
  db: Kysely<LedgerSchema>,
  kind: Definition['kind'],
  asKnown?: Instant,
): Promise<readonly Definition[]> {
  let query = db.selectFrom('definition').selectAll().where('kind', '=', kind).orderBy('name').orderBy('number');
  if (asKnown !== undefined) query = query.where('at', '<=', asKnown);
  const newest = new Map<string, Selectable<DefinitionTable>>();
  for (const row of await query.execute()) newest.set(row.name, row);
  return [...newest.values()];
}

/** Publishes a new version on top of `base` (0 = the first); the newest text again changes nothing, another base is a conflict. */
export async function publishDefinition(
  change: Change,
  { kind, name, text, base }: Pick<Definition, 'kind' | 'name' | 'text'> & { readonly base: number },
): Promise<Written<Definition>> {
  const problems = checkStorable({ text });
  if (problems.length > 0) return refused(problems);
  const latest = await readDefinition(change.db, kind, name);
  if (latest && latest.number !== base) return { kind: 'conflict', current: latest };
  if (latest?.text === text) return written(latest);
  const number = (latest?.number ?? 0) + 1;
  const definition: Definition = { kind, name, number, text, textHash: textHash(text), author: change.by, at: change.at };
  await change.db.insertInto('definition').values(definition).execute();
  const summary = ({ text: _, ...rest }: Definition) => rest;
  await change.record({
    action: 'definition-published',
    type: 'definition',
    id: `${kind}/${name}`,
    before: latest ? summary(latest) : null,
    after: summary(definition),
  });
  return written(definition);
}
