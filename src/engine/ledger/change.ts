import type { Kysely, Transaction } from 'kysely';
import type { Instant } from '#core/measure/live-segments.ts';
import { toJson } from './json-text.ts';
import type { LedgerEffects } from './ledger-effects.ts';
import type { LedgerSchema } from './ledger-schema.ts';

/** One transaction on the ledger: who acts, when, and the journal it is written into. [LED-05] */
export interface Change {
  readonly db: Transaction<LedgerSchema>;
  readonly by: string;
  readonly at: Instant;
  readonly newId: () => string;
  /** Writes what was done into the journal; every store calls it for every change it makes. */
  readonly record: (entry: NewEntry) => Promise<void>;
}

export interface NewEntry {
  /** What was done, as `object-verb`: `initiative-moved`. */
  readonly action: string;
  readonly type: ObjectType;
  readonly id: string;
  /** The object before and after; null when there was or is none. */
  readonly before: unknown;
  readonly after: unknown;
}

export type ObjectType =
  | 'member'
  | 'setting'
  | 'plan'
  | 'plan-version'
  | 'draft'
  | 'definition'
  | 'batch'
  | 'period-close'
  | 'initiative'
  | 'to-do'
  | 'comment'
  | 'annotation'
  | 'lesson'
  | 'procedure-page'
  | 'analysis'
  | 'scenario'
  | 'priority-mark'
  | 'proposal'
  | 'guided-answers'
  | 'quality-decision'
  | 'close-snapshot'
  | 'target-talk'
  | 'api-key'
  | 'connection'
  | 'value-duty'
  | 'data-audit';

export function changeWith(db: Kysely<LedgerSchema>, effects: LedgerEffects, newId: () => string) {
  return <T>(by: string, work: (change: Change) => Promise<T>): Promise<T> =>
    db.transaction().execute(transaction => {
      const at = effects.now();
      const record = async (entry: NewEntry): Promise<void> => {
        await transaction
          .insertInto('journal')
          .values({
            id: newId(),
            at,
            by,
            action: entry.action,
            objectType: entry.type,
            objectId: entry.id,
            before: entry.before === null ? null : toJson(entry.before),
            after: entry.after === null ? null : toJson(entry.after),
          })
          .execute();
      };
      return work({ db: transaction, by, at, newId, record });
    });
}
