import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { type Day, parseDay } from '#core/calendar/day.ts';
import { testLedger } from '#test/contract/ledger-fixture.ts';
import { listDefinitions, publishDefinition, readDefinition } from './definition-store.ts';
import { discardDraft, listDrafts, readDraft, saveDraft } from './draft-store.ts';
import { readJournal } from './journal.ts';
import type { Ledger } from './ledger.ts';
import { findNodes, type IndexNodes, rebuildNodeIndex } from './node-index.ts';
import { changePlan, createPlan, listPlans } from './plan-store.ts';
import {
  latestVersion,
  listVersions,
  nameVersion,
  readVersion,
  versionAsKnown,
  versionInForce,
  versionNamed,
} from './plan-version-store.ts';
import { type Publication, publishPlan } from './publish-plan.ts';

const first: Publication = {
  plan: 'saas',
  base: 0,
  yaml: 'rashin: 1\r\nplan: saas  # ひな形\r\n\r\n',
  sheet: '\ufeff月,leads\r\n2026-04,"1,000"\r\n',
  reason: '期初計画',
  definitionsHash: 'd1',
  effectiveFrom: day('2026-04-01'),
};

/** Each line `id owner name` of the YAML text is a node. */
const indexLines: IndexNodes = ({ yaml }) =>
  yaml
    .split('\n')
    .map(line => line.trim().split(' '))
    .filter(([, owner]) => owner?.includes('/'))
    .map(([node = '', owner = '', name = '']) => ({ node, kind: 'kpi', metric: null, owner, name: { ja: name, en: node } }));

const noNodes: IndexNodes = () => [];

