import type { App } from '../app/app.ts';
import type { Batch } from '../ledger/batch.ts';
import { undoBatch } from '../ledger/batch-store.ts';
import type { Written } from '../ledger/written.ts';

/** Takes an import back: its rows stop counting, and what it had replaced counts again. [LED-22] */
export async function undoImport(app: App, by: string, id: string): Promise<Written<Batch>> {
  const written = await app.workspace.ledger.change(by, change => undoBatch(change, id));
  app.cache.forget();
  return written;
}
