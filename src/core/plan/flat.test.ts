import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Formula } from '../formula/ast.ts';
import { doubleAlgebra } from '../formula/double-algebra.ts';
import { evaluate, type Inputs } from './evaluate.ts';
import { FlatSheet } from './flat.ts';
import { prepareDraws } from './flat-draws.ts';
import { flatten } from './flat-program.ts';
import { compileProgram, type Program, type ProgramNode } from './program.ts';

const SPAN = { start: 0, end: 0 };
const SEED = 20261121;
const MONTHS = 6;

interface Case {
  readonly nodes: readonly ProgramNode[];
  readonly numbers: readonly number[];
}

const id = (i: number) => `n${i}`;

function formula(below: number): fc.Arbitrary<Formula> {
  const reference = fc.nat(below - 1).map((i): Formula => ({ kind: 'reference', id: id(i), span: SPAN }));
  return fc.letrec<{ formula: Formula }>(tie => ({
    formula: fc.oneof(
      { maxDepth: 3 },
      reference,
      fc.constantFrom('0', '2', '0.5').map((value): Formula => ({ kind: 'number', value, as: 'plain', span: SPAN })),
      fc
        .tuple(fc.constantFrom('+', '-', '*', '/'), tie('formula'), tie('formula'))
        .map(([operator, left, right]): Formula => ({ kind: 'operation', operator, left, right, span: SPAN })),
      tie('formula').map((operand): Formula => ({ kind: 'negation', operand, span: SPAN })),
      fc
        .tuple(fc.constantFrom('min', 'max'), tie('formula'), tie('formula'))
        .map(([name, a, b]): Formula => ({ kind: 'call', name, args: [a, b], span: SPAN })),
      fc
        .tuple(fc.constantFrom('previous', 'last-year'), reference)
        .map(([name, a]): Formula => ({ kind: 'call', name, args: [a], span: SPAN })),
    ),
  })).formula;
}

const cases: fc.Arbitrary<Case> = fc.integer({ min: 2, max: 9 }).chain(count =>
  fc.record({
    nodes: fc.tuple(
      ...Array.from({ length: count }, (_, i) =>
        i < 2
          ? fc.constant({ id: id(i) })
          : fc.oneof(
              fc.constant({ id: id(i) }),
              formula(i).map(equals => ({ id: id(i), equals })),
              fc
                .tuple(formula(i), fc.constantFrom(1, 0.5, 1.25, 2))
                .map(([equals, months]) => ({ id: id(i), equals, lag: { months } })),
            ),
      ),
    ),
    numbers: fc.array(fc.oneof(fc.constantFrom(0, -1, 1e200, Number.NaN), fc.double({ min: -1e3, max: 1e3, noNaN: true })), {
      minLength: 31,
      maxLength: 31,
    }),
  }),
);

function programOf({ nodes }: Case): Program {
  const compiled = compileProgram(nodes, 'lagged');
  if (!compiled.ok) throw new Error('a circle');
  return compiled.program;
}

/** Whatever is asked for, some number of the case; `leaves` replaces single ones. */
function inputsOf({ numbers }: Case, leaves: ReadonlyMap<string, number>): Inputs<number> {
  const some = (...places: number[]) => numbers[Math.abs(places.reduce((sum, place) => sum * 31 + place, 7)) % 31] ?? 0;
  const number = (node: string) => Number(node.slice(1));
  return {
    leaf: (node, month) => leaves.get(`${node} ${month}`) ?? some(number(node), month),
    before: (node, month) => some(number(node), month, 3),
    pipeline: (node, month) => (some(number(node), month) > 0 ? some(number(node), month, 5) : undefined),
    arriving: (node, from, to) => (some(number(node), from) > 200 ? 1 / (to - from + 1) : undefined),
  };
}

function expectSame(sheet: FlatSheet, { nodes }: Program, inputs: Inputs<number>, program: Program): void {
  const slow = evaluate(program, MONTHS, doubleAlgebra, inputs);
  for (const node of nodes)
    for (let month = 0; month < MONTHS; month++) {
      const value = slow.value(node, month);
      expect(Object.is(sheet.value(node, month) ?? Number.NaN, value) || sheet.value(node, month) === value).toBe(true);
    }
}

test('[VER-05] a flat program gives the values of the interpreter, to the last bit', () => {
  fc.assert(
    fc.property(cases, each => {
      const program = programOf(each);
      const inputs = inputsOf(each, new Map());
      expectSame(new FlatSheet(flatten(program), MONTHS, inputs), program, inputs, program);
    }),
    { seed: SEED, numRuns: 150 },
  );
});

