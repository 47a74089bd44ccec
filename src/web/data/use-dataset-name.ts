import { useAnswer } from '../app/use-answer.ts';
import { useWorkspace } from '../app/workspace-context.ts';
import { useSay } from '../ui/language.ts';

/** The name of a dataset; its id where nobody knows it any more. */
export function useDatasetName(): (dataset: string) => string {
  const say = useSay();
  const { sources } = useWorkspace();
  const asked = useAnswer('datasets', {});
  const all = asked.data?.datasets ?? sources;
  return dataset => say(all.find(one => one.dataset === dataset)?.name) || dataset;
}
