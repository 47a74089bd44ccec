import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import Database from 'libsql';
import { describe, expect, test } from 'vitest';
import { parseDay } from '#core/calendar/day.ts';
import { temporaryFolder, testEffects } from '#test/contract/ledger-fixture.ts';
import { EngineError } from '../engine-error.ts';
import { inspectLedgerFile } from './inspect-file.ts';
import { readJournal } from './journal.ts';
import { createLedger, type Ledger, openLedger } from './ledger.ts';
import { ledgerMessages } from './ledger-messages.ts';
import { ledgerMigrations, type Migrations } from './migration/migrations.ts';
import { createIdSource } from './new-id.ts';
import { putSetting, readSetting } from './setting-store.ts';

const effects = testEffects();

describe('[LED-01] durability', () => {
  test('write-ahead log, synchronous FULL, foreign keys, busy timeout', async () => {
    const ledger = await createLedger(newFile(), effects);
    const pragma = async (name: string) =>
      Object.values((await sql.raw<object>(`PRAGMA ${name}`).execute(ledger.db)).rows[0] ?? {})[0];
    expect(await pragma('journal_mode')).toBe('wal');
    expect(await pragma('synchronous')).toBe(2);
    expect(await pragma('foreign_keys')).toBe(1);
    expect(await pragma('busy_timeout')).toBe(5000);
    await ledger.close();
  });

  test('what a change wrote is there after the process is gone without closing', async () => {
    const file = newFile();
    const ledger = await createLedger(file, effects);
    await ledger.change('sales/sato', change => putSetting(change, 'workspace', 'zone', 'Asia/Tokyo'));
    const copy = newFile();
    cpSync(file, copy);
    cpSync(`${file}-wal`, `${copy}-wal`);
    const reopened = await openLedger(copy, effects);
    expect(await readSetting(reopened.db, 'workspace', 'zone')).toBe('Asia/Tokyo');
    await reopened.close();
    await ledger.close();
  });

  test('a change that throws leaves nothing, and the next one works', async () => {
    const ledger = await createLedger(newFile(), effects);
    const failing = ledger.change('system', async change => {
      await putSetting(change, 'workspace', 'a', 1);
      throw new Error('cut short');
    });
    await expect(failing).rejects.toThrow('cut short');
    expect(await readSetting(ledger.db, 'workspace', 'a')).toBeUndefined();
    expect(await readJournal(ledger.db, { limit: 10 })).toEqual([]);
    await ledger.change('system', change => putSetting(change, 'workspace', 'a', 2));
    expect(await readSetting(ledger.db, 'workspace', 'a')).toBe(2);
    await ledger.close();
  });

  test('many parallel writers: no lock error, nothing lost', async () => {
    const ledger = await createLedger(newFile(), effects);
    const writers = Array.from({ length: 200 }, () =>
      ledger.change('system', async change => {
        const count = (await readSetting(change.db, 'workspace', 'count')) ?? 0;
        await putSetting(change, 'workspace', 'count', Number(count) + 1);
      }),
    );
    const readers = Array.from({ length: 200 }, () => readSetting(ledger.db, 'workspace', 'count'));
    await Promise.all([...writers, ...readers]);
    expect(await readSetting(ledger.db, 'workspace', 'count')).toBe(200);
    expect(await readJournal(ledger.db, { limit: 1000 })).toHaveLength(200);
    await ledger.close();
  });

  test('a full disk is an error that says so, keeps what was saved, and needs no restart', async () => {
    const ledger = await createLedger(newFile(), effects);
    await ledger.change('system', change => putSetting(change, 'workspace', 'small', 1));
    const pages = async (limit: number) => sql.raw(`PRAGMA max_page_count = ${limit}`).execute(ledger.db);
    await pages(60);
    const big = ledger.change('system', change => putSetting(change, 'workspace', 'big', 'x'.repeat(1_000_000)));
    await expect(big).rejects.toMatchObject({ code: 'disk-full' });
    expect(await readSetting(ledger.db, 'workspace', 'small')).toBe(1);
    expect(await readSetting(ledger.db, 'workspace', 'big')).toBeUndefined();
    await pages(100_000);
    await ledger.change('system', change => putSetting(change, 'workspace', 'big', 'x'.repeat(1_000_000)));
    await ledger.close();
  });

  test('values the driver cannot keep faithfully are refused before they reach it', async () => {
    const ledger = await createLedger(newFile(), effects);
    for (const bad of ['a\0b', 'a\ud800']) {
      await expect(ledger.db.selectFrom('setting').selectAll().where('key', '=', bad).execute()).rejects.toThrow(
        'cannot be stored',
      );
    }
    await ledger.close();
  });
});

