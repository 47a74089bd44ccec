/** What the tree benchmarks need of the product, to be bundled for them. */
export { JointNormals } from '../../src/core/foresee/joint-normals.ts';
export { doubleAlgebra } from '../../src/core/formula/double-algebra.ts';
export { evaluate } from '../../src/core/plan/evaluate.ts';
export { FlatSheet } from '../../src/core/plan/flat.ts';
export { prepareDraws } from '../../src/core/plan/flat-draws.ts';
export { flatten } from '../../src/core/plan/flat-program.ts';
export { compileProgram } from '../../src/core/plan/program.ts';
export { Random } from '../../src/core/stats/random.ts';
