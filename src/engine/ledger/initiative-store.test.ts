import { expect, test } from 'vitest';
import type { InitiativeInput } from '#core/act/check-initiative.ts';
import type { ClosingInput } from '#core/act/close-initiative.ts';
import type { EffectReading } from '#core/act/effect-reading.ts';
import { lessonOf } from '#core/act/lesson.ts';
import type { Stage } from '#core/act/stage.ts';
import { type Day, parseDay } from '#core/calendar/day.ts';
import { testLedger } from '#test/contract/ledger-fixture.ts';
import { addAnnotation, editAnnotation, listAnnotations, removeAnnotation } from './annotation-store.ts';
import type { Change } from './change.ts';
import { closeStoredInitiative } from './close-initiative-store.ts';
import { addComment, editComment, listComments, removeComment } from './comment-store.ts';
import { addInitiative, editInitiative, findInitiative, listInitiatives, moveStoredInitiative } from './initiative-store.ts';
import { readJournal } from './journal.ts';
import type { Ledger } from './ledger.ts';
import { addLesson, editLesson, searchLessons } from './lesson-store.ts';
import { findMember, listMembers, putMember } from './member-store.ts';
import { editProcedurePage, listProcedurePages } from './procedure-store.ts';
import { addToDo, editToDo, finishToDo, listToDos, removeToDo } from './to-do-store.ts';

const TODAY = day('2026-06-30');
const cart = { plan: 'shop', node: 'cart-completion' };

const input: InitiativeInput = {
  title: 'カートページの改善',
  kpis: [cart, { plan: 'shop', node: 'aov' }],
  hypothesis: '入力項目を減らせば完了率が上がる',
  expected: { kpi: cart, mode: 'relative', value: '0.4', by: day('2026-09-30') },
  cost: { amount: '1000000', currency: 'JPY' },
  owner: 'marketing/tanaka',
  contributors: ['sales/sato'],
  start: day('2026-06-01'),
  due: day('2026-06-30'),
  evidence: ['https://example.com/report'],
  follows: null,
  details: { segment: 'mobile', pilot: { scope: 'スマホ', share: 0.1, days: 14 } },
};

const reading: EffectReading = {
  verdict: 'improved',
  reasons: [],
  scale: 'relative',
  unit: null,
  windows: null,
  change: 0.25,
  usual: null,
  meanwhile: [],
};

const closing: ClosingInput = {
  outcome: 'standardise',
  lesson: '項目を5つにするとカートの離脱が減る',
  reading,
  impression: '問い合わせが減った気がする',
  sideEffects: '',
  spent: { amount: '700000', currency: 'JPY' },
  rollOutTo: ['食品', '家電'],
};

test('[ACT-03] an initiative is stored with all that was written, and refused without owner or due date', async () => {
  const ledger = await withMembers();
  const added = await ledger.change('marketing/tanaka', change => addInitiative(change, input));
  if (added.kind !== 'written') throw new Error(added.kind);
  expect(added.value).toMatchObject({ ...input, stage: 'idea', startedOn: null, closing: null, revision: 1 });
  expect(await findInitiative(ledger.db, added.value.id)).toEqual(added.value);
  for (const change of [{ owner: null }, { due: null }, { owner: 'nobody' }]) {
    expect((await ledger.change('a', c => addInitiative(c, { ...input, ...change }))).kind).toBe('refused');
  }
  expect(await listInitiatives(ledger.db)).toHaveLength(1);
});

test('[ACT-03] initiatives are found by KPI, by owner and by stage', async () => {
  const ledger = await withMembers();
  await started(ledger);
  await ledger.change('a', change =>
    addInitiative(change, {
      ...input,
      title: '別の施策',
      kpis: [{ plan: 'shop', node: 'pv' }],
      expected: null,
      owner: 'sales/sato',
    }),
  );
  const titles = async (query: Parameters<typeof listInitiatives>[1]) =>
    (await listInitiatives(ledger.db, query)).map(({ title }) => title);
  expect(await titles({})).toEqual(['カートページの改善', '別の施策']);
  expect(await titles({ kpi: { plan: 'shop', node: 'aov' } })).toEqual(['カートページの改善']);
  expect(await titles({ kpi: { plan: 'other', node: 'aov' } })).toEqual([]);
  expect(await titles({ owner: 'sales/sato' })).toEqual(['別の施策']);
  expect(await titles({ stages: ['running'] })).toEqual(['カートページの改善']);
});

