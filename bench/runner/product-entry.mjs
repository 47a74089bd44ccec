// What the benchmarks call in their own process, as one bundle made like the product's own.
export { openApp } from '../../src/engine/app/open-app.ts';
export { readMetric } from '../../src/engine/query/read-metric.ts';
export { systemEffects } from '../../src/engine/workspace/workspace-effects.ts';
