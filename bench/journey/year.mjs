/** The year that the events of the benchmark lie in, UTC. */
export const DAY = 86_400_000;
export const BEGIN = Date.UTC(2025, 0, 1);
export const DAYS = 365;
