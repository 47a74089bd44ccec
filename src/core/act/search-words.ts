import { normalise } from '../text/normalise.ts';

/** The words of a search, in the form names are compared in; all of them must be found. [ACT-34] */
export function searchWords(query: string): readonly string[] {
  return query
    .split(/\s+/)
    .map(normalise)
    .filter(word => word !== '');
}