test('[LED-08] of two who edit the same revision exactly one succeeds, and the other gets what it became', async () => {
  const ledger = await withMembers();
  const { id, revision } = await started(ledger);
  const edit = (title: string) => ledger.change('a', change => editInitiative(change, id, revision, { ...input, title }));
  const [a, b] = await Promise.all([edit('甲'), edit('乙')]);
  expect([a.kind, b.kind]).toEqual(['written', 'conflict']);
  expect(b).toMatchObject({ current: { title: '甲', revision: revision + 1, stage: 'running' } });
  expect((await ledger.change('a', change => editInitiative(change, 'no', 1, input))).kind).toBe('missing');
});

test('[ACT-21] moving keeps the rules of the stages', async () => {
  const ledger = await withMembers();
  const { id, revision } = await started(ledger);
  const moved = await ledger.change('a', change => moveStoredInitiative(change, id, revision, 'done', TODAY));
  expect(moved).toMatchObject({ kind: 'refused', problems: [{ code: 'initiative-move' }] });
  expect((await findInitiative(ledger.db, id))?.stage).toBe('running');
});

test('[ACT-35] its start leaves a note on each of its charts, its end turns it into one with the effect', async () => {
  const ledger = await withMembers();
  const initiative = await started(ledger);
  expect(await listAnnotations(ledger.db, cart)).toMatchObject([
    { text: 'カートページの改善', days: { from: '2026-06-01', to: '2026-06-01' }, source: 'initiative' },
  ]);
  await close(ledger, initiative, closing);
  const notes = await listAnnotations(ledger.db, cart);
  expect(notes).toMatchObject([
    {
      text: 'カートページの改善：改善（前後比較で+25%）',
      days: { from: '2026-06-01', to: '2026-06-30' },
      sourceId: initiative.id,
    },
  ]);
  expect(await listAnnotations(ledger.db)).toHaveLength(2);
});

test('[ACT-11] closing stores lesson, procedure page and roll-out to-dos in one transaction', async () => {
  const ledger = await withMembers();
  const initiative = await started(ledger);
  const closed = await close(ledger, initiative, closing);
  if (closed.kind !== 'closed') throw new Error(closed.kind);
  expect(closed.value.initiative).toMatchObject({
    stage: 'done',
    closing: { outcome: 'standardise', on: '2026-06-30', impression: '問い合わせが減った気がする' },
  });
  expect(closed.value.followUps.map(({ kind }) => kind)).toEqual(['procedure', 'to-do', 'to-do']);
  expect(await listToDos(ledger.db, { initiative: initiative.id })).toMatchObject([
    { title: '「カートページの改善」を食品に展開する', owner: 'marketing/tanaka', due: '2026-07-30', doneOn: null },
    { title: '「カートページの改善」を家電に展開する' },
  ]);
  expect(await listProcedurePages(ledger.db)).toMatchObject([{ title: '手順：カートページの改善', initiative: initiative.id }]);
  expect(await searchLessons(ledger.db)).toMatchObject([
    { initiative: initiative.id, verdict: 'improved', outcome: 'standardise' },
  ]);
  const entries = await readJournal(ledger.db, { limit: 100 });
  const at = entries[0]?.at;
  expect(entries.filter(entry => entry.at === at).map(({ action }) => action)).toContain('initiative-closed');
  const { revision } = closed.value.initiative;
  const late = await ledger.change('a', change => editInitiative(change, initiative.id, revision, input));
  expect(late).toMatchObject({ kind: 'refused', problems: [{ code: 'initiative-closed' }] });
});

