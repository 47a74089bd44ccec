import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EMPTY_CATALOGUE } from '#core/metric/catalogue.ts';
import { parseDefinitions } from '#core/metric/definitions-parse.ts';
import { accepted, openStage } from './api-fixture.ts';

const METRICS = `
datasets:
  guests: { kind: event, time: at, columns: { at: date, who: text, live: text, recorded: text, minutes: integer, day: text } }
metrics:
  came: { from: guests, distinct: who, where: { any: { live: [yes, late], recorded: yes } } }
  stayed: { from: guests, distinct: who, where: { day: a, any: { live: '!= no', minutes: '>= 30', recorded: { set: yes } } } }
`;

test('[MET-14] people are counted once whichever of the conditions they meet, beside the conditions that must hold', async () => {
  const stage = await openStage();
  accepted(await stage.ask('putDefinitions', { body: { text: METRICS, base: 0 } }));
  const guest = fc.record({
    who: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l'),
    live: fc.constantFrom('yes', 'no', 'late', ''),
    recorded: fc.constantFrom('yes', 'no', '', ''),
    minutes: fc.constantFrom('', '5', '30', '70'),
    day: fc.constantFrom('a', 'a', 'b'),
  });
  const [rows = []] = fc.sample(fc.array(guest, { minLength: 25, maxLength: 25 }), { seed: 20_261_122, numRuns: 1 });
  const lines = rows.map(row => `2026-10-01,${row.who},${row.live},${row.recorded},${row.minutes},${row.day}`);
  const body = new TextEncoder().encode(`at,who,live,recorded,minutes,day\n${lines.join('\n')}\n`);
  accepted(await stage.ask('pushRows', { dataset: 'guests', 'idempotency-key': 'a', 'content-type': 'text/csv', body }));
  const peopleWho = (holds: (row: (typeof rows)[number]) => boolean) =>
    String(new Set(rows.filter(holds).map(({ who }) => who)).size);
  const measured = async (metric: string) => {
    const span = { from: '2026-10-01' as never, to: '2026-10-01' as never };
    const observation = accepted(await stage.ask('query', { metric, ...span })).totals[0]?.observation;
    return observation && 'exact' in observation ? observation.exact : observation?.state;
  };
  expect(await measured('came')).toBe(peopleWho(row => row.live === 'yes' || row.live === 'late' || row.recorded === 'yes'));
  expect(await measured('stayed')).toBe(
    peopleWho(row => row.day === 'a' && (row.live !== 'no' || Number(row.minutes || 0) >= 30 || row.recorded !== '')),
  );
});

test.each([
  ['any: { live: yes }', 'condition-any'],
  ["any: { live: yes, minutes: '1..10' }", 'condition-any'],
  ['any: yes', 'condition-any'],
  ['any: { live: yes, recordd: yes }', 'condition-column'],
  ['any: { live: yes, minutes: many }', 'condition-value'],
])('[MET-14] %s is refused', (written, code) => {
  const read = parseDefinitions(METRICS.replace('any: { live: [yes, late], recorded: yes }', written), EMPTY_CATALOGUE, 'JPY');
  expect(read.problems.map(each => each.code)).toEqual([code]);
});

test('[MET-14] a column called any stays a column', () => {
  const text = METRICS.replace('day: text', 'day: text, any: text').replace(
    'any: { live: [yes, late], recorded: yes }',
    'any: [x, y]',
  );
  const read = parseDefinitions(text.slice(0, text.indexOf('  stayed')), EMPTY_CATALOGUE, 'JPY');
  const measurement = read.ok ? read.value.metrics.get('came')?.versions[0]?.measurement : undefined;
  expect(measurement).toMatchObject({ where: [{ column: 'any', is: 'one-of', values: ['x', 'y'] }] });
});
