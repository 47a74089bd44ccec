import { expect, test } from 'vitest';
import { type Day, parseDay } from '../calendar/day.ts';
import { sentenceFrom } from '../problem/problem.ts';
import { LANGS } from '../text/text.ts';
import { actMessages } from './act-messages.ts';
import { type InitiativeInput, parseInitiative } from './check-initiative.ts';
import { type ClosingInput, closeInitiative } from './close-initiative.ts';
import { followUps } from './follow-up.ts';
import type { Initiative } from './initiative.ts';
import { initiativeMessages } from './initiative-messages.ts';
import type { Member } from './member.ts';
import { moveInitiative } from './move-initiative.ts';
import { OUTCOMES } from './outcome.ts';
import { overlapWarnings } from './overlap.ts';
import { movesFrom, STAGES } from './stage.ts';

const TODAY = day('2026-06-01');
const cart = { plan: 'shop', node: 'cart-completion' };
const aov = { plan: 'shop', node: 'aov' };
const members: Member[] = [
  { id: 'marketing/tanaka', name: '田中', department: null, role: 'member', active: true },
  { id: 'sales/sato', name: '佐藤', department: '営業部', role: 'manager', active: true },
  { id: 'sales/old', name: '古田', department: '営業部', role: 'member', active: false },
];

const input: InitiativeInput = {
  title: ' カートページの改善 ',
  kpis: [cart, cart, aov],
  hypothesis: '入力項目を減らせば完了率が上がる',
  expected: { kpi: cart, mode: 'relative', value: '0.4', by: day('2026-09-30') },
  cost: { amount: '1000000', currency: 'JPY' },
  owner: 'marketing/tanaka',
  contributors: ['sales/sato', 'sales/sato', 'marketing/tanaka'],
  start: day('2026-06-01'),
  due: day('2026-06-30'),
  evidence: ['  '],
  follows: null,
  details: {},
};

test('[ACT-03] an initiative without owner or due date is refused, at every stage', () => {
  expect(codes(parse({ owner: null }))).toEqual(['owner-missing']);
  expect(codes(parse({ owner: '  ' }))).toEqual(['owner-missing']);
  expect(codes(parse({ due: null }))).toEqual(['due-missing']);
});

test('[ACT-03] exactly one owner who is known and still active; contributors likewise', () => {
  expect(codes(parse({ owner: 'sales/nobody' }))).toEqual(['member-unknown']);
  expect(codes(parse({ owner: 'sales/old' }))).toEqual(['member-inactive']);
  expect(codes(parse({ contributors: ['sales/old', 'x'] }))).toEqual(['member-inactive', 'member-unknown']);
  const parsed = parseInitiative(input, members);
  expect(parsed.ok && parsed.value).toMatchObject({
    title: 'カートページの改善',
    kpis: [cart, aov],
    owner: 'marketing/tanaka',
    contributors: ['sales/sato'],
    evidence: [],
  });
});

test('[ACT-03] title, KPIs, dates, figures and trial are checked, and every problem is reported at once', () => {
  expect(codes(parse({ title: ' ' }))).toEqual(['text-missing']);
  expect(codes(parse({ kpis: [] }))).toEqual(['initiative-expected-kpi', 'initiative-kpi-missing']);
  expect(codes(parse({ start: day('2026-07-01') }))).toEqual(['dates-reversed']);
  expect(codes(parse({ expected: { kpi: cart, mode: 'level', value: '1e3', by: TODAY } }))).toEqual(['number-unreadable']);
  expect(codes(parse({ cost: { amount: '-1', currency: 'JPY' } }))).toEqual(['number-negative']);
  expect(codes(parse({ cost: { amount: '10円', currency: 'JPY' } }))).toEqual(['number-unreadable']);
  expect(codes(parse({ details: { pilot: { scope: 'スマホ', share: 0, days: 14 } } }))).toEqual(['initiative-pilot-share']);
  expect(codes(parse({ details: { pilot: { scope: '', share: 0.1, days: Number.NaN } } }))).toEqual([
    'text-missing',
    'initiative-pilot-share',
  ]);
  expect(codes(parse({ details: { followUpEvery: 0.5 } }))).toEqual(['initiative-follow-up']);
  expect(codes(parse({ title: '', owner: null, due: null }))).toEqual(['text-missing', 'owner-missing', 'due-missing']);
});