describe('plans', () => {
  test('[LED-10] a published version keeps both texts byte for byte', async () => {
    const ledger = await withPlan();
    const texts = { yaml: '\ufeffa:\t1\r\n\n\r b: "𠮷 \u0001 é e\u0301" \n\n', sheet: ' , ,"\n"\r' };
    const published = await publish(ledger, { ...first, ...texts });
    expect(published.kind).toBe('published');
    expect(await readVersion(ledger.db, 'saas', 1)).toMatchObject({
      ...texts,
      number: 1,
      base: 0,
      author: 'sales/sato',
      reason: '期初計画',
    });
  });

  test('[LED-10] texts that no store keeps faithfully are refused with their line', async () => {
    const ledger = await withPlan();
    const result = await publish(ledger, { ...first, yaml: 'a\r\nb\0' });
    expect(result).toMatchObject({ kind: 'refused', problems: [{ code: 'text-not-storable', at: ['yaml'], line: 2 }] });
    const draft = await ledger.change('a', change => saveDraft(change, { ...first, sheet: 'x\ud800', revision: 0 }));
    expect(draft).toMatchObject({ kind: 'refused', problems: [{ at: ['sheet'], line: 1 }] });
    const definition = await ledger.change('a', change =>
      publishDefinition(change, { kind: 'metrics', name: 'm', text: '\0', base: 0 }),
    );
    expect(definition.kind).toBe('refused');
  });

  test('[LED-10] a text whose bytes changed on the disk is refused, not returned', async () => {
    const ledger = await withPlan();
    await publish(ledger, first);
    await sql`drop trigger plan_version_no_update`.execute(ledger.db);
    await ledger.db
      .updateTable('planVersion')
      .set({ yaml: `${first.yaml} ` })
      .execute();
    await expect(latestVersion(ledger.db, 'saas')).rejects.toMatchObject({ code: 'ledger-damaged' });
  });

  test('[LED-13] of two who publish on the same version exactly one succeeds; the other gets both texts', async () => {
    const ledger = await withPlan();
    await publish(ledger, first);
    const [a, b] = await Promise.all([
      publish(ledger, { ...first, base: 1, yaml: 'a' }, 'sales/sato'),
      publish(ledger, { ...first, base: 1, yaml: 'b' }, 'marketing/tanaka'),
    ]);
    expect([a.kind, b.kind].toSorted()).toEqual(['conflict', 'published']);
    const conflict = a.kind === 'conflict' ? a : b;
    expect(conflict).toMatchObject({ base: { number: 1, yaml: first.yaml }, theirs: { number: 2 } });
    expect(await listVersions(ledger.db, 'saas')).toHaveLength(2);
  });

  test('[LED-13] publishing removes the publisher’s draft and nobody else’s', async () => {
    const ledger = await withPlan();
    for (const member of ['sales/sato', 'marketing/tanaka'])
      await ledger.change(member, change => saveDraft(change, { ...first, revision: 0 }));
    await publish(ledger, first);
    expect((await listDrafts(ledger.db, 'saas')).map(({ member }) => member)).toEqual(['marketing/tanaka']);
  });

  test('[LED-13] a draft in which something else was written stays when other texts are published', async () => {
    const ledger = await withPlan();
    await ledger.change('sales/sato', change => saveDraft(change, { ...first, yaml: 'newer', revision: 0 }));
    await publish(ledger, first);
    expect((await listDrafts(ledger.db, 'saas')).map(({ member }) => member)).toEqual(['sales/sato']);
  });

  test('[LED-13] the texts of the newest version again make no new version; an unknown plan has none', async () => {
    const ledger = await withPlan();
    await publish(ledger, first);
    expect(await publish(ledger, { ...first, base: 1 })).toMatchObject({ kind: 'unchanged', version: { number: 1 } });
    expect(await publish(ledger, { ...first, plan: 'nothing' })).toEqual({ kind: 'missing' });
    expect(await latestVersion(ledger.db, 'nothing')).toBeUndefined();
  });

  test('[LED-11] [DES-73] March keeps its target when the plan is changed in April', async () => {
    const ledger = await withPlan();
    await publish(ledger, { ...first, effectiveFrom: day('2026-01-01') });
    await publish(ledger, { ...first, base: 1, yaml: 'april', effectiveFrom: day('2026-04-01') });
    const inForce = async (text: string) => (await versionInForce(ledger.db, 'saas', day(text)))?.number;
    expect(await inForce('2026-03-31')).toBe(1);
    expect(await inForce('2026-04-01')).toBe(2);
    expect(await inForce('2025-12-31')).toBe(1);
  });

  test('[LED-11] as known on a day: the newest version published by then', async () => {
    const ledger = await withPlan();
    await publish(ledger, first);
    const one = await latestVersion(ledger.db, 'saas');
    await publish(ledger, { ...first, base: 1, yaml: 'b' });
    expect(await versionAsKnown(ledger.db, 'saas', '2026-01-01T00:00:00.000Z')).toBeUndefined();
    expect((await versionAsKnown(ledger.db, 'saas', one?.publishedAt ?? ''))?.number).toBe(1);
    expect((await versionAsKnown(ledger.db, 'saas', '2099-01-01T00:00:00.000Z'))?.number).toBe(2);
  });

  test('[LED-12] a name once given to a version never means another', async () => {
    const ledger = await withPlan();
    const original = { ja: '期初計画', en: 'Original plan' };
    await publish(ledger, { ...first, name: original });
    expect(await publish(ledger, { ...first, base: 1, yaml: 'b', name: { ja: '別', en: 'Original plan' } })).toEqual({
      kind: 'name-taken',
      by: 1,
    });
    await publish(ledger, { ...first, base: 1, yaml: 'b' });
    const name = (number: number, text: typeof original) =>
      ledger.change('a', change => nameVersion(change, 'saas', number, text));
    expect(await name(2, original)).toEqual({ kind: 'conflict', current: 1 });
    expect(await name(1, original)).toEqual({ kind: 'written' });
    expect(await name(2, { ja: '修正計画', en: 'Revised plan' })).toEqual({ kind: 'written' });
    expect(await name(3, { ja: 'x', en: 'x' })).toEqual({ kind: 'missing' });
    expect((await versionNamed(ledger.db, 'saas', 'Revised plan'))?.number).toBe(2);
    expect((await listVersions(ledger.db, 'saas')).map(({ names }) => names.map(({ ja }) => ja))).toEqual([
      ['期初計画'],
      ['修正計画'],
    ]);
  });

  test('[LED-09] a plan is created once, renamed, put away and taken out again', async () => {
    const ledger = await withPlan();
    const again = await ledger.change('b', change => createPlan(change, 'saas', { ja: 'x', en: 'x' }));
    expect(again).toMatchObject({
      kind: 'conflict',
      current: { name: { ja: '新規契約', en: 'New contracts' }, createdBy: 'sales/sato' },
    });
    await ledger.change('b', change => changePlan(change, 'saas', { state: 'archived' }));
    await ledger.change('b', change => changePlan(change, 'saas', { name: { ja: '改名', en: 'Renamed' } }));
    expect(await listPlans(ledger.db)).toMatchObject([{ id: 'saas', state: 'archived', name: { ja: '改名' } }]);
    expect(await ledger.change('b', change => changePlan(change, 'nothing', {}))).toEqual({ kind: 'missing' });
  });
});

describe('[LED-14] the index of nodes', () => {
  test('finds the nodes of newest versions by owner and by words, and can be made again', async () => {
    const ledger = await withPlan();
    const text = 'leads marketing/tanaka リード数\nwon-deals sales/sato 受注件数\n';
    await publish(ledger, { ...first, yaml: 'old sales/sato 旧\n' }, 'a', indexLines);
    await publish(ledger, { ...first, base: 1, yaml: text }, 'a', indexLines);
    const ids = async (query: Parameters<typeof findNodes>[1]) => (await findNodes(ledger.db, query)).map(({ node }) => node);
    expect(await ids({})).toEqual(['leads', 'won-deals']);
    expect(await ids({ owner: 'sales/sato' })).toEqual(['won-deals']);
    expect(await ids({ words: 'ﾘｰﾄﾞ' })).toEqual(['leads']);
    expect(await ids({ words: 'WON 受注' })).toEqual(['won-deals']);
    expect(await ids({ words: 'リード 受注' })).toEqual([]);
    await ledger.change('system', async change => void (await change.db.deleteFrom('planNode').execute()));
    expect(await ids({})).toEqual([]);
    await ledger.change('system', change => rebuildNodeIndex(change, indexLines));
    expect(await ids({})).toEqual(['leads', 'won-deals']);
    await ledger.change('b', change => changePlan(change, 'saas', { state: 'archived' }));
    expect(await ids({})).toEqual([]);
  });
});

