import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Api } from '#contract/api.ts';
import type { ResponseOf } from '#contract/endpoint.ts';
import type { WireProblem } from '#contract/problem.ts';
import { succeeded } from '../app/succeeded.ts';
import { useAction } from '../app/use-action.ts';
import { useAnswer } from '../app/use-answer.ts';
import { usePeople } from '../app/workspace-context.ts';
import { Button } from '../ui/button.tsx';
import { Banner } from '../ui/states.tsx';
import { sourceLabels } from './source-labels.ts';
import { TextDesk } from './text-desk.tsx';

type Stored = ResponseOf<Api['definitions']>;

/** metrics.yaml: edited, checked as one types, published as a new version. */
export function MetricsDesk({ stored }: { readonly stored: Stored }) {
  const { t } = useTranslation('data');
  const people = usePeople();
  const [text, setText] = useState(stored.text);
  const [base, setBase] = useState(stored.number);
  const [theirs, setTheirs] = useState<{ readonly number: number; readonly text: string; readonly author: string }>();
  const [refused, setRefused] = useState<readonly WireProblem[]>([]);
  const settled = useSettled(text);
  const checked = useAnswer('checkDefinitions', { body: { text: settled } }, { when: settled !== stored.text, keep: true });
  const put = useAction('putDefinitions');
  const isChecked = settled === text && (settled === stored.text || (checked.data !== undefined && !checked.isPlaceholderData));
  const found = text === stored.text ? stored.problems : (checked.data?.problems ?? []);
  const problems = refused.length > 0 ? refused : found;
  const publish = async () => {
    const answer = await put.run({ body: { text, base } });
    if (answer?.kind === 'conflict') {
      setTheirs(answer.conflict);
      return;
    }
    const onProblems = (all: readonly WireProblem[]) => {
      setRefused(all);
      return [];
    };
    succeeded(answer, { toast: { kind: 'good', text: sourceLabels.publishDone }, onProblems });
  };
  return (
    <TextDesk
      label={t('metricsYaml')}
      text={text}
      stored={stored}
      problems={problems}
      isChecked={isChecked}
      onChange={changed => {
        setText(changed);
        setRefused([]);
      }}
      save={{
        word: t('publish'),
        busy: put.busy,
        disabled: text === stored.text || !isChecked || problems.some(({ severity }) => severity === 'error'),
        run: () => void publish(),
      }}
    >
      {theirs && (
        <Banner tone="warn">
          {t('conflictNewer', { name: people.nameOf(theirs.author), number: theirs.number })}
          <Button
            small
            onClick={() => {
              setText(theirs.text);
              setBase(theirs.number);
              setTheirs(undefined);
            }}
          >
            {t('takeTheirs')}
          </Button>
          <Button
            small
            onClick={() => {
              setBase(theirs.number);
              setTheirs(undefined);
            }}
          >
            {t('keepMine')}
          </Button>
        </Banner>
      )}
    </TextDesk>
  );
}

const SETTLE_MS = 400;

/** A text as it is once nobody has typed for a moment. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), SETTLE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
