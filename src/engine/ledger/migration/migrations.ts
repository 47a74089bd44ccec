import type { Migration } from 'kysely';
import { start } from './0001-start.ts';
import { scenario } from './0002-scenario.ts';
import { agreement } from './0003-agreement.ts';
import { targetTalk } from './0004-target-talk.ts';
import { nodeSeen } from './0005-node-seen.ts';
import { guidedAnswers } from './0006-guided-answers.ts';
import { push } from './0007-push.ts';
import { connection } from './0008-connection.ts';
import { quality } from './0009-quality.ts';
import { closeSnapshot } from './0010-close-snapshot.ts';
import { trust } from './0011-trust.ts';
import { savedAnalysis } from './0012-saved-analysis.ts';
import { pinnedAnalysis } from './0013-pinned-analysis.ts';

/** All changes of the ledger's tables, in order; names sort as text and are never reused. [LED-04] */
export type Migrations = Readonly<Record<string, Migration>>;

export const ledgerMigrations: Migrations = {
  '0001-start': start,
  '0002-scenario': scenario,
  '0003-agreement': agreement,
  '0004-target-talk': targetTalk,
  '0005-node-seen': nodeSeen,
  '0006-guided-answers': guidedAnswers,
  '0007-push': push,
  '0008-connection': connection,
  '0009-quality': quality,
  '0010-close-snapshot': closeSnapshot,
  '0011-trust': trust,
  '0012-saved-analysis': savedAnalysis,
  '0013-pinned-analysis': pinnedAnalysis,
};
