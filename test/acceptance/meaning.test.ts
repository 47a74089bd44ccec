import { expect, test } from 'vitest';
import { ask, define, type Product, send, up } from './product.ts';

/** What marketing teams ask of their rows, from files to figures. [MEA] */

const MARCH = { from: '2026-03-01', to: '2026-03-31' } as const;

const day = (i: number) => `2026-03-${String((i % 28) + 1).padStart(2, '0')}`;

async function measured(metrics: string, dataset: string, header: string, rows: readonly string[]): Promise<Product> {
  const product = await up();
  await define(product, metrics);
  const { rows: stored, codes } = await send(product, `${dataset}.csv`, Buffer.from(`${header}\n${rows.join('\n')}\n`), {
    dataset: { id: dataset },
  });
  if (stored === undefined) throw new Error(codes.join(' '));
  expect(stored).toBe(rows.length);
  return product;
}

const total = async (product: Product, metric: string, by: readonly string[] = []) =>
  (await ask(product, { metric, ...MARCH, by })).total.replace('~', '');

test('[MEA-10] 200 leads, 60 qualified, 30 taken over, 24 meetings, 6 won: 30, 50, 80 and 25 % from the log of stages', async () => {
  const reached: Readonly<Record<string, number>> = { lead: 200, mql: 60, sql: 30, meeting: 24, won: 6 };
  const rows = Object.entries(reached).flatMap(([stage, many], step) =>
    Array.from({ length: many }, (_, i) => `2026-03-${String(5 * step + 1).padStart(2, '0')} 09:00:00,l${i},${stage},`),
  );
  // One lead goes back and forth: it has reached its stages once.
  rows.push('2026-03-22 09:00:00,l3,mql,taken back', '2026-03-23 09:00:00,l3,sql,');
  const stages = Object.keys(reached);
  const metrics = `datasets:
  stages: { kind: event, time: at, columns: { at: timestamp, lead: text, stage: text, reason: text } }
metrics:
${stages.map(stage => `  n-${stage}: { from: stages, distinct: lead, where: { stage: ${stage} }, unit: count of lead }`).join('\n')}
${stages
  .slice(1)
  .map((stage, i) => `  r-${stage}: { equals: n-${stage} / n-${stages[i]} }`)
  .join('\n')}
`;
  const product = await measured(metrics, 'stages', 'at,lead,stage,reason', rows);
  expect(await Promise.all(stages.slice(1).map(stage => total(product, `r-${stage}`)))).toEqual(['0.3', '0.5', '0.8', '0.25']);
});

test('[MEA-11] answers after 1, 2 and 6 hours: 3.0 hours on average, those still open counted beside', async () => {
  const metrics = `datasets:
  inquiries: { kind: event, time: at, columns: { at: timestamp, inquiry: text, event: text } }
metrics:
  response: { from: inquiries, between: { by: inquiry, from: { event: asked }, to: { event: answered } }, in: hours, direction: down }
`;
  const rows = [1, 2, 6].flatMap((hours, i) => [
    `2026-03-02 0${i}:00:00,q${i},asked`,
    `2026-03-02 ${String(i + hours).padStart(2, '0')}:00:00,q${i},answered`,
  ]);
  const product = await measured(metrics, 'inquiries', 'at,inquiry,event', [...rows, '2026-03-03 01:00:00,q9,asked']);
  expect(await total(product, 'response')).toBe('3');
});

test('[MEA-09] 62 of 100 would recommend, 12 would not: +50', async () => {
  const metrics = `datasets:
  answers: { kind: event, time: at, columns: { at: date, answer: text, score: integer } }
metrics:
  answers: { from: answers, count: rows, unit: count of answer }
  promoters: { from: answers, count: rows, where: { score: 9..10 }, unit: count of answer }
  detractors: { from: answers, count: rows, where: { score: 0..6 }, unit: count of answer }
  net: { equals: (promoters - detractors) / answers * 100, unit: score -100..100 }
  mean: { from: answers, mean: score, unit: score 0..10 }
`;
  const scores = [...Array(62).fill(9), ...Array(26).fill(8), ...Array(12).fill(3)];
  const product = await measured(
    metrics,
    'answers',
    'at,answer,score',
    scores.map((score, i) => `${day(i)},a${i},${score}`),
  );
  expect(await total(product, 'net')).toBe('50');
  expect(await total(product, 'mean')).toBe('8.02');
});

test('[MEA-20] advertising, production and hours at a rate are one cost: 300,000 for 900,000 more sales', async () => {
  const metrics = `datasets:
  costs: { kind: aggregate, columns: { channel: text, cost-kind: text, cost: { type: decimal, currency: JPY }, hours: decimal, rate: { type: decimal, currency: JPY } } }
metrics:
  paid: { from: costs, sum: cost }
  labour: { from: costs, sum: hours * rate }
  all: { equals: paid + labour }
`;
  const product = await measured(metrics, 'costs', 'date,channel,cost-kind,cost,hours,rate', [
    '2026-03-05,sns,ads,200000,,',
    '2026-03-06,sns,production,80000,,',
    '2026-03-07,sns,labour,,20,1000',
  ]);
  expect(await total(product, 'all')).toBe('300000');
});

