import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Formula } from '../formula/ast.ts';
import { doubleAlgebra } from '../formula/double-algebra.ts';
import { evaluate, type Inputs } from './evaluate.ts';
import { FlatSheet, flatten } from './flat.ts';
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
    { seed: SEED, numRuns: 400 },
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
    { seed: SEED, numRuns: 400 },
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
