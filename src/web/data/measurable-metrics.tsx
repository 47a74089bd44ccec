import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { succeeded } from '../app/succeeded.ts';
import { useAction } from '../app/use-action.ts';
import { useAnswer } from '../app/use-answer.ts';
import { Button } from '../ui/button.tsx';
import { Section } from '../ui/card.tsx';
import { Checkbox } from '../ui/field.tsx';
import { useSay } from '../ui/language.ts';
import style from './import.module.css';
import { importLabels } from './import-labels.ts';
import { useDatasetName } from './use-dataset-name.ts';

/** The metrics of the catalogue that a dataset can measure, to be added with one click. [ING-62] */
export function MeasurableMetrics({ dataset, isAlone }: { readonly dataset: string; readonly isAlone: boolean }) {
  const { t } = useTranslation('data');
  const say = useSay();
  const nameOf = useDatasetName();
  const asked = useAnswer('measurable', { dataset });
  const add = useAction('measureMetrics');
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const metrics = asked.data?.metrics ?? [];
  const free = metrics.filter(({ state }) => state === 'free');
  const chosen = free.filter(({ id }) => !left.has(id)).map(({ id }) => id);
  if (metrics.length === 0) return null;
  const measure = async () => {
    const answer = await add.run({ dataset, body: { metrics: chosen } });
    succeeded(answer, { toast: { kind: 'good', text: importLabels.measurableAdded } });
  };
  return (
    <Section title={isAlone ? t('measurable') : `${t('measurable')}: ${nameOf(dataset)}`}>
      {free.length > 0 && <p className="mut">{t('measurableText')}</p>}
      <ul className={style.measurable}>
        {metrics.map(({ id, name, measured, state }) => (
          <li key={id}>
            {state === 'free' ? (
              <Checkbox
                checked={!left.has(id)}
                onChange={event => {
                  const next = new Set(left);
                  if (event.target.checked) next.delete(id);
                  else next.add(id);
                  setLeft(next);
                }}
              >
                <b>{say(name)}</b> <span className="mut">{say(measured)}</span>
              </Checkbox>
            ) : (
              <span>
                <b>{say(name)}</b> <span className="mut">{t(state === 'here' ? 'measurableHere' : 'measurableElsewhere')}</span>
              </span>
            )}
          </li>
        ))}
      </ul>
      {free.length > 0 && (
        <Button look="main" busy={add.busy} disabled={chosen.length === 0} onClick={() => void measure()}>
          {t('measurableAdd')}
        </Button>
      )}
    </Section>
  );
}
