import { createDemo } from '#engine/demo/create-demo.ts';
import { systemEffects } from '#engine/workspace/workspace-effects.ts';
import { readProductCatalogue } from '../catalogue-file.ts';
import { type WorkspaceOptions, workspaceDir } from '../connect.ts';
import { EXIT, type Exit, type Io } from '../io.ts';

/** `rashin demo [DIR]`: makes a workspace with the demo company; one that is there already is left as it is. [CLI-22] */
export async function demo(options: WorkspaceOptions, io: Io): Promise<Exit> {
  const dir = workspaceDir(options, io);
  const made = await createDemo(dir, systemEffects(), {
    catalogue: readProductCatalogue(),
    onProgress: ({ doing, share }) => io.progress?.(`${doing[io.lang]} ${Math.floor(share * 100)}%`),
  });
  io.progress?.('');
  const ja = io.lang === 'ja';
  if (made === 'exists') io.print(ja ? `${dir} にはワークスペースがあります。` : `There is a workspace in ${dir} already.`);
  else io.print(ja ? `デモ会社のワークスペースを ${dir} に作りました。` : `Made the demo company's workspace in ${dir}.`);
  return EXIT.ok;
}
