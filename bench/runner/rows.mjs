/**
 * The rows of one measure, from what `interleaved` found.
 *
 * @param {string} measure
 * @param {Map<string, { median: number, low: number, high: number, rounds: number }>} found
 * @param {{ unit: string, better: 'less' | 'more', notes?: Record<string, string> }} how
 */
export function measured(measure, found, { unit, better, notes = {} }) {
  return [...found].map(([who, value]) => ({ measure, who, unit, better, value, ...(notes[who] ? { note: notes[who] } : {}) }));
}

/** A number that was taken once, or cannot vary. */
export function single(measure, who, number, { unit, better }) {
  return { measure, who, unit, better, value: { median: number, low: number, high: number, rounds: 1 } };
}

/** A row that could not be measured, and why. */
export function notRun(measure, who, reason) {
  return { measure, who, notRun: reason };
}
