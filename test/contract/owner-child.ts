import { openWorkspace } from '#engine/workspace/workspace.ts';
import { systemEffects } from '#engine/workspace/workspace-effects.ts';

/** Owns a workspace until it is killed, pretending to listen. Argument: workspace. */
const workspace = await openWorkspace(process.argv[2] ?? '', systemEffects());
workspace.announce('http://127.0.0.1:4747');
process.stdout.write('ready\n');
setInterval(() => {}, 1000);
