import { expect, test } from 'vitest';
import { accepted, openStage, problemsOf } from './api-fixture.ts';

test('[DUE-01] a typed KPI has a person and a day; [DUE-02] the value is due until it is typed', async () => {
  const stage = await openStage({ clock: { now: '2026-11-05T03:00:00.000Z' } });
  accepted(await stage.ask('putValueDuty', { metric: 'nps', body: { duty: { owner: 'sales/sato', due: 3, remind: 2 } } }));
  const before = accepted(await stage.ask('valueDuties'));
  expect(before.duties).toMatchObject([{ metric: 'nps', owner: 'sales/sato', due: 3, remind: 2, since: '2026-10' }]);
  expect(before.owed).toMatchObject([{ metric: 'nps', owner: 'sales/sato', month: '2026-10', due: '2026-11-05', late: 0 }]);
  accepted(await stage.ask('putValues', { body: { cells: [{ metric: 'nps', month: '2026-10', value: '32', before: null }] } }));
  expect(accepted(await stage.ask('valueDuties')).owed).toEqual([]);
  stage.clock.now = '2026-12-08T03:00:00.000Z';
  expect(accepted(await stage.ask('valueDuties')).owed).toMatchObject([{ month: '2026-11', due: '2026-12-03', late: 3 }]);
  accepted(await stage.ask('putClose', { body: { source: 'all', period: '2026-11', state: 'final', note: '' } }));
  expect(accepted(await stage.ask('valueDuties')).owed).toEqual([]);
});

test('[DUE-01] the person must be known; a duty can be taken away', async () => {
  const stage = await openStage({ clock: { now: '2026-11-05T03:00:00.000Z' } });
  const put = (owner: string) => stage.ask('putValueDuty', { metric: 'nps', body: { duty: { owner, due: 3, remind: 2 } } });
  expect(problemsOf(await put('nobody'))).toEqual(['member-unknown']);
  accepted(await put('sales/sato'));
  accepted(await stage.ask('putValueDuty', { metric: 'nps', body: { duty: null } }));
  expect(accepted(await stage.ask('valueDuties'))).toEqual({ duties: [], owed: [] });
});