test('[ACT-13] closing as stopped without a lesson is refused and changes nothing', async () => {
  const ledger = await withMembers();
  const initiative = await started(ledger);
  const before = await readJournal(ledger.db, { limit: 100 });
  const refused = await close(ledger, initiative, { ...closing, outcome: 'stop', lesson: '' });
  expect(refused).toMatchObject({ kind: 'refused', problems: [{ code: 'initiative-close-lesson' }] });
  expect(await readJournal(ledger.db, { limit: 100 })).toEqual(before);
  expect((await close(ledger, { ...initiative, revision: 0 }, closing)).kind).toBe('conflict');
});

test('[ACT-11] stopping frees the budget; a new hypothesis is the next idea; an owner who left keeps nothing from being closed', async () => {
  const ledger = await withMembers();
  const stopped = await close(ledger, await started(ledger), { ...closing, outcome: 'stop' });
  expect(stopped).toMatchObject({
    kind: 'closed',
    value: { followUps: [{ kind: 'freed-budget', money: { amount: '300000', currency: 'JPY' } }] },
  });
  const second = await started(ledger);
  const renewed = await close(ledger, second, { ...closing, outcome: 'new-hypothesis' });
  if (renewed.kind !== 'closed' || renewed.value.followUps[0]?.kind !== 'initiative') throw new Error(renewed.kind);
  expect(await findInitiative(ledger.db, renewed.value.followUps[0].id)).toMatchObject({
    stage: 'idea',
    follows: second.id,
    hypothesis: '',
  });
  const third = await started(ledger);
  await ledger.change('a', change =>
    putMember(change, { id: 'marketing/tanaka', name: '田中', department: null, role: 'member', active: false }),
  );
  const left = await close(ledger, third, { ...closing, outcome: 'modify' });
  expect(left).toMatchObject({ kind: 'closed', value: { followUps: [{ kind: 'left-open' }] } });
});

test('[ACT-13] a search finds wins and failures alike', async () => {
  const ledger = await withMembers();
  await close(ledger, await started(ledger), closing);
  await close(ledger, await started(ledger, { title: 'ｶｰﾄのボタン色' }), {
    ...closing,
    outcome: 'stop',
    lesson: '色では変わらない',
    reading: { ...reading, verdict: 'cannot-tell' },
  });
  const found = async (words: string) => (await searchLessons(ledger.db, { words })).map(({ outcome }) => outcome);
  expect(await found('カート')).toEqual(['stop', 'standardise']);
  expect(await found('かーと 色')).toEqual(['stop']);
  expect(await found('100%')).toEqual([]);
  expect(await searchLessons(ledger.db, { kpi: cart })).toHaveLength(2);
  expect(await searchLessons(ledger.db, { kpi: { plan: 'x', node: 'y' } })).toEqual([]);
  const [lesson] = await searchLessons(ledger.db);
  if (!lesson) throw new Error('no lesson');
  const edited = await ledger.change('a', change =>
    editLesson(change, lesson.id, 1, { ...lesson, channel: 'メール', industry: null }),
  );
  expect(edited.kind).toBe('written');
  expect(await found('メール')).toEqual(['stop']);
});

test('[ACT-30] to-dos: added, edited, done, reopened, removed', async () => {
  const ledger = await withMembers();
  const plan = { title: '資料を送る', owner: 'sales/sato', due: TODAY, note: '', initiative: null };
  expect((await ledger.change('a', change => addToDo(change, { ...plan, owner: null }))).kind).toBe('refused');
  const added = await ledger.change('a', change => addToDo(change, plan));
  if (added.kind !== 'written') throw new Error(added.kind);
  const { id } = added.value;
  await ledger.change('a', change => editToDo(change, id, 1, { ...plan, title: '見積を送る' }));
  const done = await ledger.change('sales/sato', change => finishToDo(change, id, 2, TODAY));
  expect(done).toMatchObject({
    kind: 'written',
    value: { title: '見積を送る', doneOn: TODAY, doneBy: 'sales/sato', revision: 3 },
  });
  expect(await listToDos(ledger.db, { done: false })).toEqual([]);
  expect(await listToDos(ledger.db, { owner: 'sales/sato', done: true })).toHaveLength(1);
  await ledger.change('a', change => finishToDo(change, id, 3, null));
  expect((await ledger.change('a', change => removeToDo(change, id, 3))).kind).toBe('conflict');
  expect((await ledger.change('a', change => removeToDo(change, id, 4))).kind).toBe('written');
  expect(await listToDos(ledger.db)).toEqual([]);
});

