// What the benchmark calls in processes of its own, bundled like the product's own.
export { channelTable } from '../../src/core/journey/channel-table.ts';
export { fitPurchaseModel } from '../../src/core/journey/value/fit-purchase-model.ts';
export { learnedPaths } from '../../src/core/journey/value/learned-paths.ts';
export { removalEffects } from '../../src/core/journey/value/removal-effect.ts';
export { shapleyCredits } from '../../src/core/journey/value/shapley-credit.ts';
export { EmbeddedJourneyEngine } from '../../src/engine/journey/embedded-engine.ts';
