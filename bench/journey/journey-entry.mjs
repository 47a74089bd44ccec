// What the benchmark calls in its own process, bundled like the product's own.
export { EmbeddedJourneyEngine } from '../../src/engine/journey/embedded-engine.ts';
