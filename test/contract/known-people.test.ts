import { expect, test } from 'vitest';
import { accepted, openStage, type Stage } from './api-fixture.ts';

const ID = '{ type: text, hashed: yes }';
const METRICS = `
datasets:
  visits: { kind: event, time: at, person: client, columns: { at: timestamp, client: ${ID}, page: text } }
  forms: { kind: event, time: at, person: mail, same-as: { visitor: client }, columns: { at: timestamp, visitor: ${ID}, mail: ${ID} } }
  customers: { kind: event, time: at, person: number, same-as: mail, columns: { at: timestamp, mail: ${ID}, number: ${ID} } }
metrics:
  visitors: { from: visits, distinct: client }
  returning: { from: visits, repeaters: client, having: at }
  enquirers: { from: forms, distinct: mail }
  pages: { from: visits, distinct: page }
`;

async function pushed(stage: Stage, dataset: string, csv: string) {
  return accepted(
    await stage.ask('pushRows', {
      dataset,
      'idempotency-key': `${dataset} ${csv.length}`,
      'content-type': 'text/csv',
      body: new TextEncoder().encode(csv),
    }),
  );
}

test('[IDN-03] visits before and after somebody gave an address are one visitor’s, until the file that says so is undone', async () => {
  const stage = await openStage();
  accepted(await stage.ask('putDefinitions', { body: { text: METRICS, base: 0 } }));
  const asked = async (metric: string, more: object = {}) => {
    const span = { from: '2026-10-01' as never, to: '2026-10-31' as never };
    return accepted(await stage.ask('query', { metric, ...span, ...more })).totals.map(({ observation }) =>
      'exact' in observation ? observation.exact : observation.state,
    );
  };
  await pushed(
    stage,
    'visits',
    'at,client,page\n2026-10-01 10:00:00,phone,/\n2026-10-02 10:00:00,laptop,/a\n2026-10-03 10:00:00,tv,/\n2026-10-04 10:00:00,other,/\n',
  );
  expect(await asked('visitors')).toEqual(['4']);
  expect(await asked('returning')).toEqual(['0']);
  // The phone and the laptop are Aoi's; the television stands beside two people. It becomes known a month later.
  const forms = await pushed(
    stage,
    'forms',
    'at,visitor,mail\n2026-11-01 10:00:00,phone,aoi@mihon.example\n2026-11-02 10:00:00,laptop,a.mihon@work.example\n2026-11-02 11:00:00,tv,aoi@mihon.example\n2026-11-02 12:00:00,tv,ren@mihon.example\n',
  );
  expect(await asked('visitors')).toEqual(['4']);
  const customers = await pushed(
    stage,
    'customers',
    'at,mail,number\n2026-11-03 10:00:00,aoi@mihon.example,C-7\n2026-11-03 11:00:00,a.mihon@work.example,C-7\n',
  );
  expect(await asked('visitors')).toEqual(['3']);
  expect(await asked('returning')).toEqual(['1']);
  expect(await asked('pages')).toEqual(['2']);
  const november = { from: '2026-11-01' as never, to: '2026-11-30' as never };
  expect(await asked('enquirers', november)).toEqual(['2']);
  for (const [pushedRows, left] of [
    [customers, '4'],
    [forms, '4'],
  ] as const) {
    accepted(await stage.ask('undoBatch', { batch: pushedRows.batch }));
    expect(await asked('visitors')).toEqual([left]);
  }
  expect(await asked('enquirers', november)).toEqual(['no-data']);
});
