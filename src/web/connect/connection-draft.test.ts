import { expect, test } from 'vitest';
import { parseDay } from '#core/calendar/day.ts';
import { bodyOf, newDraft, secretsOf } from './connection-draft.ts';
import { connectionState } from './connection-state.ts';

const connector = {
  id: 'ga4' as const,
  name: { ja: 'GA4', en: 'GA4' },
  fields: [],
  signIn: [{ id: 'service-account' as const, secrets: ['key'] }],
  restates: 3,
  isDatabase: false,
};

test('[CON-09] a new connection begins 90 days ago and is pulled every morning; what is left empty is the connector’s own', () => {
  const today = parseDay('2026-11-21');
  if (!today) throw new Error('day');
  const draft = { ...newDraft(connector, today), name: ' サイト ', settings: { property: ' 1234 ', metrics: ' ' } };
  expect(bodyOf(draft)).toEqual({
    name: 'サイト',
    connector: 'ga4',
    settings: { property: '1234' },
    signIn: 'service-account',
    dataset: null,
    since: '2026-08-23',
    restates: null,
    schedule: { every: 'day', at: '06:00' },
  });
  expect(bodyOf({ ...draft, restates: '7', dataset: 'web', every: 'week' })).toMatchObject({
    restates: 7,
    dataset: 'web',
    schedule: { every: 'week', on: 'monday', at: '06:00' },
  });
  expect(bodyOf({ ...draft, since: null })).toBeUndefined();
  expect([
    secretsOf(draft),
    secretsOf({ ...draft, secrets: { key: ' ' } }),
    secretsOf({ ...draft, secrets: { key: 'k' } }),
  ]).toEqual([undefined, undefined, { key: 'k' }]);
});

test('[CON-10] a pull with remarks is not simply fine', () => {
  const lastRun = {
    id: '1',
    startedAt: '',
    endedAt: '',
    by: 'schedule',
    state: 'done' as const,
    from: null,
    to: null,
    requests: 1,
    rows: 1,
    batches: [],
    problems: [],
  };
  const remark = { code: 'connect-sampled', severity: 'warning' as const, at: [], params: {}, message: { ja: '', en: '' } };
  expect(connectionState({ isRunning: false, lastRun: null })).toBe('new');
  expect(connectionState({ isRunning: true, lastRun })).toBe('running');
  expect(connectionState({ isRunning: false, lastRun })).toBe('done');
  expect(connectionState({ isRunning: false, lastRun: { ...lastRun, problems: [remark] } })).toBe('warned');
  expect(connectionState({ isRunning: false, lastRun: { ...lastRun, state: 'running' } })).toBe('cut-off');
});
