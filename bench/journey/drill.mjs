import { DRILL } from './drill-session.mjs';
import { quantile } from './in-turns.mjs';
import { ms, size, times } from './report.mjs';
import { holdSame } from './same-answers.mjs';

const LIMITS = { 1e7: 50, 1e8: 300 };

/** The drill-down: every step held to the peers, then taken in turns. */
export async function drill({ subjects, events, rounds, tell }) {
  const who = { rashin: 'Rashin', duckdb: 'DuckDB', ...(events <= 1e6 ? { postgres: 'PostgreSQL' } : {}) };
  const present = Object.keys(who).filter(name => subjects[name]);
  const taken = Object.fromEntries(present.map(name => [name, []]));
  for (const step of DRILL) {
    const held = (await subjects.rashin.ask({ step }, true)).rows;
    for (const peer of present.slice(1))
      holdSame(`${step.what}, ${who[peer]}`, held, (await subjects[peer].ask({ step }, true)).rows);
  }
  for (let round = 0; round < rounds; round++)
    for (const [i, step] of DRILL.entries())
      for (const name of round % 2 === 0 ? present : present.toReversed()) {
        if (name === 'postgres' && round > 0) continue;
        const { wall } = await subjects[name].ask({ step });
        taken[name].push({ wall, i });
      }
  const walls = name => taken[name].map(({ wall }) => wall);
  const p95 = name => quantile(walls(name), 0.95);
  const goals = [];
  const peer = present.includes('duckdb') ? p95('duckdb') / p95('rashin') : undefined;
  const goal = (isMet, text) => goals.push({ what: `Q10 drill-down, ${size(events)}`, isMet, text });
  if (peer)
    goal(
      peer >= 3,
      `95th percentile ${times(peer)} DuckDB, goal 3.0 ×${peer >= 3 ? '' : `, ${Math.round((1 - peer / 3) * 100)} % short`}`,
    );
  if (LIMITS[events]) goal(p95('rashin') <= LIMITS[events], `95th percentile ${ms(p95('rashin'))}, goal ${ms(LIMITS[events])}`);
  if (present.includes('postgres'))
    goal(
      p95('postgres') / p95('rashin') >= 100,
      `95th percentile ${times(p95('postgres') / p95('rashin'))} PostgreSQL, goal 100 ×`,
    );
  tell(`drill-down: ${present.map(name => `${who[name]} p95 ${ms(p95(name))}`).join(', ')}`);
  const each = (name, i) =>
    quantile(
      taken[name].filter(one => one.i === i).map(({ wall }) => wall),
      0.5,
    );
  const lines = [
    `| Q10 drill-down, 20 steps | ${present.map(name => who[name]).join(' | ')} |`,
    `|---|${present.map(() => '--:').join('|')}|`,
    `| median | ${present.map(name => ms(quantile(walls(name), 0.5))).join(' | ')} |`,
    `| 95th percentile | ${present.map(name => ms(p95(name))).join(' | ')} |`,
    ...DRILL.map(({ what }, i) => `| ${what} | ${present.map(name => ms(each(name, i))).join(' | ')} |`),
  ];
  return { table: `${lines.join('\n')}\n`, goals, p95: p95('rashin') };
}