test('[ACT-31] comments on a KPI for a period: the author stays, the edit is journalled', async () => {
  const ledger = await withMembers();
  const added = await ledger.change('sales/sato', change =>
    addComment(change, cart, '2026-06', { cause: '大雨', countermeasure: '' }),
  );
  if (added.kind !== 'written') throw new Error(added.kind);
  const { id } = added.value;
  expect((await ledger.change('a', change => addComment(change, cart, '2026-06', { cause: ' ', countermeasure: '' }))).kind).toBe(
    'refused',
  );
  await ledger.change('marketing/tanaka', change =>
    editComment(change, id, 1, { cause: '大雨', countermeasure: '配送を早める' }),
  );
  expect(await listComments(ledger.db, { plan: 'shop', periods: ['2026-06'] })).toMatchObject([
    { author: 'sales/sato', countermeasure: '配送を早める', revision: 2 },
  ]);
  expect(await readJournal(ledger.db, { type: 'comment', limit: 1 })).toMatchObject([
    { by: 'marketing/tanaka', before: { countermeasure: '' } },
  ]);
  expect(await listComments(ledger.db, { node: 'aov' })).toEqual([]);
  expect((await ledger.change('a', change => removeComment(change, id, 2))).kind).toBe('written');
});

test('[ACT-35] notes stand on a KPI, a plan or everywhere, on days that touch', async () => {
  const ledger = await withMembers();
  const note = (plan: string | null, node: string | null, from: string, to: string, text: string) =>
    ledger.change('a', change =>
      addAnnotation(change, { plan, node, days: { from: day(from), to: day(to) }, text, source: 'person', sourceId: null }),
    );
  await note('shop', 'aov', '2026-06-05', '2026-06-01', '値上げ');
  await note('shop', null, '2026-06-10', '2026-06-10', 'サイト障害');
  await note(null, 'ignored', '2026-07-01', '2026-07-02', '全社休業');
  const texts = async (query: Parameters<typeof listAnnotations>[1]) =>
    (await listAnnotations(ledger.db, query)).map(({ text }) => text);
  expect(await texts({ plan: 'shop', node: 'aov' })).toEqual(['値上げ', 'サイト障害', '全社休業']);
  expect(await texts({ plan: 'shop', node: 'pv' })).toEqual(['サイト障害', '全社休業']);
  expect(await texts({ plan: 'other' })).toEqual(['全社休業']);
  expect(await texts({ days: { from: day('2026-06-05'), to: day('2026-06-09') } })).toEqual(['値上げ']);
  const [first] = await listAnnotations(ledger.db);
  if (!first) throw new Error('no note');
  expect(first.days).toEqual({ from: '2026-06-01', to: '2026-06-05' });
  expect((await note('shop', null, '2026-06-10', '2026-06-10', ' ')).kind).toBe('refused');
  expect((await ledger.change('a', change => editAnnotation(change, first.id, 1, { ...first, text: '値上げ10%' }))).kind).toBe(
    'written',
  );
  expect((await ledger.change('a', change => removeAnnotation(change, first.id, 1))).kind).toBe('conflict');
  expect((await ledger.change('a', change => removeAnnotation(change, first.id, 2))).kind).toBe('written');
});

test('[LED-05] fifty notes written at once are fifty notes', async () => {
  const ledger = await withMembers();
  const days = { from: TODAY, to: TODAY };
  await Promise.all(
    Array.from({ length: 50 }, (_, index) =>
      ledger.change('a', change =>
        addAnnotation(change, { plan: null, node: null, days, text: `${index}`, source: 'person', sourceId: null }),
      ),
    ),
  );
  expect(await listAnnotations(ledger.db)).toHaveLength(50);
});