test('[ACT-22] texts that are too long, or that no store keeps faithfully, are refused', () => {
  expect(codes(parse({ title: '長'.repeat(255) }))).toEqual([]);
  expect(codes(parse({ title: '長'.repeat(256) }))).toEqual(['text-too-long']);
  expect(codes(parse({ title: '𠮷'.repeat(255) }))).toEqual([]);
  expect(codes(parse({ hypothesis: 'a'.repeat(20_001) }))).toEqual(['text-too-long']);
  for (const bad of ['a\0b', 'a\ud800b', 'a\u001b[31m', 'a\nb'])
    expect(codes(parse({ title: bad }))).toEqual(['text-characters']);
  expect(codes(parse({ hypothesis: 'a\n\tb' }))).toEqual([]);
});

test('[ACT-21] an initiative moves one stage on or back by hand, and never to done', () => {
  for (const { id: from } of STAGES) {
    for (const { id: to } of STAGES) {
      const moved = moveInitiative(initiative({ stage: from }), to, TODAY);
      expect(moved.ok, `${from} → ${to}`).toBe(movesFrom(from).includes(to));
      expect(to === 'done' && moved.ok).toBe(false);
    }
  }
  expect(movesFrom('proposed')).toEqual(['preparing', 'idea']);
});

test('[ACT-02] it cannot start without an expected effect or a start date, nor be proposed without a hypothesis', () => {
  expect(codes(moveInitiative(initiative({ stage: 'preparing', expected: null }), 'running', TODAY))).toEqual([
    'initiative-expected-missing',
  ]);
  expect(codes(moveInitiative(initiative({ stage: 'preparing', start: null }), 'running', TODAY))).toEqual([
    'initiative-start-missing',
  ]);
  expect(codes(moveInitiative(initiative({ stage: 'idea', hypothesis: '' }), 'proposed', TODAY))).toEqual([
    'initiative-hypothesis-missing',
  ]);
  expect(moveInitiative(initiative({ stage: 'proposed', hypothesis: '' }), 'idea', TODAY).ok).toBe(true);
});

test('[ACT-06] a difficult initiative cannot start without a small trial', () => {
  const hard = initiative({ stage: 'preparing', details: { difficulty: 'high' } });
  expect(codes(moveInitiative(hard, 'running', TODAY))).toEqual(['initiative-pilot-missing']);
  const pilot = { scope: 'スマートフォンの商品ページ', share: 0.1, days: 14 };
  expect(moveInitiative({ ...hard, details: { difficulty: 'high', pilot } }, 'running', TODAY).ok).toBe(true);
});

test('[ACT-21] the day it started is kept when it is set back and started again', () => {
  const started = moveInitiative(initiative({ stage: 'preparing' }), 'running', TODAY);
  expect(started.ok && started.value.startedOn).toBe('2026-06-01');
  const again = moveInitiative(initiative({ stage: 'preparing', startedOn: TODAY }), 'running', day('2026-06-20'));
  expect(again.ok && again.value.startedOn).toBe('2026-06-01');
});

test('[ACT-11] closing takes exactly one of the five decisions', () => {
  const checking = initiative({ stage: 'checking' });
  for (const { id } of OUTCOMES)
    expect(closeInitiative(checking, closing({ outcome: id, rollOutTo: ['食品'] }), TODAY).ok).toBe(true);
  expect(codes(closeInitiative(checking, closing({ outcome: null }), TODAY))).toEqual(['initiative-close-outcome']);
  expect(codes(closeInitiative(checking, closing({ outcome: 'standardise,expand' }), TODAY))).toEqual([
    'initiative-close-outcome',
  ]);
  expect(codes(closeInitiative(checking, closing({ outcome: 'expand', rollOutTo: [' '] }), TODAY))).toEqual([
    'initiative-close-targets',
  ]);
  expect(codes(closeInitiative(initiative({ stage: 'done' }), closing({}), TODAY))).toEqual(['initiative-closed']);
});