describe('[LED-03] a file that is not a sound ledger is refused and left as it is', () => {
  const cases: readonly [string, string, (file: string) => void][] = [
    ['missing', 'ledger-missing', () => {}],
    ['of 0 bytes', 'ledger-empty', file => writeFileSync(file, '')],
    ['a folder', 'ledger-not-a-file', file => mkdirSync(file)],
    ['a text', 'ledger-foreign', file => writeFileSync(file, 'name,value\n'.repeat(100))],
    ['shorter than a header', 'ledger-foreign', file => writeFileSync(file, 'SQLite format 3\0')],
    ['a database of another application', 'ledger-foreign', file => foreignDatabase(file)],
  ];
  test.each(cases)('%s', async (_, code, make) => {
    const file = newFile();
    make(file);
    const before = fingerprint(file);
    const error = await openLedger(file, effects).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(EngineError);
    expect(error).toMatchObject({ code });
    for (const text of Object.values((error as EngineError).text)) {
      expect(text).toContain(file);
      expect(text).toContain('rashin restore');
    }
    expect(fingerprint(file)).toEqual(before);
  });

  test('a new ledger is never made over an existing file', async () => {
    const file = newFile();
    writeFileSync(file, '');
    await expect(createLedger(file, effects)).rejects.toMatchObject({ code: 'ledger-exists' });
    expect(readFileSync(file)).toHaveLength(0);
  });

  test('every flipped page is found, after a clean end and with a log left by a killed process', async () => {
    const file = newFile();
    const ledger = await filledLedger(file);
    const killed = newFile();
    cpSync(file, killed);
    cpSync(`${file}-wal`, `${killed}-wal`);
    await ledger.close();
    for (const sample of [file, killed]) {
      const sound = readFileSync(sample);
      const pages = Math.floor(sound.length / 4096);
      expect(pages).toBeGreaterThan(sample === file ? 50 : 0);
      for (let page = 0; page < pages; page++) {
        const damaged = newFile();
        const bytes = Buffer.from(sound);
        for (let at = page * 4096; at < (page + 1) * 4096; at++) bytes[at] = (bytes[at] ?? 0) ^ 0xff;
        writeFileSync(damaged, bytes);
        if (sample === killed) cpSync(`${killed}-wal`, `${damaged}-wal`);
        const before = fingerprint(damaged);
        const opened = await openLedger(damaged, effects).catch((caught: unknown) => caught);
        // A page of which the log holds a newer copy is not read at all: then opening is right.
        if (sample === killed && !(opened instanceof EngineError)) {
          await (opened as Ledger).close();
          continue;
        }
        expect(opened, `page ${page}`).toMatchObject({
          name: 'EngineError',
          code: page === 0 ? 'ledger-foreign' : 'ledger-damaged',
        });
        expect(fingerprint(damaged)).toEqual(before);
      }
    }
  });

  test('a cut-off file is found', async () => {
    const file = newFile();
    await (await filledLedger(file)).close();
    const sound = readFileSync(file);
    writeFileSync(file, sound.subarray(0, Math.floor(sound.length / 2)));
    await expect(openLedger(file, effects)).rejects.toMatchObject({ code: 'ledger-damaged' });
  });

  test('looking at a ledger leaves no other files behind', async () => {
    const file = newFile();
    await (await filledLedger(file)).close();
    await (await openLedger(file, effects)).close();
    const left = readdirSync(join(file, '..')).filter(name => !/^ledger\.sqlite-(?:wal|shm)$/.test(name));
    expect(left).toEqual(['ledger.sqlite']);
  });
});

