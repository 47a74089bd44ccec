import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder, testEffects } from '#test/contract/ledger-fixture.ts';
import { putSetting, readSetting } from '../ledger/setting-store.ts';
import { findServer } from './ownership.ts';
import { readServerNote } from './server-note.ts';
import { createWorkspace, openWorkspace, type Workspace } from './workspace.ts';
import type { WorkspaceEffects } from './workspace-effects.ts';
import { workspaceMessages } from './workspace-messages.ts';
import { workspacePaths } from './workspace-paths.ts';

/** A world in which waiting takes no time. */
const effects: WorkspaceEffects = { ...testEffects(), pid: 4711, host: 'here', wait: async () => {} };

describe('[WSP-01] a workspace', () => {
  test('is one folder with everything in it, and opens again with all it held', async () => {
    const dir = join(temporaryFolder(), 'new', '羅針 2026');
    const made = await createWorkspace(dir, ' 株式会社\n羅針 ', effects);
    await made.ledger.change('system', change => putSetting(change, 'workspace', 'zone', 'Asia/Tokyo'));
    await made.close();
    expect(
      readdirSync(dir)
        .filter(name => !/-(?:wal|shm)$/.test(name))
        .toSorted(),
    ).toEqual(['files', 'key', 'ledger.sqlite', 'lock', 'staging', 'workspace.json']);
    const opened = await openWorkspace(dir, effects);
    expect(opened.name).toBe('株式会社 羅針');
    expect(opened.createdAt).toBe(made.createdAt);
    expect(opened.key).toEqual(made.key);
    expect(await readSetting(opened.ledger.db, 'workspace', 'zone')).toBe('Asia/Tokyo');
    await opened.close();
  });

  test('keeps its key to its owner', async () => {
    const dir = temporaryFolder();
    const workspace = await createWorkspace(dir, 'x', effects);
    expect(workspace.key).toHaveLength(32);
    expect(statSync(workspace.paths.key).mode & 0o777).toBe(0o600);
    await workspace.close();
  });

  test('takes the name of its folder when it has none', async () => {
    const workspace = await createWorkspace(join(temporaryFolder(), 'kpi'), ' ', effects);
    expect(workspace.name).toBe('kpi');
    await workspace.close();
  });

  test('closing twice is closing once', async () => {
    const workspace = await createWorkspace(temporaryFolder(), 'x', effects);
    await Promise.all([workspace.close(), workspace.close()]);
    await workspace.close();
  });
});

describe('[WSP-02] making a workspace', () => {
  test('never touches a folder that holds something else, or a workspace', async () => {
    const dir = temporaryFolder();
    writeFileSync(join(dir, 'photo.jpg'), 'x');
    await expect(createWorkspace(dir, 'x', effects)).rejects.toMatchObject({
      code: 'workspace-not-empty',
      params: { found: 'photo.jpg' },
    });
    expect(readdirSync(dir)).toEqual(['photo.jpg']);
    const other = await made();
    await other.close();
    await expect(createWorkspace(other.paths.dir, 'x', effects)).rejects.toMatchObject({ code: 'workspace-exists' });
    await (await openWorkspace(other.paths.dir, effects)).close();
  });

  test('begins again what was cut short at any step', async () => {
    const workspace = await made();
    const { paths } = workspace;
    await workspace.close();
    const steps = [paths.files, paths.staging, paths.key, paths.ledger];
    for (let done = 0; done <= steps.length; done++) {
      const dir = temporaryFolder();
      const half = workspacePaths(dir);
      writeFileSync(half.unfinished, '');
      writeFileSync(half.lock, '');
      if (done > 0) mkdirSync(half.files);
      if (done > 1) mkdirSync(half.staging);
      if (done > 2) writeFileSync(half.key, 'x');
      if (done > 3) writeFileSync(half.ledger, 'SQLite format 3\0');
      const again = await createWorkspace(dir, 'x', effects);
      expect(again.key).toHaveLength(32);
      expect(existsSync(half.unfinished)).toBe(false);
      await again.close();
    }
  });

  test('never removes received files, even when the folder looks half-made', async () => {
    const dir = temporaryFolder();
    const half = workspacePaths(dir);
    writeFileSync(half.unfinished, '');
    mkdirSync(join(half.files, 'ab'), { recursive: true });
    writeFileSync(half.ledger, 'precious');
    await expect(createWorkspace(dir, 'x', effects)).rejects.toMatchObject({
      code: 'workspace-not-empty',
      params: { found: 'files' },
    });
    expect(readFileSync(half.ledger, 'utf8')).toBe('precious');
  });
});

