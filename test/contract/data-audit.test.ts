import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { accepted, day, importText, openStage, problemsOf, type Stage } from './api-fixture.ts';

const FILE = `date,channel,email,stamps
2026-08-03,paid,a@example.jp,3
2026-08-03,organic,b@example.jp,5
2026-08-20,paid,c@example.jp,7
2026-09-01,organic,d@example.jp,11
`;

/** Imported on 21 November 2026; a quarter later is 21 February. */
async function site(): Promise<Stage> {
  const stage = await openStage();
  await importText(stage, 'site.csv', FILE, { personal: { email: 'keep' } });
  return stage;
}

test('[MEA-15] [QUA-30] an audit that is a day overdue lowers the checklist, and carrying it out raises it again', async () => {
  const stage = await site();
  const { ask } = stage;
  stage.clock.now = '2027-02-21T03:00:00.000Z';
  const audited = async () => accepted(await ask('quality')).checklist.items.find(({ id }) => id === 'audited');
  expect(accepted(await ask('audits')).sources).toMatchObject([{ months: 3, due: { due: '2027-02-21', overdue: false } }]);
  expect(await audited()).toMatchObject({ state: 'met', done: 1, of: 1 });
  const before = accepted(await ask('quality')).checklist.score;
  stage.clock.now = '2027-02-22T03:00:00.000Z';
  expect(await audited()).toMatchObject({ state: 'not', done: 0, of: 1 });
  expect(Number(accepted(await ask('quality')).checklist.score)).toBeLessThan(Number(before));

  const [source] = accepted(await ask('audits')).sources;
  const dataset = source?.dataset ?? '';
  const { samples } = accepted(await ask('auditSamples', { dataset }));
  const said = {
    dataset,
    samples: samples.map(sample => ({ ...sample, theirs: sample.ours })),
    checks: ['definition' as const],
    result: 'passed' as const,
    note: '',
    correction: null,
    next: day('2027-05-22'),
  };
  const differing = { ...said, samples: samples.map(sample => ({ ...sample, theirs: '999' })) };
  expect(problemsOf(await ask('addAudit', { body: differing }))).toEqual(['audit-differs']);
  expect(problemsOf(await ask('addAudit', { body: { ...differing, result: 'failed' } }))).toEqual(['audit-correction-missing']);
  const correction = { what: 'タグを直す', owner: 'sales/sato', due: day('2027-03-01') };
  accepted(await ask('addAudit', { body: { ...differing, result: 'failed', correction } }));
  accepted(await ask('addAudit', { body: said }));
  const after = accepted(await ask('audits'));
  expect(after.sources).toMatchObject([{ due: { due: '2027-05-22', overdue: false }, last: { result: 'passed' } }]);
  expect(after.audits.map(({ result, correction: put, by }) => [result, put?.what, by])).toEqual([
    ['passed', undefined, 'sales/sato'],
    ['failed', 'タグを直す', 'sales/sato'],
  ]);
  expect(await audited()).toMatchObject({ state: 'met' });
  const { db } = stage.app.workspace.ledger;
  await expect(sql`delete from data_audit`.execute(db)).rejects.toThrow();
});

test('[QUA-30] samples are sums that are in the data, without columns about people, the same until the next audit', async () => {
  const { ask } = await site();
  const [source] = accepted(await ask('audits')).sources;
  const dataset = source?.dataset ?? '';
  const { samples } = accepted(await ask('auditSamples', { dataset }));
  expect(samples.length).toBeGreaterThan(0);
  const values = new Map([
    ['2026-08-03 paid', '3'],
    ['2026-08-03 organic', '5'],
    ['2026-08-20 paid', '7'],
    ['2026-09-01 organic', '11'],
  ]);
  for (const { from, to, slice, ours, name } of samples) {
    expect(slice.map(({ column }) => column)).toEqual(['channel']);
    expect(name.en).toMatch(/stamps/i);
    const own = [...values].filter(
      ([key]) => key.slice(0, 10) >= from && key.slice(0, 10) <= to && key.endsWith(slice[0]?.value ?? ''),
    );
    expect(own.reduce((sum, [, value]) => sum + Number(value), 0)).toBe(Number(ours));
  }
  for (let again = 0; again < 10; again++) {
    expect(accepted(await ask('auditSamples', { dataset })).samples).toEqual(samples);
  }
});

test('[QUA-30] a dataset with its own interval and auditor, and one that is never audited', async () => {
  const stage = await site();
  const { ask } = stage;
  const [source] = accepted(await ask('audits')).sources;
  const dataset = source?.dataset ?? '';
  accepted(await ask('putAuditSchedule', { body: { months: 6, datasets: [{ dataset, months: 1, owner: 'sales/sato' }] } }));
  expect(accepted(await ask('audits'))).toMatchObject({
    months: 6,
    sources: [{ months: 1, owner: 'sales/sato', due: { due: '2026-12-21' } }],
  });
  accepted(await ask('putAuditSchedule', { body: { months: 6, datasets: [{ dataset, months: null, owner: null }] } }));
  expect(accepted(await ask('audits')).sources).toMatchObject([{ months: null, due: null }]);
  expect(accepted(await ask('quality')).checklist.items.at(-1)).toMatchObject({ state: 'none' });
});
