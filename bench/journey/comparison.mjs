import { NAMES_OF_PEERS, WORK } from './compared-work.mjs';
import { inTurns } from './in-turns.mjs';
import { removalByRepetition, shapleyOverSets } from './learning-peers.mjs';
import { ms, Report, times as ratioText } from './report.mjs';
import { holdSame } from './same-answers.mjs';

/**
 * Every question: the answers held to each other, then times in turns.
 *
 * @returns {Promise<{ table: string, ours: Map<string, number>, goals: string[] }>} the fastest of our runs by title
 */
export async function comparison({ subjects, skipped, events, isAsked, rounds, peerRounds, tell }) {
  const report = new Report(events);
  const ours = new Map();
  for (const work of WORK.filter(({ title }) => isAsked(title))) {
    const { rashin } = subjects;
    const own = await rashin.ask({ what: work.what }, true);
    const runs = [subjectRun('Rashin', rashin, { what: work.what }, rounds, own)];
    const notes = new Map();
    const add = async (peer, what, kind, note, reference) => {
      const who = `${NAMES_OF_PEERS[peer]}, ${kind}`;
      const subject = subjects[peer];
      if (!subject) return void notes.set(who, { note, notRun: skipped.get(peer) });
      try {
        const found = await subject.ask({ what, kind }, true);
        const columns = work.columns?.[kind];
        const expected = columns ? own.rows.map(row => columns.map(place => row[place])) : own.rows;
        if (!note) holdSame(`${work.title}, ${who}`, expected, found.rows);
        else reference(who, found.rows);
        tell(`  ${work.title}: ${who} ${ms(found.wall)}${note ? '' : ', the same'}`);
        notes.set(who, { note });
        runs.push(subjectRun(who, subject, { what, kind }, peer === 'postgres' ? Math.min(3, peerRounds) : peerRounds, found));
      } catch (error) {
        if (/row \d|rows, the peer/.test(error.message)) throw error;
        tell(`  ${work.title}: ${who}: ${error.message.slice(0, 300)}`);
        notes.set(who, { note, notRun: error.message.split('\n')[0].slice(0, 100) });
      }
    };
    for (const [peer, kinds] of Object.entries(work.kinds)) for (const kind of kinds) await add(peer, work.what, kind);
    for (const other of work.others ?? []) {
      let held;
      const reference = (who, rows) => {
        if (held) holdSame(`${other.what}, ${who}`, held, rows);
        held ??= rows;
      };
      for (const [peer, kinds] of Object.entries(other.kinds))
        for (const kind of kinds)
          if (events > (other.atMost?.[peer] ?? Number.POSITIVE_INFINITY))
            notes.set(`${NAMES_OF_PEERS[peer]}, ${kind}`, { note: other.note, notRun: other.atMost.why });
          else await add(peer, other.what, kind, other.note, reference);
    }
    const taken = await inTurns(runs, events > 1e7 ? 120_000 : 30_000);
    tell(`${work.title}: ${taken.map(({ who, wall }) => `${who} ${ms(wall)}`).join(', ')}`);
    ours.set(work.title, taken[0].lowest);
    report.add(work, taken, notes);
  }
  const [q4, q5] = ['Q4 funnel', 'Q5 funnel by channel, times between steps'].map(title => ours.get(title));
  if (q4 && q5) report.goal('Q5', q5 / q4 <= 2, `${(q5 / q4).toFixed(1)} times the time of Q4, goal 2`);
  const learned = isAsked('Q8') && isAsked('Q9') ? await learning(subjects.rashin, report, ours) : '';
  return { table: report.table(), ours, goals: report.goals, learned };
}

function subjectRun(who, subject, ask, rounds, first) {
  return { who, rounds, first, run: () => subject.ask(ask) };
}

/** Models over the paths that Q8 has found, and over purchase histories: held to their definitions, and to these in time. */
async function learning(rashin, report, ours) {
  const paths = await rashin.call('paths');
  const found = await rashin.ask({ what: 'learning' }, true);
  const timed = work => {
    const begun = performance.now();
    const value = work();
    return { value, wall: performance.now() - begun };
  };
  const removal = timed(() => removalByRepetition(paths));
  const sets = timed(() => shapleyOverSets(paths));
  found.rows.forEach(([, effect, conversions], i) => {
    if (Math.abs(effect - removal.value[i]) > 1e-9) throw new Error(`removal effect ${i}: ${effect} against ${removal.value[i]}`);
    if (Math.abs(conversions - sets.value[i]) > 1e-9 * paths.conversions)
      throw new Error(`Shapley ${i}: ${conversions} against ${sets.value[i]}`);
  });
  const again = [];
  for (let i = 0; i < 5; i++) again.push((await rashin.ask({ what: 'learning' })).wall);
  const wall = Math.min(...again);
  const model = await rashin.ask({ what: 'purchase model' }, true);
  const [people, patterns, logLikelihood, byPaper] = model.rows[0];
  if (logLikelihood !== undefined && Math.abs(logLikelihood - byPaper) > 1e-6 * people)
    throw new Error(`likelihood ${logLikelihood} against ${byPaper}`);
  const second = await rashin.ask({ what: 'purchase model' });
  ours.set('Q9 BG/NBD from events', second.wall);
  report.goal(
    'Q8 Shapley',
    sets.wall / wall >= 1000,
    `${ratioText(sets.wall / wall)} over all sets, goal 1,000 (with the removal effects in our time)`,
  );
  return [
    `Q8, models over ${paths.paths.length.toLocaleString('en')} distinct paths: removal effects (exact) and Shapley values together ${ms(wall)}, from paths as texts. The same by definition: chains without each channel ${ms(removal.wall)} (${ratioText(removal.wall / wall)}), all 2ⁿ sets ${ms(sets.wall)} (${ratioText(sets.wall / wall)}); results agree to 1e-9. ChannelAttribution: not run, R is not installed.`,
    '',
    `Q9, BG/NBD from events: ${ms(second.wall)} with the extraction of ${people.toLocaleString('en')} histories in ${patterns.toLocaleString('en')} patterns; the log-likelihood is the paper’s to 1e-6 per person. R (BTYD) and lifetimes: not run, not installed.`,
  ].join('\n');
}
