import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { succeeded } from '../app/succeeded.ts';
import { useAction } from '../app/use-action.ts';
import { usePeople } from '../app/workspace-context.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Select } from '../ui/field.tsx';
import { useSay } from '../ui/language.ts';
import { auditLabels } from './audit-labels.ts';
import type { AuditsAnswer } from './audits-page.tsx';
import style from './duties.module.css';

const CHOICES = [1, 2, 3, 6, 12];
const AS_ALL = 'all';
const NEVER = 'never';

/** How often each dataset is audited, and by whom. */
export function AuditSchedule({ answer, onClose }: { readonly answer: AuditsAnswer; readonly onClose: () => void }) {
  const { t } = useTranslation('data');
  const { t: ui } = useTranslation('ui');
  const say = useSay();
  const people = usePeople();
  const put = useAction('putAuditSchedule');
  const [months, setMonths] = useState(answer.months);
  const [own, setOwn] = useState(
    () =>
      new Map(
        answer.sources.map(({ dataset, months: every, owner }) => [
          dataset,
          { every: everyOf(every, answer.months), owner: owner ?? '' },
        ]),
      ),
  );
  const save = async () => {
    const datasets = answer.sources.map(({ dataset, owner: before }) => {
      const { every, owner } = own.get(dataset) ?? { every: AS_ALL, owner: before ?? '' };
      return {
        dataset,
        months: every === NEVER ? null : every === AS_ALL ? months : Number(every),
        owner: owner === '' ? null : owner,
      };
    });
    const done = await put.run({ body: { months, datasets } });
    if (succeeded(done, { toast: { kind: 'good', text: auditLabels.auditSettingsSaved } })) onClose();
  };
  const counts = [...new Set([...CHOICES, answer.months])].toSorted((a, b) => a - b);
  const options = counts.map(count => ({ value: String(count), label: t('auditMonths', { count }) }));
  return (
    <Dialog
      wide
      title={t('auditSettings')}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button look="main" busy={put.busy} onClick={() => void save()}>
            {t('dutySave')}
          </Button>
        </>
      }
    >
      <ul className={style.duties}>
        <li>
          <b id="audit-all">{t('auditSettingsAll')}</b>
          <Select
            small
            aria-labelledby="audit-all"
            value={String(months)}
            options={options}
            onChange={event => setMonths(Number(event.target.value))}
          />
        </li>
        {answer.sources.map(({ dataset, name: text }) => {
          const name = say(text);
          const one = own.get(dataset) ?? { every: AS_ALL, owner: '' };
          const change = (changed: Partial<typeof one>) => setOwn(new Map(own).set(dataset, { ...one, ...changed }));
          return (
            <li key={dataset}>
              <b>{name}</b>
              <Select
                small
                aria-label={t('auditEveryFor', { name })}
                value={one.every}
                options={[
                  { value: AS_ALL, label: t('auditAsAll', { count: months }) },
                  ...options,
                  { value: NEVER, label: t('auditNever') },
                ]}
                onChange={event => change({ every: event.target.value })}
              />
              <Select
                small
                aria-label={t('auditOwnerFor', { name })}
                value={one.owner}
                options={[
                  { value: '', label: t('auditNobody') },
                  ...people.active.map(({ id, name: label }) => ({ value: id, label })),
                ]}
                onChange={event => change({ owner: event.target.value })}
              />
            </li>
          );
        })}
      </ul>
    </Dialog>
  );
}

function everyOf(months: number | null, usual: number): string {
  return months === null ? NEVER : months === usual ? AS_ALL : String(months);
}
