import { expect, test } from 'vitest';
import { parseDefinitions } from '#core/metric/definitions-parse.ts';
import { accepted, day, importText, openStage, problemsOf, type Stage, testCatalogue } from './api-fixture.ts';

const PLAN = `rashin: 1
plan: pr
name: { ja: 広報, en: Press }
period: 2026-04-01/2027-03-31
goals:
  worth: { target: 240万円 by 2027-03-31, equals: mentions * mention-value, owner: sales/sato }
kpis:
  mentions: { target: 20 per month, unit: count of mention, owner: sales/sato }
  mention-value: { target: 10000円, unit: JPY per mention, owner: sales/sato }
  repeat-rate: { target: 30%, supports: [{ to: mentions, because: Regulars write again }], owner: sales/sato }
  followers: { target: 12000, supports: [{ to: mentions, because: Editors follow us }], owner: sales/sato }
  daily-visits: { target: 3000 per month, unit: count of visit, supports: [{ to: mentions, because: Visitors write }], owner: sales/sato }
`;

const METRICS = `# our own notes stay
datasets:
  web: { kind: aggregate, columns: { visits: integer } }
metrics:
  daily-visits: { from: web, sum: visits, unit: count of visit } # from the log
`;

async function pressStage(): Promise<Stage> {
  const stage = await openStage();
  const { ask } = stage;
  accepted(await ask('createPlan', { body: { yaml: PLAN, sheet: '' } }));
  accepted(await ask('publishPlan', { plan: 'pr', body: { reason: 'First' } }));
  accepted(await ask('putDefinitions', { body: { text: METRICS, base: 0 } }));
  await importText(stage, 'web.csv', 'month,visits\n2026-09,2900\n2026-10,3100\n', { dataset: { id: 'web' } });
  return stage;
}

/** The line of a metric as `month value` of the months with a value. */
async function line({ ask }: Stage, metric: string): Promise<readonly string[]> {
  const { months, rows } = accepted(await ask('valueSheet', { plan: 'pr' }));
  const row = rows.find(one => one.metric === metric);
  return [
    row?.source ?? 'no line',
    ...months.flatMap(({ key }, place) => {
      const value = row?.values[place];
      return value === null || value === undefined ? [] : [`${key} ${value}`];
    }),
  ];
}

function cell(metric: string, month: string, value: string | null, before: string | null = null) {
  return { metric, month, value, before };
}

test('[MEA-07] typed values become an import: kept, measured, undone, and the same again changes nothing', async () => {
  const stage = await pressStage();
  const { ask } = stage;
  expect(await line(stage, 'mentions')).toEqual(['none']);
  expect(await line(stage, 'daily-visits')).toEqual(['data', '2026-09 2900', '2026-10 3100']);

  const cells = [
    cell('mentions', '2026-09', '18'),
    cell('mentions', '2026-10', '21'),
    cell('repeat-rate', '2026-10', '0.2875'),
    cell('followers', '2026-10', '11000'),
  ];
  const first = accepted(await ask('putValues', { body: { plan: 'pr', cells } }));
  expect(first).toMatchObject({ changed: 4, defined: ['mentions', 'repeat-rate', 'followers'] });
  expect(await line(stage, 'mentions')).toEqual(['entered', '2026-09 18', '2026-10 21']);
  expect(await line(stage, 'repeat-rate')).toEqual(['entered', '2026-10 0.2875']);
  const { text } = accepted(await ask('definitions'));
  expect(text).toContain('# our own notes stay');
  expect(text).toContain('# from the log');
  const read = parseDefinitions(text, testCatalogue(), 'JPY');
  expect(read.problems.filter(({ severity }) => severity === 'error')).toEqual([]);

  const asked = { metric: 'mentions', from: day('2026-09-01'), to: day('2026-10-31') };
  expect(accepted(await ask('query', asked)).totals[0]?.observation).toMatchObject({ exact: '39' });
  const rate = { metric: 'repeat-rate', from: day('2026-10-01'), to: day('2026-10-31') };
  expect(accepted(await ask('query', rate)).totals[0]?.observation).toMatchObject({ exact: '0.2875' });

  const again = accepted(await ask('putValues', { body: { plan: 'pr', cells } }));
  expect(again).toEqual({ batch: null, changed: 0, defined: [] });

  const corrected = [cell('mentions', '2026-10', '24', '21'), cell('followers', '2026-10', null, '11000')];
  const second = accepted(await ask('putValues', { body: { plan: 'pr', cells: corrected } }));
  expect(await line(stage, 'mentions')).toEqual(['entered', '2026-09 18', '2026-10 24']);
  expect(await line(stage, 'followers')).toEqual(['entered']);
  expect(await line(stage, 'repeat-rate')).toEqual(['entered', '2026-10 0.2875']);

  const { batch } = accepted(await ask('oneBatch', { batch: second.batch ?? '' }));
  expect(batch).toMatchObject({ dataset: 'entered-values', receivedBy: 'sales/sato', fileName: 'entered-values-2026-11.csv' });
  accepted(await ask('undoBatch', { batch: second.batch ?? '' }));
  expect(await line(stage, 'mentions')).toEqual(['entered', '2026-09 18', '2026-10 21']);
  expect(await line(stage, 'followers')).toEqual(['entered', '2026-10 11000']);
});