test('[ACT-13] closing as stopped without a lesson is refused, and so is every other decision', () => {
  for (const { id } of OUTCOMES) {
    const closed = closeInitiative(
      initiative({ stage: 'checking' }),
      closing({ outcome: id, lesson: ' ', rollOutTo: ['a'] }),
      TODAY,
    );
    expect(codes(closed)).toEqual(['initiative-close-lesson']);
  }
});

test('[ACT-11] what was never checked can only be stopped', () => {
  for (const { id } of STAGES.filter(stage => stage.id !== 'done')) {
    expect(closeInitiative(initiative({ stage: id }), closing({ outcome: 'stop' }), TODAY).ok).toBe(true);
    expect(closeInitiative(initiative({ stage: id }), closing({ outcome: 'modify' }), TODAY).ok).toBe(id === 'checking');
  }
});

test('[ACT-11] standardise: a procedure page and a to-do for each place', () => {
  const follows = followUps(closed({ outcome: 'standardise', rollOutTo: ['食品', '家電', '食品'] }));
  expect(follows.map(({ kind }) => kind)).toEqual(['procedure', 'to-do', 'to-do']);
  expect(follows[1]).toEqual({
    kind: 'to-do',
    title: { ja: '「カートページの改善」を食品に展開する', en: 'Roll out "カートページの改善" to 食品' },
    owner: 'marketing/tanaka',
    due: '2026-07-01',
  });
});

test('[ACT-11] expand: to-dos only; modify: a revised initiative; new hypothesis: an idea that follows', () => {
  expect(followUps(closed({ outcome: 'expand', rollOutTo: ['食品'] })).map(({ kind }) => kind)).toEqual(['to-do']);
  const [revised] = followUps(closed({ outcome: 'modify' }));
  expect(revised).toMatchObject({
    kind: 'initiative',
    stage: 'proposed',
    draft: { follows: 'i1', hypothesis: input.hypothesis, expected: null },
  });
  const [idea] = followUps(closed({ outcome: 'new-hypothesis' }));
  expect(idea).toMatchObject({
    kind: 'initiative',
    stage: 'idea',
    draft: { follows: 'i1', hypothesis: '', owner: 'marketing/tanaka' },
  });
  if (revised?.kind === 'initiative') expect(parseInitiative(revised.draft, members).ok).toBe(true);
});

test('[ACT-11] stop: exactly the money that was planned and not spent is free again', () => {
  const freed = (spent: ClosingInput['spent']) => followUps(closed({ outcome: 'stop', spent }));
  expect(freed({ amount: '700000.50', currency: 'JPY' })).toEqual([
    { kind: 'freed-budget', money: { amount: '299999.50', currency: 'JPY' } },
  ]);
  expect(freed(null)).toEqual([{ kind: 'freed-budget', money: { amount: '1000000', currency: 'JPY' } }]);
  expect(freed({ amount: '1000000', currency: 'JPY' })).toEqual([]);
  expect(freed({ amount: '1200000', currency: 'JPY' })).toEqual([]);
  expect(freed({ amount: '1', currency: 'USD' })).toEqual([]);
});

test('[ACT-11] an open initiative asks for nothing', () => {
  expect(followUps(initiative({ stage: 'checking' }))).toEqual([]);
});

test('[ACT-07] same KPI, same segment and overlapping days: the effects cannot be told apart', () => {
  const own = initiative({ stage: 'preparing', details: { segment: 'mobile' } });
  const other = initiative({
    id: 'i2',
    title: '商品ページ',
    stage: 'running',
    startedOn: day('2026-06-20'),
    details: { segment: 'mobile' },
  });
  expect(overlapWarnings(own, [own, other]).map(({ code, params }) => [code, params])).toEqual([
    ['initiative-overlap', { title: '商品ページ', from: '2026-06-20', to: '2026-06-30' }],
  ]);
  expect(overlapWarnings(own, [{ ...other, details: {} }])).toHaveLength(1);
  expect(overlapWarnings(own, [{ ...other, details: { segment: 'desktop' } }])).toEqual([]);
  expect(overlapWarnings(own, [{ ...other, kpis: [{ plan: 'other', node: cart.node }] }])).toEqual([]);
  expect(overlapWarnings(own, [{ ...other, startedOn: day('2026-07-01'), due: day('2026-07-30') }])).toEqual([]);
  expect(overlapWarnings(own, [{ ...other, startedOn: null, start: null }])).toEqual([]);
});