test('[LED-05] every kind of change is in the journal once, with who did it; what is refused is not', async () => {
  const ledger = await withMembers();
  const initiative = await started(ledger);
  await close(ledger, initiative, closing);
  const [page] = await listProcedurePages(ledger.db);
  const steps: readonly (readonly [string, (change: Change) => Promise<{ readonly kind: string }>])[] = [
    [
      'member-changed',
      change => putMember(change, { id: 'sales/sato', name: '佐藤', department: '営業', role: 'executive', active: true }),
    ],
    ['procedure-page-edited', change => editProcedurePage(change, page?.id ?? '', 1, { title: '手順', body: '1. 測る' })],
    [
      'lesson-added',
      change => {
        const end = { ...closing, on: TODAY, outcome: 'stop', rollOutTo: [] } as const;
        const lesson = lessonOf({ ...initiative, closing: end }, change.newId());
        return lesson ? addLesson(change, lesson) : Promise.resolve({ kind: 'missing' });
      },
    ],
  ];
  for (const [action, step] of steps) {
    expect((await ledger.change('sales/sato', step)).kind).toBe('written');
    expect(await readJournal(ledger.db, { limit: 1 })).toMatchObject([{ action, by: 'sales/sato' }]);
  }
  const count = (await readJournal(ledger.db, { limit: 1000 })).length;
  await ledger.change('a', change =>
    putMember(change, { id: 'Bad Id', name: '', department: null, role: 'member', active: true }),
  );
  await ledger.change('a', change => editProcedurePage(change, page?.id ?? '', 2, { title: '', body: '' }));
  await ledger.change('a', change => editProcedurePage(change, 'no', 1, { title: 'x', body: '' }));
  expect(await readJournal(ledger.db, { limit: 1000 })).toHaveLength(count);
});

test('[ACT-36] people are kept, also those who left', async () => {
  const ledger = await withMembers();
  expect((await listMembers(ledger.db)).map(({ id, active }) => [id, active])).toEqual([
    ['marketing/tanaka', true],
    ['sales/sato', true],
  ]);
  await ledger.change('a', change =>
    putMember(change, { id: 'sales/sato', name: '佐藤', department: null, role: 'manager', active: false }),
  );
  expect(await findMember(ledger.db, 'sales/sato')).toEqual({
    id: 'sales/sato',
    name: '佐藤',
    department: null,
    role: 'manager',
    active: false,
  });
  expect(await findMember(ledger.db, 'x')).toBeUndefined();
});

async function withMembers(): Promise<Ledger> {
  const ledger = await testLedger();
  await ledger.change('system', async change => {
    await putMember(change, { id: 'sales/sato', name: '佐藤', department: '営業部', role: 'manager', active: true });
    await putMember(change, { id: 'marketing/tanaka', name: '田中', department: null, role: 'member', active: true });
  });
  return ledger;
}

async function started(ledger: Ledger, change: Partial<InitiativeInput> = {}) {
  const added = await ledger.change('marketing/tanaka', c => addInitiative(c, { ...input, ...change }));
  if (added.kind !== 'written') throw new Error(JSON.stringify(added));
  let current = added.value;
  for (const stage of ['proposed', 'preparing', 'running'] as const) current = await move(ledger, current, stage);
  return current;
}

async function move(ledger: Ledger, current: { readonly id: string; readonly revision: number }, stage: Stage) {
  const moved = await ledger.change('marketing/tanaka', c =>
    moveStoredInitiative(c, current.id, current.revision, stage, day('2026-06-01')),
  );
  if (moved.kind !== 'written') throw new Error(JSON.stringify(moved));
  return moved.value;
}

async function close(ledger: Ledger, initiative: { readonly id: string; readonly revision: number }, how: ClosingInput) {
  const current = initiative.revision > 0 && how.outcome !== 'stop' ? await move(ledger, initiative, 'checking') : initiative;
  return ledger.change('marketing/tanaka', c => closeStoredInitiative(c, current.id, current.revision, how, TODAY, 'ja'));
}

function day(text: string): Day {
  const parsed = parseDay(text);
  if (!parsed) throw new Error(`no such day: ${text}`);
  return parsed;
}