describe('[WSP-03] one owner', () => {
  test('a second owner is refused, with the first one named', async () => {
    const first = await made();
    first.announce('http://127.0.0.1:4747');
    const error = await openWorkspace(first.paths.dir, effects).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code: 'workspace-in-use' });
    expect(String(error)).toContain('PID 4711, here, http://127.0.0.1:4747');
    expect(findServer(first.paths)).toMatchObject({ pid: 4711, address: 'http://127.0.0.1:4747' });
    await first.ledger.change('system', change => putSetting(change, 'workspace', 'a', 1));
    await first.close();
    expect(findServer(first.paths)).toBeUndefined();
    expect(readServerNote(first.paths)).toBeUndefined();
    const second = await openWorkspace(first.paths.dir, effects);
    expect(findServer(first.paths)).toBeUndefined();
    await second.close();
  });

  test('an owner that ends while the next one waits hands over', async () => {
    const first = await made();
    let waits = 0;
    const patient: WorkspaceEffects = {
      ...effects,
      wait: async () => {
        waits += 1;
        if (waits === 3) await first.close();
      },
    };
    await (await openWorkspace(first.paths.dir, patient)).close();
    expect(waits).toBe(3);
  });

  test('a note left by a dead owner, or one that cannot be read, is in nobody’s way', async () => {
    const { paths, close } = await made();
    await close();
    for (const note of [
      '{"pid":1,"host":"gone","address":"http://127.0.0.1:1","since":"2026-01-01T00:00:00.000Z"}',
      '{',
      'null',
      '[]',
    ]) {
      writeFileSync(paths.server, note);
      expect(findServer(paths)).toBeUndefined();
      await (await openWorkspace(paths.dir, effects)).close();
    }
  });

  test('an opening that fails gives the workspace back', async () => {
    const { paths, close } = await made();
    await close();
    const key = readFileSync(paths.key);
    rmSync(paths.key);
    await expect(openWorkspace(paths.dir, effects)).rejects.toMatchObject({
      code: 'workspace-damaged',
      params: { file: paths.key },
    });
    writeFileSync(paths.key, key);
    await (await openWorkspace(paths.dir, effects)).close();
  });
});

describe('[WSP-01] a folder that is not a sound workspace is refused', () => {
  test('without workspace.json, with a damaged one, or with one of a newer version', async () => {
    await expect(openWorkspace(temporaryFolder(), effects)).rejects.toMatchObject({ code: 'workspace-missing' });
    await expect(openWorkspace(join(temporaryFolder(), 'no'), effects)).rejects.toMatchObject({ code: 'workspace-missing' });
    const { paths, close } = await made();
    await close();
    for (const [text, code] of [
      ['', 'workspace-damaged'],
      ['null', 'workspace-damaged'],
      ['{"format":"1"}', 'workspace-damaged'],
      ['{"format":1,"name":3}', 'workspace-damaged'],
      ['{"format":2,"name":"x"}', 'workspace-newer'],
    ] as const) {
      writeFileSync(paths.description, text);
      await expect(openWorkspace(paths.dir, effects)).rejects.toMatchObject({ code });
      expect(readFileSync(paths.description, 'utf8')).toBe(text);
    }
  });

  test('with a damaged ledger: no new one is made, and the lock is free again', async () => {
    const { paths, close } = await made();
    await close();
    writeFileSync(paths.ledger, '');
    await expect(openWorkspace(paths.dir, effects)).rejects.toMatchObject({ code: 'ledger-empty' });
    expect(statSync(paths.ledger).size).toBe(0);
    rmSync(paths.ledger);
    await expect(openWorkspace(paths.dir, effects)).rejects.toMatchObject({ code: 'ledger-missing' });
    expect(existsSync(paths.ledger)).toBe(false);
  });
});

test('[WSP-08] what was on its way in when a process was killed is removed at the next opening', async () => {
  const { paths, close } = await made();
  await close();
  writeFileSync(join(paths.staging, 'upload.csv'), 'x');
  mkdirSync(join(paths.staging, 'folder'));
  mkdirSync(join(paths.dir, 'checking-abc'));
  writeFileSync(join(paths.dir, 'server.json.part'), '{');
  const opened = await openWorkspace(paths.dir, effects);
  expect(readdirSync(paths.staging)).toEqual([]);
  expect(readdirSync(paths.dir).filter(name => /checking|part/.test(name))).toEqual([]);
  await opened.close();
});

test('[WSP-09] every failure of a workspace is a sentence in both languages', () => {
  const params = {
    dir: '/data',
    file: '/data/key',
    restore: 'rashin restore',
    holder: 'PID 1',
    unknown: false,
    found: 'x',
    format: 2,
    codes: ['x'],
  };
  for (const [code, { ja, en }] of Object.entries(workspaceMessages)) {
    expect(ja(params), code).toMatch(/。$|restore$/);
    expect(en(params), code).toMatch(/\.$|restore$/);
  }
});

function made(): Promise<Workspace> {
  return createWorkspace(temporaryFolder(), 'Test', effects);
}