test('[ACT-22] every message of this folder is a sentence in both languages', () => {
  const samples: Record<string, object> = {
    'initiative-move': { from: 'running', to: 'done', allowed: ['checking', 'preparing'] },
    'initiative-close-early': { stage: 'running' },
    'text-not-storable': { line: 3 },
    'close-reopen-reason': { period: '2026-04' },
    'import-no-rows': { file: 'x.csv' },
  };
  for (const table of [actMessages, initiativeMessages]) {
    for (const code of Object.keys(table)) {
      const params = {
        field: 'title',
        length: 300,
        limit: 255,
        value: 'x',
        id: 'x',
        name: 'x',
        start: TODAY,
        due: TODAY,
        title: 'x',
        kpiJa: 'x',
        kpiEn: 'x',
        dataJa: 'x',
        dataEn: 'x',
        column: 'x',
        from: TODAY,
        to: TODAY,
        ...samples[code],
      };
      for (const lang of LANGS) {
        const text = sentenceFrom(table, { code, severity: 'error', at: [], params }, lang);
        expect(text).toMatch(lang === 'ja' ? /[。）]$/ : /\.$/);
        expect(text).not.toMatch(/undefined|object/);
      }
    }
  }
});

function parse(change: Partial<InitiativeInput>) {
  return parseInitiative({ ...input, ...change }, members);
}

function initiative(change: Partial<Initiative>): Initiative {
  const parsed = parseInitiative(input, members);
  if (!parsed.ok) throw new Error('the sample initiative is wrong');
  return { id: 'i1', stage: 'idea', startedOn: null, closing: null, ...parsed.value, ...change };
}

function closing(change: Partial<ClosingInput>): ClosingInput {
  return {
    outcome: 'stop',
    lesson: '項目を減らすだけでは足りない',
    reading: null,
    impression: '',
    sideEffects: '',
    spent: null,
    rollOutTo: [],
    ...change,
  };
}

function closed(change: Partial<ClosingInput>): Initiative {
  const result = closeInitiative(initiative({ stage: 'checking' }), closing(change), TODAY);
  if (!result.ok) throw new Error('the sample closing is wrong');
  return result.value;
}

function codes(result: { readonly problems: readonly { readonly code: string }[] }): string[] {
  return result.problems.map(({ code }) => code);
}

function day(text: string): Day {
  const parsed = parseDay(text);
  if (!parsed) throw new Error(`no such day: ${text}`);
  return parsed;
}

test('[ACT-11] product pages become the standard for every category, the cart is revised, payment gets a new hypothesis, and stopping frees its money', () => {
  const categories = ['食品', '家電', '衣料'];
  const decided = (title: string, more: Partial<ClosingInput>) => followUps({ ...closed(more), title });
  const product = decided('商品詳細ページ', { outcome: 'standardise', rollOutTo: categories });
  expect(product.map(one => (one.kind === 'to-do' ? one.title.ja : one.kind))).toEqual([
    'procedure',
    ...categories.map(name => `「商品詳細ページ」を${name}に展開する`),
  ]);
  expect(decided('カートページ', { outcome: 'modify' })).toMatchObject([{ kind: 'initiative', stage: 'proposed' }]);
  expect(decided('決済', { outcome: 'new-hypothesis' })).toMatchObject([{ kind: 'initiative', stage: 'idea' }]);
  expect(decided('バナー', { outcome: 'stop', spent: { amount: '400000', currency: 'JPY' } })).toEqual([
    { kind: 'freed-budget', money: { amount: '600000', currency: 'JPY' } },
  ]);
});
