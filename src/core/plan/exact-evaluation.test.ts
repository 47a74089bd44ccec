import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exactAlgebra } from '../formula/exact-algebra.ts';
import { parseFormula } from '../formula/parse.ts';
import { type Rational, rational } from '../number/rational.ts';
import { evaluate, type Inputs } from './evaluate.ts';
import { evaluateExactly } from './exact-evaluation.ts';
import { compileProgram, type Program, type ProgramNode } from './program.ts';

const SEED = 20_261_123;
const MONTHS = 6;

/** Formulas over two nodes that stand before; the first is a flow that may stay the same in all months. */
const SHAPES = [
  'a + b',
  'a - b',
  'a * b',
  'a / b',
  'min(a, b)',
  'max(a, b)',
  '-a',
  'a',
  'previous(a) + b',
  'a * 0.75 + b / 3',
  '(a - b) / (a + b)',
  'last-year(a) * b',
  'power(a, 3) - b',
];

interface Case {
  readonly nodes: readonly ProgramNode[];
  readonly values: readonly (Rational | undefined)[];
  readonly pipeline: 'implied' | 'nothing' | 'given';
  readonly isClipped: boolean;
}

const cases: fc.Arbitrary<Case> = fc.integer({ min: 4, max: 12 }).chain(count =>
  fc.record({
    nodes: fc.tuple(
      ...Array.from({ length: count }, (_, i) => {
        const id = `n${i}`;
        if (i < 3) return fc.constant<ProgramNode>({ id });
        return fc
          .tuple(fc.constantFrom(...SHAPES), fc.nat(i - 1), fc.nat(i - 1), fc.constantFrom(0, 0, 0, 1, 0.5, 1.25, 2))
          .map(([shape, a, b, months]): ProgramNode => {
            const parsed = parseFormula(shape.replaceAll(/\ba\b/g, `n${a}`).replaceAll(/\bb\b/g, `n${b}`));
            if (!parsed.ok) throw new Error(shape);
            return { id, equals: parsed.value, ...(months > 0 ? { lag: { months } } : {}) };
          });
      }),
    ),
    values: fc.array(
      fc
        .oneof(
          { weight: 8, arbitrary: fc.tuple(fc.integer({ min: -40, max: 900 }), fc.integer({ min: 1, max: 24 })) },
          { weight: 1, arbitrary: fc.constant(undefined) },
        )
        .map(pair => pair && rational(...pair)),
      { minLength: 17, maxLength: 17 },
    ),
    pipeline: fc.constantFrom('implied', 'nothing', 'given'),
    isClipped: fc.boolean(),
  }),
);

function programOf(nodes: readonly ProgramNode[]): Program {
  const compiled = compileProgram(nodes, 'lagged');
  if (!compiled.ok) throw new Error('a circle');
  return compiled.program;
}

/** Some leaves are one object in all months, as the targets of a plan are; others differ from month to month. */
function inputsOf({ values, pipeline, isClipped }: Case): Inputs<Rational | undefined> {
  const some = (...places: number[]) => values[Math.abs(places.reduce((sum, place) => sum * 31 + place, 7)) % values.length];
  const number = (node: string) => Number(node.slice(1) || 0);
  return {
    leaf: (node, month) => (number(node) % 3 === 0 ? some(number(node), month) : some(number(node), month < 0 ? 1 : 2)),
    before: node => some(number(node), 3),
    pipeline: (node, month) =>
      pipeline === 'implied' ? undefined : pipeline === 'nothing' || month > 2 ? rational(0) : some(number(node), month, 5),
    arriving: (_node, from, to) => (isClipped && from < 1 ? rational(1, to - from + 1) : undefined),
  };
}

test('[VER-14] the fast exact calculation gives every value of the plain one', () => {
  let compared = 0;
  fc.assert(
    fc.property(cases, each => {
      const program = programOf(each.nodes);
      const inputs = inputsOf(each);
      const plain = evaluate(program, MONTHS, exactAlgebra, inputs);
      const fast = evaluateExactly(program, MONTHS, inputs);
      for (const node of program.nodes)
        for (let month = -program.reach; month < MONTHS; month++) {
          expect(fast.value(node, month), `${node} in month ${month}`).toEqual(plain.value(node, month));
          if (plain.value(node, month)) compared += 1;
        }
    }),
    { seed: SEED, numRuns: 400 },
  );
  expect(compared).toBeGreaterThan(5_000);
});
