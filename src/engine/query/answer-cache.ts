/**
 * Answers that are kept until the data or definitions change. [APP-04]
 *
 * Whoever changes rows, definitions, closes or settings calls `forget`. Keys hold the generation as it was before the data were
 * looked at, so that an answer from before a change is never given after it, and everything else an answer depends on: the
 * question, the moment as known, the day, and the scope of who may see it.
 */
export interface AnswerCache {
  /** Counts the changes. */
  generation(): number;
  /** The kept value, or the one that is made now. */
  value<T>(key: string, make: () => T): T;
  /** The same for work that takes its time: those who ask meanwhile share it. A failure is not kept. */
  shared<T>(key: string, work: () => Promise<T>): Promise<T>;
  /** A value that follows from its key alone, such as a text that was read: no change of the workspace makes it wrong. */
  lasting<T>(key: string, make: () => T): T;
  forget(): void;
}

/** Answers kept at most; the ones not asked for longest go first. */
const MOST = 300;
/** Lasting values kept at most. */
const MOST_LASTING = 20;

export function createAnswerCache(): AnswerCache {
  const kept = new Map<string, unknown>();
  const lasting = new Map<string, unknown>();
  let generation = 0;
  const value = <T>(key: string, make: () => T): T => keptIn(kept, MOST, key, make);
  return {
    value,
    lasting: (key, make) => keptIn(lasting, MOST_LASTING, key, make),
    shared: (key, work) =>
      value(key, () => {
        const result = work();
        result.catch(() => {
          if (kept.get(key) === result) kept.delete(key);
        });
        return result;
      }),
    generation: () => generation,
    forget: () => {
      generation += 1;
      kept.clear();
    },
  };
}

function keptIn<T>(values: Map<string, unknown>, most: number, key: string, make: () => T): T {
  const found = values.has(key) ? (values.get(key) as T) : make();
  values.delete(key);
  values.set(key, found);
  for (const oldest of values.keys()) {
    if (values.size <= most) break;
    values.delete(oldest);
  }
  return found;
}
