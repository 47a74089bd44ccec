import { randomTree } from './data/random-tree.mjs';
import { bundled } from './runner/bundled.mjs';
import { interleaved } from './runner/interleaved.mjs';
import { measured, notRun } from './runner/rows.mjs';

export const title = 'A tree of 10,000 nodes: one edit, and everything anew';
export const about = `Fan-out 4, 60 % sums, 25 % products, 15 % ratios, one period. An edit sets one driver, named in each library's own way beforehand, and reads the root; everything anew sets all drivers and reads the root.
HyperFormula holds the tree as one sheet, mathjs as compiled formulas in their order (it has no edit of its own: it calculates everything). All roots are compared first.`;

const NODES = 10_000;
const EDITS = 1_000;
/** Edits of one measurement: enough that it lasts some tens of milliseconds, and that everything is compiled. */
const MADE = { rashin: 50_000, hyperformula: 2_000, mathjs: 3 };

/** @param {{ missing: Map<string, string> }} context */
export async function benchmark({ missing }) {
  const { compileProgram, FlatSheet, flatten } = await bundled(new URL('./data/tree-source.ts', import.meta.url));
  const { nodes, texts, leaves } = randomTree(NODES);
  const compiled = compileProgram(nodes, 'lagged');
  if (!compiled.ok) throw new Error('a circle');
  const first = leaf => 1 + (Number(leaf.slice(1)) % 17) / 100;
  const inputs = { leaf: first, before: () => Number.NaN, pipeline: () => undefined, arriving: () => undefined };
  const sheet = new FlatSheet(flatten(compiled.program), 1, inputs);
  const edited = Array.from({ length: EDITS }, (_, i) => leaves[(i * 7919) % leaves.length]);
  const cells = Int32Array.from(leaves, leaf => sheet.cell(leaf, 0));
  const root = sheet.cell('n0', 0);
  const ours = {
    root: () => sheet.values[root],
    place: leaf => sheet.cell(leaf, 0),
    edit: (cell, value) => sheet.editCell(cell, value),
    all: value => {
      for (let i = 0; i < cells.length; i++) sheet.values[cells[i]] = value + (i % 17) / 100;
      sheet.recalculate();
    },
  };
  const subjects = [{ who: 'Rashin', of: ours, edits: MADE.rashin, times: 20 }];
  const load = { hyperformula, mathjs };
  for (const [name, make] of Object.entries(load))
    if (!missing.has(name)) subjects.push({ who: name, of: await make(texts, leaves, first), edits: MADE[name], times: 1 });
  for (const { who, of } of subjects) {
    of.edit(of.place(edited[0]), 1.5);
    if (!(Math.abs(of.root() / ours.root() - 1) <= 1e-9)) throw new Error(`${who} gives ${of.root()}, Rashin ${ours.root()}`);
  }
  let value = 1;
  const perEdit =
    ({ of, edits }) =>
    () => {
      const places = edited.map(of.place);
      let read = 0;
      const start = performance.now();
      for (let i = 0; i < edits; i++) {
        value = value === 1 ? 1.25 : 1;
        of.edit(places[i % EDITS], value);
        read += of.root();
      }
      if (Number.isNaN(read)) throw new Error('a root without value');
      return ((performance.now() - start) * 1_000) / edits;
    };
  const whole =
    ({ of, times }) =>
    () => {
      const start = performance.now();
      for (let i = 0; i < times; i++) {
        value = value === 1 ? 1.25 : 1;
        of.all(value);
        of.root();
      }
      return ((performance.now() - start) * 1_000) / times;
    };
  const edits = await interleaved(
    subjects.map(each => ({ who: each.who, measure: perEdit(each) })),
    { rounds: 5, warmups: 1 },
  );
  const all = await interleaved(
    subjects.map(each => ({ who: each.who, measure: whole(each) })),
    { rounds: 3, warmups: 1 },
  );
  const absent = measure =>
    Object.keys(load).flatMap(name => (missing.has(name) ? [notRun(measure, name, missing.get(name))] : []));
  return [
    ...measured('one driver edited, root read', edits, { unit: 'µs', better: 'less' }),
    ...absent('one driver edited, root read'),
    ...measured('all drivers set, root read', all, { unit: 'µs', better: 'less' }),
    ...absent('all drivers set, root read'),
  ];
}

/** Node i stands in row i of the only column. */
async function hyperformula(texts, leaves, first) {
  const { HyperFormula } = await import('hyperformula');
  const column = Array.from({ length: NODES }, () => [null]);
  for (const leaf of leaves) column[Number(leaf.slice(1))] = [first(leaf)];
  for (const { id, parts, operator } of texts)
    column[Number(id.slice(1))] = [`=${parts.map(part => `A${part + 1}`).join(operator)}`];
  const sheet = HyperFormula.buildFromArray(column, { licenseKey: 'gpl-v3' });
  const at = row => ({ sheet: 0, row, col: 0 });
  return {
    root: () => sheet.getCellValue(at(0)),
    place: leaf => at(Number(leaf.slice(1))),
    edit: (place, value) => sheet.setCellContents(place, value),
    // The drivers are the last rows, without a gap.
    all: value =>
      sheet.setCellContents(
        at(NODES - leaves.length),
        leaves.map((_, i) => [value + (i % 17) / 100]),
      ),
  };
}

async function mathjs(texts, leaves, first) {
  const { compile } = await import('mathjs');
  const scope = Object.fromEntries(leaves.map(leaf => [leaf, first(leaf)]));
  const order = texts
    .toReversed()
    .map(({ id, parts, operator }) => ({ id, code: compile(parts.map(part => `n${part}`).join(operator)) }));
  const calculate = () => {
    for (const { id, code } of order) scope[id] = code.evaluate(scope);
  };
  calculate();
  return {
    root: () => scope.n0,
    place: leaf => leaf,
    edit: (leaf, value) => {
      scope[leaf] = value;
      calculate();
    },
    all: value => {
      for (const [i, leaf] of leaves.entries()) scope[leaf] = value + (i % 17) / 100;
      calculate();
    },
  };
}