describe('[LED-15] drafts', () => {
  test('are saved per person as they type; the same texts again change nothing', async () => {
    const ledger = await withPlan();
    const save = (yaml: string, revision: number) =>
      ledger.change('sales/sato', change => saveDraft(change, { plan: 'saas', base: 0, sheet: '', yaml, revision }));
    expect(await save('a', 0)).toMatchObject({ kind: 'saved', draft: { revision: 1 } });
    expect(await save('ab', 1)).toMatchObject({ kind: 'saved', draft: { revision: 2 } });
    expect(await save('ab', 2)).toMatchObject({ kind: 'saved', draft: { revision: 2 } });
    expect(await readDraft(ledger.db, 'saas', 'sales/sato')).toMatchObject({ yaml: 'ab', revision: 2 });
    expect(await readDraft(ledger.db, 'saas', 'other')).toBeUndefined();
  });

  test('two windows of one person do not overwrite each other', async () => {
    const ledger = await withPlan();
    const save = (yaml: string, revision: number) =>
      ledger.change('sales/sato', change => saveDraft(change, { plan: 'saas', base: 0, sheet: '', yaml, revision }));
    await save('a', 0);
    expect(await save('b', 0)).toMatchObject({ kind: 'conflict', current: { yaml: 'a', revision: 1 } });
    await ledger.change('sales/sato', change => discardDraft(change, 'saas'));
    expect(await save('c', 1)).toEqual({ kind: 'conflict', current: null });
    expect(
      await ledger.change('a', change => saveDraft(change, { plan: 'no', base: 0, sheet: '', yaml: '', revision: 0 })),
    ).toEqual({ kind: 'missing' });
  });

  test('the journal keeps hashes of drafts, not their texts', async () => {
    const ledger = await withPlan();
    await ledger.change('sales/sato', change => saveDraft(change, { ...first, revision: 0 }));
    const [entry] = await readJournal(ledger.db, { type: 'draft', limit: 1 });
    expect(JSON.stringify(entry)).not.toContain('rashin: 1');
    expect(entry).toMatchObject({ action: 'draft-saved', objectId: 'saas/sales/sato', after: { revision: 1 } });
  });
});

test('[LED-16] definitions are versioned, and known as of a moment', async () => {
  const ledger = await testLedger();
  const put = (text: string, base: number, name = 'metrics.yaml') =>
    ledger.change('a', change => publishDefinition(change, { kind: 'metrics', name, text, base }));
  const one = await put('a', 0);
  await put('b', 1);
  expect(await put('c', 1)).toMatchObject({ kind: 'conflict', current: { number: 2, text: 'b' } });
  expect(await put('b', 2)).toMatchObject({ kind: 'written', value: { number: 2 } });
  await put('x', 0, 'more.yaml');
  const at = one.kind === 'written' ? one.value.at : '';
  expect(await readDefinition(ledger.db, 'metrics', 'metrics.yaml')).toMatchObject({ number: 2 });
  expect(await readDefinition(ledger.db, 'metrics', 'metrics.yaml', { asKnown: at })).toMatchObject({ number: 1, text: 'a' });
  expect(await readDefinition(ledger.db, 'metrics', 'metrics.yaml', { number: 1 })).toMatchObject({ text: 'a' });
  expect(await readDefinition(ledger.db, 'mapping', 'metrics.yaml')).toBeUndefined();
  expect((await listDefinitions(ledger.db, 'metrics')).map(({ name, number }) => [name, number])).toEqual([
    ['metrics.yaml', 2],
    ['more.yaml', 1],
  ]);
  expect(await listDefinitions(ledger.db, 'metrics', at)).toMatchObject([{ number: 1 }]);
});

async function withPlan(): Promise<Ledger> {
  const ledger = await testLedger();
  await ledger.change('sales/sato', change => createPlan(change, 'saas', { ja: '新規契約', en: 'New contracts' }));
  return ledger;
}

function publish(ledger: Ledger, publication: Publication, by = 'sales/sato', index = noNodes) {
  return ledger.change(by, change => publishPlan(change, publication, index));
}

function day(text: string): Day {
  const parsed = parseDay(text);
  if (!parsed) throw new Error(`no such day: ${text}`);
  return parsed;
}
