import { openLedger } from '#engine/ledger/ledger.ts';
import { systemEffects } from '#engine/workspace/workspace-effects.ts';
import { upgradedMigrations } from './upgraded-migrations.ts';

/** Upgrades a ledger to an imaginary next version, and waits to be killed. Argument: file. */
process.stdout.write('ready\n');
await openLedger(process.argv[2] ?? '', systemEffects(), upgradedMigrations);
setInterval(() => {}, 1000);