test('[VER-05] after edits of drivers only what depends on them is calculated, with the values of a calculation from scratch', () => {
  fc.assert(
    fc.property(
      cases,
      fc.array(fc.tuple(fc.nat(20), fc.nat(MONTHS - 1), fc.double({ min: -9, max: 9, noNaN: true })), { maxLength: 5 }),
      (each, edits) => {
        const program = programOf(each);
        const leaves = each.nodes.filter(({ equals }) => !equals).map(node => node.id);
        const sheet = new FlatSheet(flatten(program), MONTHS, inputsOf(each, new Map()));
        const edited = new Map<string, number>();
        for (const [i, month, value] of edits) {
          const leaf = leaves[i % leaves.length] ?? '';
          edited.set(`${leaf} ${month}`, value);
          sheet.edit(leaf, month, value);
        }
        expectSame(sheet, program, inputsOf(each, edited), program);
      },
    ),
    { seed: SEED, numRuns: 150 },
  );
});

test('[VER-05] an edit touches only what depends on it, and a given value stands against its formula', () => {
  const reference = (name: string): Formula => ({ kind: 'reference', id: name, span: SPAN });
  const times = (a: string, b: string): Formula => ({
    kind: 'operation',
    operator: '*',
    left: reference(a),
    right: reference(b),
    span: SPAN,
  });
  const each = {
    nodes: [
      { id: 'n0' },
      { id: 'n1' },
      { id: 'n2', equals: times('n0', 'n1') },
      { id: 'n3' },
      { id: 'n4', equals: times('n2', 'n3') },
    ],
    numbers: [],
  };
  const program = programOf(each);
  const sheet = new FlatSheet(flatten(program), 2, { ...inputsOf(each, new Map()), leaf: (_, month) => month + 2 });
  expect(sheet.value('n4', 1)).toBe(27);
  expect(sheet.affectedBy(program.index.get('n3') ?? -1)).toEqual({ steps: Int32Array.of(1), looksBack: false });
  sheet.give('n2', 1, 100);
  sheet.recalculate();
  expect([sheet.value('n2', 1), sheet.value('n4', 1), sheet.value('n4', 0)]).toEqual([100, 300, 8]);
  sheet.edit('n0', 1, 50);
  expect([sheet.value('n2', 1), sheet.value('n4', 1)]).toEqual([100, 300]);
});

test('[VER-05] an edited driver that divides by zero leaves what is above it without a value', () => {
  const over = (a: string, b: string): Formula => ({
    kind: 'operation',
    operator: '/',
    left: { kind: 'reference', id: a, span: SPAN },
    right: { kind: 'reference', id: b, span: SPAN },
    span: SPAN,
  });
  const each = {
    nodes: [
      { id: 'n0' },
      { id: 'n1' },
      { id: 'n2', equals: over('n0', 'n1') },
      { id: 'n4' },
      { id: 'n3', equals: over('n4', 'n2') },
    ],
    numbers: [],
  };
  const sheet = new FlatSheet(flatten(programOf(each)), 1, { ...inputsOf(each, new Map()), leaf: () => 2 });
  sheet.edit('n1', 0, 0);
  expect([sheet.value('n2', 0), sheet.value('n3', 0)]).toEqual([undefined, undefined]);
  sheet.edit('n1', 0, 4);
  expect([sheet.value('n2', 0), sheet.value('n3', 0)]).toEqual([0.5, 4]);
  sheet.edit('n1', 0, undefined);
  expect([sheet.value('n2', 0), sheet.value('n3', 0)]).toEqual([undefined, undefined]);
});

test('[FOR-70] draws of a block are each the values of a sheet whose drivers stand at them', () => {
  fc.assert(
    fc.property(cases, fc.array(fc.double({ min: -9, max: 9, noNaN: true }), { minLength: 64, maxLength: 64 }), (each, noise) => {
      const program = programOf(each);
      const sheet = new FlatSheet(flatten(program), MONTHS, inputsOf(each, new Map()));
      const calculated = each.nodes.filter(({ equals }) => equals).map(node => node.id);
      for (const [i, node] of calculated.entries()) {
        if (i % 3 === 0) sheet.give(node, i % MONTHS, 3);
        if (i % 3 === 1) sheet.adjust(node, i % MONTHS, { offset: 2, factor: 0.5 });
      }
      sheet.recalculate();
      const leaves = each.nodes.filter(({ equals }) => !equals).map(node => node.id);
      const places = leaves.flatMap((leaf, i) => (i % 2 === 0 ? [1, 2, 3, 4, 5].map(month => ({ leaf, month })) : []));
      const wanted = calculated.flatMap(node => Array.from({ length: MONTHS }, (_, month) => ({ node, month })));
      const draws = prepareDraws({
        sheet,
        drawn: places.map(({ leaf, month }) => sheet.cell(leaf, month)),
        wanted: wanted.map(({ node, month }) => sheet.cell(node, month)),
        block: 8,
      });
      const drawn = (place: number, draw: number) => noise[(place * 8 + draw) % noise.length] ?? 0;
      for (const [place, { leaf, month }] of places.entries())
        draws.driver(sheet.cell(leaf, month))?.forEach((_, draw, row) => {
          row[draw] = drawn(place, draw);
        });
      draws.run();
      const rows = wanted.map(({ node, month }) => draws.row(sheet.cell(node, month))?.slice());
      for (let draw = 0; draw < 8; draw++) {
        for (const [place, { leaf, month }] of places.entries()) sheet.set(leaf, month, drawn(place, draw));
        sheet.recalculate();
        for (const [i, { node, month }] of wanted.entries()) {
          const value = sheet.value(node, month) ?? Number.NaN;
          const found = rows[i]?.[draw] ?? value;
          expect(Object.is(found, value) || found === value).toBe(true);
        }
      }
    }),
    { seed: SEED, numRuns: 100 },
  );
});

