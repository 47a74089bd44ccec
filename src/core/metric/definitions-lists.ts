import { companyName } from '../measure/company-name.ts';
import type { Place, Problem } from '../problem/problem.ts';
import { problemsOf } from '../problem/problem.ts';
import { suggestion } from '../problem/suggest.ts';
import type { RawCondition, RawConditions } from './condition.ts';
import { definitionsMessages } from './definitions-messages.ts';

/** The lists of a metrics.yaml by their names: what a condition may ask for with `in`. [MET-13] */
export type Lists = ReadonlyMap<string, readonly string[]>;

export interface RawList {
  readonly values?: readonly (string | null)[] | undefined;
  /** Names of companies in any of their forms. */
  readonly companies?: readonly (string | null)[] | undefined;
}

const problem = problemsOf(definitionsMessages);

/** Companies stand in a list as the names they are merged under, so that they meet what was imported. [IDN-02] */
export function listsOf(raw: Readonly<Record<string, RawList>>): Lists {
  return new Map(
    Object.entries(raw).map(([name, { values = [], companies = [] }]) => {
      const all = [...values.map(value => value ?? ''), ...companies.map(company => companyName(company ?? ''))];
      return [name, [...new Set(all)]] as const;
    }),
  );
}

/** Conditions with the values of their lists in place of the lists' names; a list that is not there is a problem. */
export function withLists(
  raw: RawConditions,
  lists: Lists,
  placeOf: (column: string) => Place,
): { readonly raw: RawConditions; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const settled = Object.entries(raw).map(([column, condition]): readonly [string, RawCondition] => {
    if (condition === null || typeof condition === 'string' || Array.isArray(condition) || !('in' in condition))
      return [column, condition];
    const { in: name, ...others } = condition;
    const values = lists.get(String(name));
    if (values) return [column, { ...others, 'one-of': values }];
    problems.push(
      problem('definition-list', { list: String(name), ...suggestion(String(name), [...lists.keys()]) }, placeOf(column)),
    );
    return [column, others];
  });
  return { raw: Object.fromEntries(settled), problems };
}
