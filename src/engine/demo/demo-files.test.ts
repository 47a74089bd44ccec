import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { demoData } from './demo-data.ts';
import { demoFiles } from './demo-files.ts';

const files = demoFiles(demoData());

describe('[DMO-02] the files', () => {
  test('are the same bytes on every machine', () => {
    const hash = createHash('sha256');
    for (const { name, bytes } of files) hash.update(name).update(bytes);
    expect(hash.digest('hex')).toBe(PINNED);
    const again = demoFiles(demoData());
    expect(again.map(({ bytes }) => Buffer.from(bytes).toString('base64'))).toEqual(
      files.map(({ bytes }) => Buffer.from(bytes).toString('base64')),
    );
  });

  test('come in the order in which people brought them, and are about days before they came', () => {
    const arrivals = files.map(({ arrives }) => arrives);
    expect(arrivals.toSorted()).toEqual(arrivals);
    for (const { days, arrives } of files) expect(days.to <= arrives).toBe(true);
    expect(new Set(files.map(({ name }) => name)).size).toBe(files.length);
  });
});

/** Changes only when the demo's story is meant to change. */
const PINNED = 'b1d019cfa8c9e6a3e741b3fe5e79c666731692d2726e7668bc6f5248286bc54c';

describe('[DMO-12] the story, counted by hand from the files', () => {
  const stages = rows('CRM_ステージ履歴', { without: '2026年10月.csv' });
  const count = (stage: string, from: string, to: string): number =>
    stages.filter(row => row[3] === stage && dayIn(row[0], from, to)).length;
  const handOvers = latestHandOvers();
  const sqlRate = (from: string, to: string): number => {
    const judged = handOvers.filter(row => dayIn(row[0], from, to) && row[6] !== '未判定');
    return judged.filter(row => row[6] === 'SQL').length / judged.length;
  };
  const contracts = rows('契約一覧');
  const revenue = (from: string, to: string): number =>
    contracts.filter(row => dayIn(row[1], from, to)).reduce((sum, row) => sum + Number(row[7]?.replaceAll(',', '')), 0);

  test('about 180,000,000 yen by 20 November, a seventh more than the year before', () => {
    const [now, then] = [revenue('2026/04/01', '2026/11/20'), revenue('2025/04/01', '2025/11/20')];
    expect(now).toBeGreaterThan(178_000_000);
    expect(now).toBeLessThan(182_000_000);
    expect(now / then).toBeGreaterThan(1.1);
    expect(now / then).toBeLessThan(1.25);
  });

  test('about 95 % of the plan to date: whole months, and 14 of the 19 business days of November', () => {
    const original = (2100 + 2200 + 2450 + 2500 + 2450 + 2650 + 2750 + (2400 * 14) / 19) * 10_000;
    const revised = (2100 + 2200 + 2450 + 2500 + 2450 + 2600 + 2720 + (2380 * 14) / 19) * 10_000;
    expect(Math.round(original / 100_000)).toBe(1887);
    for (const due of [original, revised]) {
      const share = revenue('2026/04/01', '2026/11/20') / due;
      expect(share).toBeGreaterThan(0.94);
      expect(share).toBeLessThan(0.97);
    }
  });

  test('the SQL rate is around 50 % before 5 August and around 41 % after it', () => {
    for (const month of ['04', '05', '06', '07']) {
      expect(sqlRate(`2026/${month}/01`, `2026/${month}/31`)).toBeGreaterThan(0.48);
      expect(sqlRate(`2026/${month}/01`, `2026/${month}/31`)).toBeLessThan(0.54);
    }
    for (const month of ['09', '10', '11']) {
      expect(sqlRate(`2026/${month}/01`, `2026/${month}/31`)).toBeGreaterThan(0.39);
      expect(sqlRate(`2026/${month}/01`, `2026/${month}/31`)).toBeLessThan(0.44);
    }
    expect(sqlRate('2026/11/01', '2026/11/20')).toBeCloseTo(0.412, 3);
  });

  test('the reason can be found: leads of 45 to 59 points became MQLs on that day, and sales seldom takes them', () => {
    const scored = (low: number, high: number, from: string): readonly (readonly string[])[] =>
      handOvers.filter(row => Number(row[5]) >= low && Number(row[5]) <= high && dayIn(row[0], from, '2026/11/20'));
    expect(scored(0, 59, '2025/04/01').every(row => (row[0] ?? '') >= '2026/08/05')).toBe(true);
    const rateOf = (found: readonly (readonly string[])[]): number =>
      found.filter(row => row[6] === 'SQL').length / found.filter(row => row[6] !== '未判定').length;
    expect(rateOf(scored(45, 59, '2026/08/05'))).toBeLessThan(0.25);
    expect(rateOf(scored(60, 100, '2026/08/05'))).toBeGreaterThan(0.45);
  });

  test('leads and MQLs went up, deals did not', () => {
    const months = ['04', '05', '06', '07', '08', '09', '10'];
    const monthly = (stage: string): readonly number[] =>
      months.map(month => count(stage, `2026/${month}/01`, `2026/${month}/31`));
    const leads = monthly('リード獲得');
    expect(Math.min(...leads.slice(5))).toBeGreaterThan(Math.max(...leads.slice(0, 4)) * 1.2);
    const mqls = monthly('MQL');
    expect(Math.min(...mqls.slice(5))).toBeGreaterThan(Math.max(...mqls.slice(0, 4)) * 1.2);
    expect(count('リード獲得', '2026/11/01', '2026/11/20')).toBeGreaterThan((200 * 14) / 19);
    expect(count('MQL', '2026/11/01', '2026/11/20')).toBeGreaterThan((60 * 14) / 19);
    const meetings = monthly('商談設定');
    expect(Math.max(...meetings)).toBeLessThan(26);
  });

  test('the win rate is on target in November', () => {
    const [won, lost] = [count('受注', '2026/11/01', '2026/11/20'), count('失注', '2026/11/01', '2026/11/20')];
    expect(won / (won + lost)).toBeGreaterThanOrEqual(0.25);
    expect(count('受注', '2025/04/01', '2026/11/20')).toBe(contracts.length);
  });

  test('three meetings of October were typed in late, nothing else', () => {
    const [early, late] = ['CRM_ステージ履歴_2026年10月.csv', 'CRM_ステージ履歴_2026年10月_再出力.csv'].map(name => rows(name));
    const key = (row: readonly string[]): string => row.join();
    const known = new Set(early?.map(key));
    const added = (late ?? []).filter(row => !known.has(key(row)));
    expect(added.map(row => row[3])).toEqual(['商談設定', '商談設定', '商談設定']);
    expect((late ?? []).length - (early ?? []).length).toBe(3);
  });

  test('the tag was missing for three days, and only then', () => {
    const days = new Set(rows('GA4_').map(row => row[0]));
    for (const day of ['20260616', '20260617', '20260618']) expect(days.has(day)).toBe(false);
    expect(days.size).toBe(598 - 3);
  });

  test('the media add up to what the agency reports, day by day', () => {
    const agency = new Map<string, number>();
    for (const [on = '', medium = '', , , cost] of rows('広告費_')) agency.set(`${on} ${medium}`, Number(cost));
    const own = new Map<string, number>();
    const add = (on: string, medium: string, cost: string | undefined): void => {
      const key = `${on.replaceAll('-', '/')} ${medium}`;
      own.set(key, (own.get(key) ?? 0) + Number(cost?.replaceAll(',', '')));
    };
    for (const row of rows('Google広告')) if (/^\d{4}-/.test(row[0] ?? '')) add(row[0] ?? '', 'Google広告', row[5]);
    for (const row of rows('Yahoo広告')) if (/^\d{4}\//.test(row[0] ?? '')) add(row[0] ?? '', 'Yahoo!広告', row[5]);
    for (const row of rows('Meta広告')) add(row[0] ?? '', 'Meta広告', row[5]);
    expect(own.size).toBe(agency.size);
    expect([...own].every(([key, cost]) => agency.get(key) === cost)).toBe(true);
  });
});

describe('[DMO-06, DMO-07] people on the site and in the store', () => {
  const data = demoData();
  const leads = new Map(data.leads.map(lead => [lead.id, lead]));

  test('whoever sent a form is a lead of that minute, by the channel that the CRM knows', () => {
    const sent = data.site.filter(({ action }) => action === 'フォーム送信');
    expect(sent.length).toBeGreaterThan(1_000);
    for (const { visitor, at, channel } of sent) expect(leads.get(visitor)).toMatchObject({ at, channel: { id: channel } });
  });

  test('more people look than ask, and some come by several channels', () => {
    const channels = new Map<string, Set<string>>();
    for (const { visitor, channel } of data.site) channels.set(visitor, (channels.get(visitor) ?? new Set()).add(channel));
    const known = [...channels.keys()].filter(visitor => visitor.startsWith('L'));
    expect(channels.size).toBeGreaterThan(known.length * 3);
    expect(known.filter(visitor => (channels.get(visitor)?.size ?? 0) > 1).length / known.length).toBeGreaterThan(0.4);
  });

  test('the store has a thousand customers, most of whom bought once, and some often', () => {
    const orders = new Map<string, number>();
    for (const { customer } of data.orders) orders.set(customer, (orders.get(customer) ?? 0) + 1);
    const counts = [...orders.values()];
    expect(counts.length).toBeGreaterThan(1_000);
    expect(counts.filter(count => count === 1).length / counts.length).toBeGreaterThan(0.35);
    expect(counts.filter(count => count >= 5).length).toBeGreaterThan(100);
    expect(data.orders.every(({ amount }) => Number.isInteger(amount) && amount > 0)).toBe(true);
  });
});

/** The hand-overs as the newest list that holds their day tells them. */
function latestHandOvers(): readonly (readonly string[])[] {
  const lists = files.filter(({ name }) => name.startsWith('CRM_引き渡し一覧'));
  return lists.flatMap((list, index) => {
    const later = lists.slice(index + 1);
    return rows(list.name).filter(([on = '']) => {
      const day = on.replaceAll('/', '-');
      return !later.some(({ days }) => days.from <= day && day <= days.to);
    });
  });
}

/** Rows under the headings of all files whose names begin so; told apart by their first cell being a day. */
function rows(start: string, { without }: { readonly without?: string } = {}): readonly (readonly string[])[] {
  return files
    .filter(({ name }) => name.startsWith(start) && (without === undefined || !name.endsWith(without)))
    .flatMap(({ name, bytes }) => {
      const encoding = /Google/.test(name) ? 'utf-16le' : /Yahoo|契約|広告費/.test(name) ? 'shift_jis' : 'utf-8';
      const lines = new TextDecoder(encoding).decode(bytes).split(/\r?\n/);
      return lines.map(line => cellsOf(line, encoding === 'utf-16le' ? '\t' : ',')).filter(isRow);
    });
}

function isRow([first = '', second = '']: readonly string[]): boolean {
  return /^\d{4}[-/]?\d{2}[-/]?\d{2}/.test(first) || /^K\d+$/.test(first) || (first === '' && /^\d/.test(second));
}

function cellsOf(line: string, delimiter: string): readonly string[] {
  const cells: string[] = [];
  let [cell, quoted] = ['', false];
  for (const character of line) {
    if (character === '"') quoted = !quoted;
    else if (character === delimiter && !quoted) {
      cells.push(cell);
      cell = '';
    } else cell += character;
  }
  return [...cells, cell];
}

function dayIn(text: string | undefined, from: string, to: string): boolean {
  const day = text?.slice(0, 10) ?? '';
  return day >= from && day <= to;
}