test('[FOR-70] sums and products of many rows are joined into fewer loops', () => {
  const reference = (i: number): Formula => ({ kind: 'reference', id: id(i), span: SPAN });
  const chain = (operator: '+' | '*' | '/'): Formula =>
    [1, 2, 3]
      .map(reference)
      .reduce<Formula>((left, right) => ({ kind: 'operation', operator, left, right, span: SPAN }), reference(0));
  for (const [operator, value] of [
    ['+', 2 + 3 + 4 + 5],
    ['*', 2 * 3 * 4 * 5],
    ['/', 2 / 3 / 4 / 5],
  ] as const) {
    const each = {
      nodes: [...Array.from({ length: 4 }, (_, i) => ({ id: id(i) })), { id: 'n4', equals: chain(operator) }],
      numbers: [],
    };
    const sheet = new FlatSheet(flatten(programOf(each)), 1, inputsOf(each, new Map()));
    const drawn = [0, 1, 2, 3].map(i => sheet.cell(id(i), 0));
    const draws = prepareDraws({ sheet, drawn, wanted: [sheet.cell('n4', 0)], block: 4 });
    for (const [i, cell] of drawn.entries()) draws.driver(cell)?.fill(i + 2);
    draws.run();
    expect(draws.tasks).toHaveLength(1);
    expect(draws.row(sheet.cell('n4', 0))).toEqual(new Float64Array(4).fill(value));
  }
});

test('[FOR-70] a settled cell is read as it was by its own month, and as it became by later ones', () => {
  const reference = (name: string): Formula => ({ kind: 'reference', id: name, span: SPAN });
  const each = {
    nodes: [
      { id: 'n0' },
      { id: 'n1', equals: { kind: 'negation', operand: reference('n0'), span: SPAN } },
      { id: 'n2', equals: { kind: 'call', name: 'previous', args: [reference('n0')], span: SPAN } },
    ] satisfies ProgramNode[],
    numbers: [],
  };
  const sheet = new FlatSheet(flatten(programOf(each)), 2, inputsOf(each, new Map()));
  const [driver, now, later] = [sheet.cell('n0', 0), sheet.cell('n1', 0), sheet.cell('n2', 1)];
  const settled = new Map([[driver, { offset: 10, factor: 0.5 }]]);
  const draws = prepareDraws({ sheet, drawn: [driver], wanted: [driver, now, later], settled, block: 4 });
  draws.driver(driver)?.fill(4);
  draws.run();
  expect([driver, now, later].map(cell => draws.row(cell)?.[0])).toEqual([12, -4, 12]);
});

test('[DES-40] a slider on visitors shows what one billion yen takes', () => {
  const reference = (name: string): Formula => ({ kind: 'reference', id: name, span: SPAN });
  const number = (value: string): Formula => ({ kind: 'number', value, as: 'plain', span: SPAN });
  const of = (operator: '+' | '*', left: Formula, right: Formula): Formula => ({
    kind: 'operation',
    operator,
    left,
    right,
    span: SPAN,
  });
  const visits = of('*', reference('visitors'), number('12'));
  const orders = of('*', of('*', visits, reference('cvr')), of('+', number('1'), reference('repeat')));
  const drivers = new Map([
    ['visitors', 100_000],
    ['cvr', 0.03],
    ['order-value', 5_000],
    ['repeat', 0],
  ]);
  const nodes = [...drivers.keys()].map(name => ({ id: name }));
  const each = { nodes: [...nodes, { id: 'sales', equals: of('*', orders, reference('order-value')) }], numbers: [] };
  const inputs = { ...inputsOf(each, new Map()), leaf: (node: string) => drivers.get(node) ?? Number.NaN };
  const sheet = new FlatSheet(flatten(programOf(each)), 1, inputs);
  expect(sheet.value('sales', 0)).toBeCloseTo(180_000_000, 3);
  sheet.edit('visitors', 0, 555_555);
  expect(sheet.value('sales', 0)).toBeLessThan(1_000_000_000);
  sheet.edit('visitors', 0, 555_556);
  expect(sheet.value('sales', 0)).toBeGreaterThanOrEqual(1_000_000_000);
});
