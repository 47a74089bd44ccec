import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bigPlan } from './data/big-plan.mjs';
import { hyperformula } from './peer/hyperformula.mjs';
import { mathjs } from './peer/mathjs.mjs';
import { endedProcess, RASHIN } from './runner/ended-process.mjs';
import { interleaved, spreads } from './runner/interleaved.mjs';
import { core } from './runner/product.mjs';
import { measured, notRun } from './runner/rows.mjs';

export const title = 'Checking a plan of 1,000 nodes';
export const about = `A goal over 199 shops: 403 formulas, 597 drivers, 12 months. Rashin reads the YAML, checks references, units and structure, and gives the verdict in exact fractions for the worst case, with and without delays.
The peers get the formulas as texts and the drivers as numbers, and calculate the year once, in doubles: that is part of the work. They have no verdict, no units and no lines to point at.`;

const NODES = 1_000;
const PEERS = [
  { name: 'hyperformula', load: hyperformula },
  { name: 'mathjs', load: mathjs },
];

/** @param {{ folder: string, missing: Map<string, string> }} context */
export async function benchmark({ folder, missing }) {
  const plan = bigPlan(NODES);
  const { checkPlan, catalogue } = await core();
  const year = () => yearOf(checkPlan({ yaml: plan.yaml }, catalogue));
  const peers = PEERS.filter(({ name }) => !missing.has(name));
  const absent = measure =>
    PEERS.filter(({ name }) => missing.has(name)).map(({ name }) => notRun(measure, name, missing.get(name)));

  const calculations = await Promise.all(peers.map(async ({ name, load }) => ({ who: name, calculate: await load() })));
  for (const { who, calculate } of calculations) refuseUnlessEqual(calculate(plan), year(), who);
  const inside = await interleaved(
    [{ who: 'Rashin', work: year }, ...calculations.map(({ who, calculate }) => ({ who, work: () => calculate(plan) }))],
    { rounds: 9, warmups: 3 },
  );

  const planFile = join(folder, 'plan.yaml');
  const modelFile = join(folder, 'model.json');
  writeFileSync(planFile, plan.yaml);
  writeFileSync(modelFile, JSON.stringify(plan));
  const programs = [
    {
      who: 'Rashin',
      args: [RASHIN, 'check', planFile, '--format', 'json'],
      yearOf: out => JSON.parse(out).goals[0].period.implied,
    },
    ...peers.map(({ name }) => ({
      who: name,
      args: [fileURLToPath(new URL(`./peer/${name}.mjs`, import.meta.url)), modelFile],
      yearOf: Number,
    })),
  ];
  const wanted = year();
  const processor = new Map();
  const run = async ({ who, args, yearOf: read }) => {
    // The goal is far away: 1 is what a check with errors ends with.
    const { milliseconds, cpuMilliseconds, out } = await endedProcess(args, { folder, expected: [0, 1] });
    refuseUnlessEqual(read(out), wanted, who);
    processor.set(who, [...(processor.get(who) ?? []), cpuMilliseconds]);
    return milliseconds;
  };
  const whole = await interleaved(
    [
      ...programs.map(program => ({ who: program.who, measure: () => run(program) })),
      { who: 'Node alone', measure: async () => (await endedProcess(['--eval', '0'], { folder })).milliseconds },
    ],
    { rounds: 7 },
  );

  return [
    ...measured('in process, warm', inside, { unit: 'ms', better: 'less' }),
    ...absent('in process, warm'),
    ...measured('whole process, start-up included', whole, { unit: 'ms', better: 'less' }),
    ...absent('whole process, start-up included'),
    ...measured('the same, processor time', spreads(processor), { unit: 'ms', better: 'less' }),
  ];
}

function yearOf({ goals }) {
  const { implied } = goals[0]?.period ?? {};
  return implied ? Number(implied.numerator) / Number(implied.denominator) : Number.NaN;
}

function refuseUnlessEqual(found, wanted, who) {
  if (!(Math.abs(found - wanted) <= 1e-9 * Math.abs(wanted))) throw new Error(`${who} gives ${found}, Rashin ${wanted}`);
}