test('[MEA-21] 200 registered, 120 came, 40 watched later of whom 20 had come: 140 people, 70 %', async () => {
  const metrics = `datasets:
  webinar: { kind: event, time: at, person: who, columns: { at: date, who: text, kind: text } }
metrics:
  registered: { from: webinar, distinct: who, where: { kind: registered }, unit: count of person }
  attended: { from: webinar, distinct: who, where: { kind: [live, recording] }, unit: count of person }
  share: { equals: attended / registered }
`;
  const people = (first: number, count: number, kind: string) =>
    Array.from({ length: count }, (_, i) => `2026-03-10,p${first + i},${kind}`);
  const rows = [...people(0, 200, 'registered'), ...people(0, 120, 'live'), ...people(100, 40, 'recording')];
  const product = await measured(metrics, 'webinar', 'at,who,kind', rows);
  expect(await total(product, 'attended')).toBe('140');
  expect(await total(product, 'share')).toBe('0.7');
});

test('[MEA-24] lead scores in three bands: 40, 30 and 30 %', async () => {
  const bands: Readonly<Record<string, string>> = { low: '0..29', middle: '30..59', high: '60..100' };
  const metrics = `datasets:
  scores: { kind: event, time: at, columns: { at: date, lead: text, score: integer } }
metrics:
  scored: { from: scores, distinct: lead, unit: count of lead }
${Object.entries(bands)
  .map(
    ([name, range]) =>
      `  n-${name}: { from: scores, distinct: lead, where: { score: ${range} }, unit: count of lead }\n  s-${name}: { equals: n-${name} / scored }`,
  )
  .join('\n')}
`;
  const scores = [...Array(80).fill(29), ...Array(60).fill(30), ...Array(60).fill(60)];
  const product = await measured(
    metrics,
    'scores',
    'at,lead,score',
    scores.map((score, i) => `${day(i)},l${i},${score}`),
  );
  expect(await Promise.all(Object.keys(bands).map(name => total(product, `s-${name}`)))).toEqual(['0.4', '0.3', '0.3']);
});

test('[MEA-28] the mean rank of 20 words goes from 12.0 to 9.5', async () => {
  const metrics = `datasets:
  ranks: { kind: event, time: at, columns: { at: date, word: text, rank: integer } }
metrics:
  mean-rank: { from: ranks, mean: rank, unit: rank, direction: down }
`;
  const words = Array.from({ length: 20 }, (_, i) => i);
  const rows = [
    ...words.map(i => `2026-03-02,w${i},${i < 10 ? 4 : 20}`),
    ...words.map(i => `2026-03-30,w${i},${i < 10 ? 2 : 17}`),
  ];
  const product = await measured(metrics, 'ranks', 'at,word,rank', rows);
  const daily = await ask(product, { metric: 'mean-rank', ...MARCH, grain: 'day' });
  expect(daily.totals.filter(text => /-02 |-30 /.test(text))).toEqual(['2026-03-02 12', '2026-03-30 9.5']);
});

test('[MEA-31] who gave a card and downloaded a paper is one lead, and one of each origin', async () => {
  const metrics = `datasets:
  origins: { kind: event, time: at, person: who, columns: { at: date, who: text, origin: text } }
metrics:
  leads: { from: origins, distinct: who, unit: count of lead }
`;
  const rows = ['2026-03-01,a,card', '2026-03-02,a,paper', '2026-03-02,b,card', '2026-03-03,c,form'];
  const product = await measured(metrics, 'origins', 'at,who,origin', rows);
  const { total: all, cells } = await ask(product, { metric: 'leads', ...MARCH, by: ['origin'] });
  expect(all.replace('~', '')).toBe('3');
  expect(cells.map(text => text.replace('~', ''))).toEqual(['origin=card 2', 'origin=form 1', 'origin=paper 1']);
});

test('[IDN-02] leads of target accounts, however either side writes the companies', async () => {
  const metrics = `lists:
  target-accounts: { companies: [株式会社ラシン商事, (株)北の工房, Acme Inc.] }
datasets:
  leads: { kind: event, time: at, columns: { at: date, company: text, lead: text } }
metrics:
  companies: { from: leads, distinct: company, unit: count of company }
  reached: { from: leads, distinct: company, where: { company: { in: target-accounts } }, unit: count of company }
`;
  const rows = [
    '㈱ラシン商事 大阪支店',
    'ラシン商事株式会社',
    '株式会社ﾗｼﾝ商事',
    '北の工房',
    'ACME Co., Ltd.',
    '東京ガス大阪',
  ].map((company, i) => `2026-03-0${i + 1},${/,/.test(company) ? `"${company}"` : company},l${i}`);
  const product = await measured(metrics, 'leads', 'at,会社名,lead', rows);
  expect(await total(product, 'companies')).toBe('4');
  expect(await total(product, 'reached')).toBe('3');
});