describe('[LED-04] upgrades', () => {
  const next: Migrations = {
    ...ledgerMigrations,
    '9000-test': { up: async db => void (await db.schema.createTable('extra').addColumn('id', 'text').execute()) },
  };

  test('an older ledger is copied, then upgraded; the copy opens with the older version', async () => {
    const file = newFile();
    const old = await createLedger(file, effects);
    await old.change('system', change => putSetting(change, 'workspace', 'a', 1));
    await old.close();
    const upgraded = await openLedger(file, effects, next);
    expect(await readSetting(upgraded.db, 'workspace', 'a')).toBe(1);
    await upgraded.close();
    const copy = join(file, '..', 'ledger-before-9000-test.sqlite');
    const downgraded = await openLedger(copy, effects);
    expect(await readSetting(downgraded.db, 'workspace', 'a')).toBe(1);
    await downgraded.close();
    await (await openLedger(file, effects, next)).close();
  });

  test('a ledger of a newer version is refused and left as it is', async () => {
    const file = newFile();
    await (await createLedger(file, effects, next)).close();
    const before = fingerprint(file);
    const error = await openLedger(file, effects).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code: 'ledger-newer', params: { step: '9000-test' } });
    expect(fingerprint(file)).toEqual(before);
  });

  test('an upgrade that fails half-way leaves the old tables and says where the copy is', async () => {
    const file = newFile();
    await (await createLedger(file, effects)).close();
    const broken: Migrations = {
      ...next,
      '9001-broken': {
        up: async db => {
          await db.schema.createTable('half').addColumn('id', 'text').execute();
          throw new Error('cut short');
        },
      },
    };
    await expect(openLedger(file, effects, broken)).rejects.toMatchObject({
      code: 'ledger-upgrade',
      params: { step: '9001-broken' },
    });
    const ledger = await openLedger(file, effects);
    const tables = await ledger.db.introspection.getTables();
    expect(tables.map(({ name }) => name)).not.toContain('extra');
    expect(tables.map(({ name }) => name)).not.toContain('half');
    await ledger.close();
  });

  test('migrations are numbered without gaps, in order', () => {
    expect(Object.keys(ledgerMigrations).map(name => Number(name.slice(0, 4)))).toEqual(
      Object.keys(ledgerMigrations).map((_, index) => index + 1),
    );
  });
});

describe('[LED-05] history', () => {
  test.each(['journal', 'plan_version', 'definition', 'period_close'])(
    'rows of %s cannot be changed or removed, even by SQL',
    async table => {
      const file = newFile();
      const ledger = await filledLedger(file);
      await expect(sql.raw(`update ${table} set rowid = rowid`).execute(ledger.db)).rejects.toThrow('never changed');
      await expect(sql.raw(`delete from ${table}`).execute(ledger.db)).rejects.toThrow('never changed');
      await ledger.close();
    },
  );

  test('the journal is read newest first, in pages, by object and by person', async () => {
    const ledger = await createLedger(newFile(), effects);
    for (let value = 0; value < 5; value++) {
      await ledger.change(value % 2 === 0 ? 'a' : 'b', change => putSetting(change, 'workspace', `k${value % 3}`, value));
    }
    const all = await readJournal(ledger.db, { limit: 10 });
    expect(all.map(({ after }) => after)).toEqual([4, 3, 2, 1, 0]);
    expect(all[0]).toMatchObject({
      by: 'a',
      action: 'setting-changed',
      objectType: 'setting',
      objectId: 'workspace/k1',
      before: 1,
      after: 4,
    });
    const first = await readJournal(ledger.db, { limit: 2 });
    const second = await readJournal(ledger.db, { limit: 2, olderThan: first[1]?.id ?? '' });
    expect([...first, ...second].map(({ after }) => after)).toEqual([4, 3, 2, 1]);
    expect(await readJournal(ledger.db, { limit: 10, by: 'b', type: 'setting', id: 'workspace/k0' })).toMatchObject([
      { after: 3 },
    ]);
    expect(await readJournal(ledger.db, { limit: 10, since: all[1]?.at ?? '' })).toHaveLength(2);
    await ledger.close();
  });
});

test('[LED-06] ids sort in the order they were made, also within a millisecond and when the clock is set back', () => {
  let time = 0;
  const clock = [0, 0, 5, 3, 3, 9, 1];
  const next = createIdSource({
    now: () => new Date(1_700_000_000_000 + (clock[time++ % clock.length] ?? 0)).toISOString(),
    random: effects.random,
  });
  const ids = Array.from({ length: 200 }, next);
  expect(ids).toEqual(ids.toSorted());
  expect(new Set(ids).size).toBe(200);
  for (const id of ids) expect(id).toMatch(/^[0-9a-hjkmnp-tv-z]{26}$/);
});

