import { randomTree } from './data/random-tree.mjs';
import { bundled } from './runner/bundled.mjs';
import { interleaved } from './runner/interleaved.mjs';
import { measured, single } from './runner/rows.mjs';

export const title = 'Simulating a tree of 1,000 nodes, 10,000 draws';
export const about = `Fan-out 4, 60 % sums, 25 % products, 15 % ratios; all 750 drivers drawn. Rashin calculates blocks of draws in columns of numbers; the plain loop is
Rashin's own formula interpreter over doubles, one draw at a time (300 draws timed, scaled to 10,000). Random numbers are made beforehand for both. The values of both are compared first.`;

const NODES = 1_000;
const DRAWS = 10_000;
const TIMED = 300;
const BLOCK = 128;

/** The Monte Carlo ratio: blocks against a loop over the interpreter, and random numbers beside. */
export async function benchmark() {
  const product = await bundled(new URL('./data/tree-source.ts', import.meta.url));
  const { compileProgram, FlatSheet, flatten, prepareDraws, evaluate, doubleAlgebra, JointNormals, Random } = product;
  const { nodes, leaves } = randomTree(NODES);
  const compiled = compileProgram(nodes, 'lagged');
  if (!compiled.ok) throw new Error('a circle');
  const { program } = compiled;
  const random = new Random(1);
  const values = leaves.map(() => Float64Array.from({ length: DRAWS }, () => 1 + 0.2 * random.uniform()));
  const place = new Map(leaves.map((leaf, i) => [leaf, i]));
  const inputs = draw => ({
    leaf: node => values[place.get(node)][draw],
    before: () => Number.NaN,
    pipeline: () => undefined,
    arriving: () => undefined,
  });
  const sheet = new FlatSheet(flatten(program), 1, inputs(0));
  const root = sheet.cell('n0', 0);
  const draws = prepareDraws({ sheet, drawn: leaves.map(leaf => sheet.cell(leaf, 0)), wanted: [root], block: BLOCK });
  // The numbers of each block lie together, row by row, as whoever draws them would lay them.
  const laid = Array.from({ length: Math.ceil(DRAWS / BLOCK) }, (_, b) => {
    const block = new Float64Array(leaves.length * BLOCK);
    for (const [i, own] of values.entries()) block.set(own.subarray(b * BLOCK, Math.min(DRAWS, (b + 1) * BLOCK)), i * BLOCK);
    return block;
  });
  const result = new Float64Array(Math.ceil(DRAWS / BLOCK) * BLOCK);
  const blocks = () => {
    for (let from = 0; from < DRAWS; from += BLOCK) {
      draws.inputs.set(laid[from / BLOCK]);
      draws.run();
      result.set(draws.row(root), from);
    }
  };
  blocks();
  for (let draw = 0; draw < TIMED; draw++) {
    const slow = evaluate(program, 1, doubleAlgebra, inputs(draw)).value('n0', 0);
    if (!(Math.abs(result[draw] - slow) <= 1e-12 * Math.abs(slow)))
      throw new Error(`draw ${draw}: ${result[draw]}, interpreter ${slow}`);
  }
  const loop = () => {
    for (let draw = 0; draw < TIMED; draw++) evaluate(program, 1, doubleAlgebra, inputs(draw)).value('n0', 0);
  };
  const joint = new JointNormals(leaves.map(() => new Map()));
  const into = new Float64Array(leaves.length);
  const numbers = () => {
    for (let draw = 0; draw < DRAWS; draw++) joint.draw(random, into);
  };
  const cpu = work => () => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1_000;
  };
  const found = await interleaved(
    [
      { who: 'Rashin, blocks', measure: cpu(blocks) },
      { who: 'Rashin, plain loop', measure: () => (cpu(loop)() * DRAWS) / TIMED },
    ],
    { rounds: 9, warmups: 2 },
  );
  const making = await interleaved([{ who: 'Rashin', measure: cpu(numbers) }], { rounds: 3 });
  const ratio = found.get('Rashin, plain loop').median / found.get('Rashin, blocks').median;
  return [
    ...measured('10,000 draws, processor time', found, { unit: 'ms', better: 'less' }),
    single('how many times faster', 'Rashin, blocks', Math.round(ratio), { unit: '×', better: 'more' }),
    ...measured('making 7.5 million correlated normal numbers', making, { unit: 'ms', better: 'less' }),
  ];
}
