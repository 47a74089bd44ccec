import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { usualInbox, type Watch, watchFolder } from '#engine/watch/watch-folder.ts';
import { accepted, openStage, type Stage } from './api-fixture.ts';

const SALES = 'date,store,orders\n2026-11-01,新宿,3\n2026-11-02,渋谷,4\n';

async function watching(stage: Stage, folder = usualInbox(stage.app)): Promise<Watch> {
  const watch = await watchFolder(stage.app, { folder, every: 5 });
  onTestFinished(() => watch.stop());
  return watch;
}

/** Looks until everything that is there has been worked in. */
async function emptied({ folder, look }: Watch): Promise<void> {
  do await look();
  while (readdirSync(folder, { withFileTypes: true }).some(entry => entry.isFile() && !entry.name.startsWith('.')));
}

async function live(stage: Stage) {
  const { batches } = accepted(await stage.ask('batches', { limit: 50 }));
  return batches.filter(({ undone, live: days }) => !undone && days.length > 0);
}

test('[WAT-03] a file is imported as recognised and moved to done with its report', async () => {
  const stage = await openStage();
  const watch = await watching(stage);
  writeFileSync(join(watch.folder, '売上.csv'), SALES);
  await emptied(watch);
  expect(readdirSync(join(watch.folder, 'done')).toSorted()).toEqual(['売上.csv', '売上.csv.report.txt']);
  const [batch, ...others] = await live(stage);
  expect([batch?.rows, batch?.receivedBy, others.length]).toEqual([2, 'folder:watched', 0]);
  const report = readFileSync(join(watch.folder, 'done', '売上.csv.report.txt'), 'utf8');
  expect(report).toContain('2026-11-01〜2026-11-02 2行');
  expect(report).toContain('2 rows (0 skipped)');
  expect(report).toContain(batch?.id);
  expect(readdirSync(join(stage.dir, 'workspace', 'staging'))).toEqual([]);
});

test('[WAT-03] what cannot be read, or needs a decision, goes to refused with what is wrong; names are never taken twice', async () => {
  const stage = await openStage();
  const watch = await watching(stage);
  for (const text of ['date,orders\n03/04/2026,1\n', 'a,a\n1,2\n']) {
    writeFileSync(join(watch.folder, 'x.csv'), text);
    await emptied(watch);
  }
  expect(readdirSync(join(watch.folder, 'refused')).toSorted()).toEqual([
    'x-2.csv',
    'x-2.csv.report.txt',
    'x.csv',
    'x.csv.report.txt',
  ]);
  expect(readFileSync(join(watch.folder, 'refused', 'x-2.csv.report.txt'), 'utf8')).toMatch(
    /取り込みませんでした[\s\S]*was not imported/,
  );
  expect(await live(stage)).toEqual([]);
});

test('[WAT-04] a file that came in before the server died is not counted twice', async () => {
  const stage = await openStage();
  const first = await watching(stage);
  writeFileSync(join(first.folder, '売上.csv'), SALES);
  await emptied(first);
  await first.stop();
  const again = await stage.reopen();
  const watch = await watching(again);
  writeFileSync(join(watch.folder, '売上.csv'), SALES);
  await emptied(watch);
  expect(await live(again)).toHaveLength(1);
  expect(readFileSync(join(watch.folder, 'done', '売上-2.csv.report.txt'), 'utf8')).toContain('the same content is in already');
});

test('[WAT-01] folders, links and half-written files are passed over; a folder of the workspace itself is refused', async () => {
  const stage = await openStage();
  const watch = await watching(stage);
  mkdirSync(join(watch.folder, 'sub'));
  writeFileSync(join(watch.folder, 'sub', 'a.csv'), SALES);
  writeFileSync(join(watch.folder, 'b.csv.part'), SALES);
  symlinkSync(join(watch.folder, 'sub', 'a.csv'), join(watch.folder, 'link.csv'));
  for (let i = 0; i < 3; i++) await watch.look();
  expect(await live(stage)).toEqual([]);
  const { paths } = stage.app.workspace;
  for (const folder of [paths.dir, paths.files, paths.staging])
    await expect(watchFolder(stage.app, { folder }), folder).rejects.toMatchObject({ code: 'watch-own-folder' });
  await expect(watchFolder(stage.app, { folder: join(stage.dir, 'nowhere', 'deep\0') })).rejects.toMatchObject({
    code: 'watch-folder',
  });
});
