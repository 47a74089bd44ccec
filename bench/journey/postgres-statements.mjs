import { stepToStep } from './duckdb-statements.mjs';
import { BEGIN, DAY } from './year.mjs';

const day = `(ts - ${BEGIN}) / ${DAY}`;
const week = `(ts - ${BEGIN}) / ${7 * DAY}`;

/** Obvious statements, and Umami's funnel over an index by event, person and time. */
export const POSTGRES = {
  series: {
    obvious: `select ${day}, channel, count(*), count(distinct session), sum(case when event = 4 then cents else 0 end) from e group by 1, 2`,
  },
  people: {
    obvious: `select ${day}, channel, count(distinct person), count(distinct case when event = 4 then person end) from e group by 1, 2`,
  },
  'funnel, step to step': { 'Umami’s method': stepToStep() },
  retention: {
    obvious: `with f as (select person, min(${week}) c from e group by 1)
      select c, ${week} - c, count(distinct e.person) from e join f using (person) group by 1, 2`,
  },
};
