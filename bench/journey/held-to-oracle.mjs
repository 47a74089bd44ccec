import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundled } from '../runner/bundled.mjs';
import { arrivals, batchOf, personId } from './arrival.mjs';
import { asked, DRILL } from './drill-session.mjs';
import { madeEvents } from './made-events.mjs';
import { QUESTIONS } from './questions.mjs';

/** At a small size every question is answered by definition, too; a difference is thrown. */
export async function holdToOracle({ EmbeddedJourneyEngine }, threads) {
  const { difference, oracleAnswer, peopleOf } = await bundled(new URL('./oracle-entry.mjs', import.meta.url));
  const data = madeEvents(20_000, 3);
  const { order } = arrivals(data, 3);
  const folder = mkdtempSync(join(tmpdir(), 'rashin-bench-journey-'));
  const engine = await EmbeddedJourneyEngine.open({ folder, threads, valueDigits: 2 });
  const batch = batchOf(data, order, 0, order.length);
  await engine.append(batch);
  const merges = data.merges.map(([from, to]) => ({ from: personId(from), to: personId(to) }));
  await engine.merge(merges);
  const people = peopleOf({ events: eventsOf(batch), merges, dimensions: [] });
  for (const question of [...Object.values(QUESTIONS), ...DRILL.flatMap(asked)]) {
    const found = difference(oracleAnswer(people, question), (await engine.ask(question)).value);
    if (found) throw new Error(`${JSON.stringify(question).slice(0, 200)}: ${found}`);
  }
  await engine.close();
  rmSync(folder, { recursive: true, force: true });
}

function eventsOf(batch) {
  const at = ({ codes, values }, row) => values[codes[row]];
  return Array.from({ length: batch.length }, (_, row) => ({
    person: at(batch.person, row),
    time: batch.time[row],
    name: at(batch.name, row),
    dimensions: Object.fromEntries(Object.entries(batch.dimensions).map(([id, column]) => [id, at(column, row)])),
    value: Number.isNaN(batch.value[row]) ? null : batch.value[row],
    session: at(batch.session, row),
    id: at(batch.id, row),
  }));
}
