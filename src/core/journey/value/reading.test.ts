import { expect, test } from 'vitest';
import { sentenceFrom } from '../../problem/problem.ts';
import { budgetMove } from './budget-move.ts';
import { CART_CAUSES, likelyCause } from './cart-cause.ts';
import { CART_CAUSE_TEXT } from './cart-cause-text.ts';
import { channelKind, readChannels } from './channel-reading.ts';
import { readingMessages } from './reading-messages.ts';
import { readVisitBalance } from './visit-balance.ts';
import { wilson } from './wilson.ts';

const row = (channel: string | null, visits: number, conversions = Math.round(visits / 50)) => ({ channel, visits, conversions });
const codes = (rows: readonly ReturnType<typeof row>[]) => readChannels(rows).map(({ code }) => code);

test('[VAL-60, ANA-42] little organic search has room for SEO, much direct traffic means a known name', () => {
  const readings = readChannels([row('Organic Search', 100), row('Direct', 450), row('Paid Search', 450)]);
  const words = readings.map(one => sentenceFrom(readingMessages, one, 'ja')).join('');
  expect(words).toContain('SEO強化の余地');
  expect(words).toContain('認知度・リピート率が高い');
  expect(codes([row('Organic Search', 10)])).toEqual([]);
});

test('[VAL-60] rates unlike the others beyond chance are named, chance is not', () => {
  const base = [row('Organic Search', 4_000, 80), row('Referral', 900, 18)];
  expect(codes([...base, row('Email', 1_000, 60)])).toContain('channel-converts-better');
  expect(codes([...base, row('Email', 1_000, 2)])).toContain('channel-converts-worse');
  expect(codes([...base, row('Email', 1_000, 22)]).filter(code => code.startsWith('channel-converts'))).toEqual([]);
});

test('[VAL-60] names of channels', () => {
  const names: readonly [string | null, string][] = [
    ['Organic Search', 'organic'],
    ['自然検索', 'organic'],
    ['Paid Social', 'paid'],
    ['Organic Social', 'social'],
    ['SNS', 'social'],
    ['リスティング広告', 'paid'],
    ['Email', 'mail'],
    ['Referral', 'referral'],
    ['ダイレクト', 'direct'],
    ['展示会', 'other'],
    [null, 'other'],
  ];
  for (const [name, kind] of names) expect(channelKind(name)).toBe(kind);
});

test('[VAL-61, ANA-43] 1,000,000 yen from a CPA of 5,000 to one of 4,000 wins 250 instead of 200', () => {
  const from = { cost: 2_000_000, conversions: 400 };
  const to = { cost: 2_000_000, conversions: 500 };
  expect(budgetMove(from, to, 1_000_000)).toEqual({ lost: 200, won: 250, gain: 50 });
  const less = budgetMove(from, to, 1_000_000, 0.5);
  expect(less?.won).toBeCloseTo(500 * (Math.sqrt(1.5) - 1), 10);
  expect(less?.gain).toBeLessThan(50);
  expect(budgetMove(from, to, 3_000_000)).toBeUndefined();
  expect(budgetMove({ cost: 0, conversions: 0 }, to, 0)).toBeUndefined();
});

test('[VAL-62, ANA-44] 85 % new asks for content and newsletters, 85 % repeat for advertising and SEO', () => {
  const words = (newcomers: number, returning: number) => {
    const found = readVisitBalance(newcomers, returning);
    return found && sentenceFrom(readingMessages, found, 'ja');
  };
  expect(words(85, 15)).toContain('コンテンツの質向上やメールマガジン登録の促進');
  expect(words(15, 85)).toContain('広告やSEOを強化');
  expect(words(50, 50)).toContain('釣り合い');
  expect(words(0, 0)).toBeUndefined();
});

test('[VAL-63, ANA-45] a fall where shipping is shown: unexpected cost, with three measures and two KPIs', () => {
  const steps = [
    { name: 'カート', entered: 1_000, passed: 900 },
    { name: '配送情報入力', entered: 900, passed: 360 },
    { name: '支払い情報入力', entered: 360, passed: 310 },
    { name: '注文確認', entered: 310, passed: 290 },
  ];
  expect(likelyCause(steps)).toEqual({ cause: 'unexpected-cost', step: '配送情報入力', rate: 0.4 });
  expect(CART_CAUSE_TEXT['unexpected-cost'].measures).toHaveLength(3);
  expect(CART_CAUSES['unexpected-cost']).toHaveLength(2);
});

test('[VAL-63] against what is usual, and no step that stands out', () => {
  const step = (name: string, rate: number, usual?: number) => ({
    name,
    entered: 100,
    passed: rate * 100,
    ...(usual ? { usual } : {}),
  });
  expect(likelyCause([step('login', 0.6, 0.8), step('payment', 0.5, 0.55)])?.cause).toBe('forced-account');
  expect(likelyCause([step('address form', 0.6, 0.9)])?.cause).toBe('complex-process');
  expect(likelyCause([step('payment', 0.6), step('confirm', 0.9)])?.cause).toBe('lack-of-trust');
  expect(likelyCause([step('payment', 0.8), step('confirm', 0.82)])).toEqual({ cause: 'no-follow-up' });
  expect(likelyCause([])).toBeUndefined();
});

test('[VAL-60] where nothing converts, no channel is better or worse', () => {
  const none = ['a', 'b', 'c'].map((channel, index) => ({ channel, visits: 2_621 + 97 * index, conversions: 0 }));
  expect(readChannels(none)).toEqual([]);
  expect(wilson(0, 2_621)[0]).toBe(0);
  expect(wilson(2_621, 2_621)[1]).toBe(1);
});