test('[MEA-07] a value that is typed back to what it was before is a change of its own', async () => {
  const stage = await pressStage();
  const put = async (value: string, before: string | null) =>
    accepted(await stage.ask('putValues', { body: { plan: 'pr', cells: [cell('mentions', '2026-10', value, before)] } }));
  await put('21', null);
  stage.clock.now = '2026-11-21T03:01:00.000Z';
  await put('22', '21');
  stage.clock.now = '2026-11-21T03:02:00.000Z';
  expect((await put('21', '22')).changed).toBe(1);
  expect(await line(stage, 'mentions')).toEqual(['entered', '2026-10 21']);
});

test('[MEA-07] a final month refuses and says why; who saw another value is told; nothing is stored', async () => {
  const stage = await pressStage();
  const { ask } = stage;
  accepted(await ask('putClose', { body: { source: 'all', period: '2026-09', state: 'final' } }));
  const final = await ask('putValues', {
    body: { plan: 'pr', cells: [cell('mentions', '2026-09', '1'), cell('mentions', '2026-10', '2')] },
  });
  expect(problemsOf(final)).toEqual(['entry-month-final']);
  expect(final.kind === 'problems' && final.problems[0]?.message.ja).toContain('確定した月のため変更できません');
  expect(problemsOf(await ask('putValues', { body: { plan: 'pr', cells: [cell('daily-visits', '2026-10', '1')] } }))).toEqual([
    'entry-metric-measured',
  ]);
  expect(problemsOf(await ask('putValues', { body: { plan: 'pr', cells: [cell('mentions', '2026-12', '1')] } }))).toEqual([
    'entry-month-future',
  ]);
  const seen = await ask('putValues', { body: { plan: 'pr', cells: [cell('mentions', '2026-10', '3', '7')] } });
  expect(seen).toMatchObject({ kind: 'conflict', conflict: { cells: [cell('mentions', '2026-10', '3', null)] } });
  expect(await line(stage, 'mentions')).toEqual(['none']);
});

test('[MEA-07] the kept file of typed values is recognised when it is imported by hand, and changes nothing', async () => {
  const stage = await pressStage();
  const cells = [cell('mentions', '2026-10', '21')];
  accepted(await stage.ask('putValues', { body: { plan: 'pr', cells } }));
  const kept = `metric,from,to,amount,number,price,rate,entered-at\nmentions,2026-10-01,2026-10-31,,21,,,${stage.clock.now}\n`;
  const { job } = await importText(stage, 'copy.csv', kept);
  expect(job?.result).toMatchObject({ kind: 'imported', imported: [], duplicates: [{ fileName: 'entered-values-2026-11.csv' }] });
});

test('[MEA-01] every KPI is listed with its systems; one without a source is not measurable until its values are typed in', async () => {
  const stage = await pressStage();
  const { ask } = stage;
  const facts = async () =>
    accepted(await ask('planSources', { plan: 'pr' })).nodes.map(
      ({ node, by, measurable, sources }) =>
        `${node} ${by} ${measurable} ${sources.map(({ source, name }) => (source ?? name).en).join('+')}`,
    );
  expect(await facts()).toEqual([
    'worth none false ',
    'mentions none false ',
    'mention-value none false ',
    'repeat-rate none false ',
    'followers none false ',
    'daily-visits workspace true web',
  ]);
  const cells = [cell('mentions', '2026-10', '21'), cell('mention-value', '2026-10', '9800')];
  accepted(await ask('putValues', { body: { plan: 'pr', cells } }));
  expect((await facts()).slice(0, 3)).toEqual([
    'worth plan true Typed in by hand',
    'mentions workspace true Typed in by hand',
    'mention-value workspace true Typed in by hand',
  ]);
});
