import { useTranslation } from 'react-i18next';
import type { WireProblem } from '#contract/problem.ts';
import { Button } from '../ui/button.tsx';
import { Section } from '../ui/card.tsx';
import { ProblemList } from './problem-list.tsx';
import type { Reading } from './use-reading.ts';

/** Problems that saying how to read the file may settle. */
const SAYABLE: ReadonlySet<string> = new Set([
  'ask-period',
  'ask-decimal-mark',
  'ambiguous-dates',
  'mixed-dates',
  'preset-does-not-fit',
  'import-no-days',
  'several-currencies',
]);

/** What is wrong with a table or worth knowing, with what can be done about it in place. */
export function PreviewProblems({
  problems,
  reading,
  onChoose,
}: {
  readonly problems: readonly WireProblem[];
  readonly reading: Reading;
  readonly onChoose: () => void;
}) {
  const { t } = useTranslation('data');
  if (problems.length === 0) return null;
  return (
    <Section title={t('problemsTitle')}>
      <ProblemList
        problems={problems}
        fix={({ code }) => {
          if (code === 'bad-rows')
            return (
              <Button small disabled={reading.busy} onClick={() => void reading.say({ skipBadRows: true })}>
                {t('skipBadRows')}
              </Button>
            );
          return (
            SAYABLE.has(code) && (
              <Button small disabled={reading.busy} onClick={onChoose}>
                {t('saySo')}
              </Button>
            )
          );
        }}
      />
    </Section>
  );
}
