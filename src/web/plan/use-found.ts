import { useEffect, useState } from 'react';

export interface Found<T> {
  /** The newest answer; undefined before the first. */
  readonly value: T | undefined;
  /** The answer is to the question before. */
  readonly isOld: boolean;
}

/** The answer to a question that is asked beside the page; the one before stays until the next is there. */
export function useFound<Q extends object, T>(question: Q | undefined, answerTo: (question: Q) => Promise<T>): Found<T> {
  const [found, setFound] = useState<{ readonly question: Q; readonly value: T }>();
  useEffect(() => {
    if (!question) return undefined;
    let isOver = false;
    const work = async () => {
      const value = await answerTo(question);
      if (!isOver) setFound({ question, value });
    };
    void work();
    return () => {
      isOver = true;
    };
  }, [question, answerTo]);
  return { value: found?.value, isOld: found?.question !== question };
}
