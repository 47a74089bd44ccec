import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const METHOD = fileURLToPath(new URL('../../docs/method/landing.md', import.meta.url));
const [START, END] = ['<!-- calibration: start -->', '<!-- calibration: end -->'];

const COMPANIES = 60;
const FIRST_SEED = 1;
const OVER = [2, 5, 8];
/** Bins of the probability, and how far the share that met may lie outside a bin. */
const BINS = [0, 0.2, 0.4, 0.6, 0.8, 1];
const LEEWAY = 0.15;
/** Bins with fewer landings say nothing. */
const LEAST = 20;

/** Landings of made companies at past days: what their bands and probabilities held. */
export function landings({ landingBackTest, SHAPES }) {
  const all = landingBackTest(SHAPES, COMPANIES, FIRST_SEED);
  const shapes = SHAPES.map(({ name }) => {
    const own = all.filter(({ shape }) => shape === name);
    return {
      name,
      inside: share(own, ({ inside }) => inside),
      below: share(own, ({ below }) => below),
      above: share(own, ({ inside, below }) => !inside && !below),
      byOver: OVER.map(over =>
        share(
          own.filter(each => each.over === over),
          ({ inside }) => inside,
        ),
      ),
    };
  });
  const bins = BINS.slice(1).map((to, i) => {
    const from = BINS[i];
    const own = all.filter(({ probability }) => probability >= from && (probability < to || to === 1));
    return {
      from,
      to,
      landings: own.length,
      told: mean(own.map(({ probability }) => probability)),
      met: share(own, ({ met }) => met),
    };
  });
  return { count: all.length, shapes, bins };
}

/** The limits, each with whether it is kept. */
export function landingLimits({ shapes, bins }) {
  return [
    ...shapes.map(({ name, inside }) => [`Landing, ${name}: P10–P90 hold 70–90 %`, inside >= 0.7 && inside <= 0.9]),
    ...bins
      .filter(({ landings: count }) => count >= LEAST)
      .map(({ from, to, met }) => [
        `Landing, told ${percent(from)}–${percent(to)}: met in ${percent(Math.max(0, from - LEEWAY))}–${percent(Math.min(1, to + LEEWAY))}`,
        met >= from - LEEWAY && met <= to + LEEWAY,
      ]),
  ].map(([text, kept]) => ({ text, kept }));
}

/** Writes the tables into their place in the method's page. */
export function writeLandings(figures) {
  if (!existsSync(METHOD)) return;
  const page = readFileSync(METHOD, 'utf8');
  const [before, rest] = page.split(START);
  const after = rest?.split(END)[1];
  if (after === undefined) throw new Error(`${METHOD}: no place for the calibration`);
  writeFileSync(METHOD, `${before}${START}\n${tables(figures)}\n${END}${after}`);
}

function tables(figures) {
  const { count, shapes, bins } = figures;
  const kept = landingLimits(figures);
  return [
    '',
    `${count} landings of made companies (${COMPANIES} of each shape; one, two or three years of history; 2, 5 and 8 of 12 months over), from what was known then. Levels wander, with seasons, noise, common shocks and whole counts; targets are set without knowing. The bands should hold 80 %; 70–90 % is the limit.`,
    '',
    '| shape of the plan | inside P10–P90 | below | above | 2 over | 5 over | 8 over |',
    '|---|--:|--:|--:|--:|--:|--:|',
    ...shapes.map(
      ({ name, inside, below, above, byOver }) =>
        `| ${name} | ${percent(inside)} | ${percent(below)} | ${percent(above)} | ${byOver.map(percent).join(' | ')} |`,
    ),
    '',
    `Probability of the target, all shapes together. Limit: the share that met lies within ${Math.round(100 * LEEWAY)} points of the bin (bins of at least ${LEAST}).`,
    '',
    '| probability told | landings | mean told | met |',
    '|---|--:|--:|--:|',
    ...bins.map(
      ({ from, to, landings: own, told, met }) =>
        `| ${percent(from)}–${percent(to)} | ${own} | ${percent(told)} | ${percent(met)} |`,
    ),
    '',
    ...kept.map(({ text, kept: isKept }) => `- ${isKept ? 'kept' : 'NOT KEPT'}: ${text}`),
    '',
  ].join('\n');
}

function share(items, is) {
  return mean(items.map(item => (is(item) ? 1 : 0)));
}

function mean(values) {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

function percent(value) {
  return `${Math.round(100 * value)} %`;
}