test('[LED-07] every failure of the ledger is a sentence in both languages', () => {
  const params = { file: '/data/ledger.sqlite', restore: 'rashin restore', detail: 'x', step: 'x', copy: 'x' };
  for (const [code, { ja, en }] of Object.entries(ledgerMessages)) {
    expect(ja(params), code).toMatch(/[。x]$|restore$/);
    expect(en(params), code).toMatch(/\.$|restore$/);
  }
});

test.skipIf(process.getuid?.() === 0)('[LED-01] a read-only file is an error that says so', async () => {
  const file = newFile();
  await (await createLedger(file, effects)).close();
  chmodSync(join(file, '..'), 0o500);
  await expect(openLedger(file, effects)).rejects.toMatchObject({ code: 'not-writable' });
});

function newFile(): string {
  return join(temporaryFolder(), 'ledger.sqlite');
}

/** A ledger with something in every part of its file. */
async function filledLedger(file: string): Promise<Ledger> {
  const today = parseDay('2026-04-01');
  if (!today) throw new Error('no such day');
  const ledger = await createLedger(file, effects);
  for (let index = 0; index < 40; index++) {
    await ledger.change('system', async change => {
      await putSetting(change, 'workspace', `key-${index}`, 'text '.repeat(index * 40));
      const at = change.at;
      const plan = `plan-${index}`;
      await change.db
        .insertInto('plan')
        .values({ id: plan, nameJa: 'a', nameEn: 'a', state: 'active', createdAt: at, createdBy: 'a' })
        .execute();
      const hash = createHash('sha256').update(plan).digest('hex');
      await change.db
        .insertInto('planVersion')
        .values({
          plan,
          number: 1,
          yaml: 'y'.repeat(3000),
          yamlHash: hash,
          sheet: '',
          sheetHash: hash,
          base: 0,
          author: 'a',
          reason: '',
          definitionsHash: hash,
          effectiveFrom: today,
          publishedAt: at,
        })
        .execute();
      await change.db
        .insertInto('periodClose')
        .values({ id: change.newId(), source: 'all', period: `p${index}`, state: 'final', at, by: 'a', note: '' })
        .execute();
      await change.db
        .insertInto('definition')
        .values({ kind: 'metrics', name: plan, number: 1, text: 't', textHash: hash, author: 'a', at })
        .execute();
    });
  }
  return ledger;
}

function foreignDatabase(file: string): void {
  const database = new Database(file);
  database.exec('create table customers(id); insert into customers values (1)');
  database.close();
}

function fingerprint(path: string): string {
  if (!existsSync(path)) return 'missing';
  try {
    return createHash('sha256').update(readFileSync(path)).digest('hex');
  } catch {
    return `folder of ${readdirSync(path).length}`;
  }
}

test('[LED-18] looking at an open ledger does not give its locks away: another process cannot take its log', async () => {
  const file = newFile();
  const ledger = await createLedger(file, effects);
  await ledger.change('system', change => putSetting(change, 'workspace', 'a', 1));
  inspectLedgerFile(file);
  // Whoever closes a database last removes its log; this one must notice that it is not the last.
  const visitor = "const d = new (require('libsql'))(process.argv[1]); d.exec('SELECT count(*) FROM setting'); d.close()";
  const { status } = spawnSync(process.execPath, ['-e', visitor, file], { cwd: process.cwd() });
  expect(status).toBe(0);
  await ledger.change('system', change => putSetting(change, 'workspace', 'a', 2));
  const reader =
    "const d = new (require('libsql'))(process.argv[1]); console.log(d.prepare('SELECT value FROM setting').raw().get()[0])";
  expect(String(spawnSync(process.execPath, ['-e', reader, file]).stdout).trim()).toBe('2');
  await ledger.close();
});

test('[LED-18] a copy for backups is a whole ledger', async () => {
  const file = newFile();
  const ledger = await createLedger(file, effects);
  await ledger.change('system', change => putSetting(change, 'workspace', 'a', 1));
  const copy = join(temporaryFolder(), "it's a copy.sqlite");
  ledger.copyTo(copy);
  await ledger.change('system', change => putSetting(change, 'workspace', 'a', 2));
  const opened = await openLedger(copy, effects);
  expect(await readSetting(opened.db, 'workspace', 'a')).toBe(1);
  await opened.close();
  ledger.copyTo(copy);
  const newer = await openLedger(copy, effects);
  expect(await readSetting(newer.db, 'workspace', 'a')).toBe(2);
  await newer.close();
  await ledger.close();
});
