import { useAnswer } from '../app/use-answer.ts';
import { useSay } from '../ui/language.ts';

/** Names of the catalogue's metrics; the id while it is not known. */
export function useCatalogueNames(): (metric: string) => string {
  const say = useSay();
  const { data } = useAnswer('catalogue', {});
  return metric => say(data?.metrics.find(({ id }) => id === metric)?.name) || metric;
}
