import { useTranslation } from 'react-i18next';
import { LATEST_DUE } from '#core/measure/entry/value-duty.ts';
import { succeeded } from '../app/succeeded.ts';
import { useAction } from '../app/use-action.ts';
import { useAnswer } from '../app/use-answer.ts';
import { usePeople } from '../app/workspace-context.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Select } from '../ui/field.tsx';
import { useSay } from '../ui/language.ts';
import { Loading } from '../ui/states.tsx';
import { dueLabels } from './due-labels.ts';
import style from './duties.module.css';
import type { SheetLine } from './use-value-desk.ts';

/** What a duty begins as: the third business day, with two days of notice. */
const USUAL = { due: 3, remind: 2 } as const;

/** Who types the values of which KPI, and by which business day of the following month. */
export function DutiesDialog({ rows, onClose }: { readonly rows: readonly SheetLine[]; readonly onClose: () => void }) {
  const { t } = useTranslation('data');
  const { t: ui } = useTranslation('ui');
  const say = useSay();
  const people = usePeople();
  const duties = useAnswer('valueDuties', {}).data?.duties;
  const put = useAction('putValueDuty');
  const save = async (metric: string, duty: { readonly owner: string; readonly due: number; readonly remind: number } | null) => {
    succeeded(await put.run({ metric, body: { duty } }), { toast: { kind: 'good', text: dueLabels.dutySaved } });
  };
  const days = (from: number) =>
    Array.from({ length: LATEST_DUE + 1 - from }, (_, place) => String(place + from)).map(value => ({ value, label: value }));
  const typed = rows.filter(({ source }) => source !== 'data');
  return (
    <Dialog wide title={t('duties')} onClose={onClose} foot={<Button onClick={onClose}>{ui('close')}</Button>}>
      <p className={style.how}>{typed.length === 0 ? t('dutiesNone') : t('dutiesText')}</p>
      {!duties ? (
        <Loading lines={4} />
      ) : (
        <ul className={style.duties}>
          {typed.map(({ metric, name: text }) => {
            const duty = duties.find(one => one.metric === metric);
            const name = say(text);
            const { owner = '', due = USUAL.due, remind = USUAL.remind } = duty ?? {};
            return (
              <li key={metric}>
                <b>{name}</b>
                <Select
                  small
                  aria-label={t('dutyOwnerOf', { name })}
                  value={owner}
                  disabled={put.busy}
                  options={[
                    { value: '', label: t('dutyNobody') },
                    ...people.active.map(({ id, name: label }) => ({ value: id, label })),
                  ]}
                  onChange={event =>
                    void save(metric, event.target.value === '' ? null : { owner: event.target.value, due, remind })
                  }
                />
                <span className={style.pair}>
                  <span>{t('dutyDue')}</span>
                  <Select
                    small
                    aria-label={t('dutyDueOf', { name })}
                    value={String(due)}
                    disabled={owner === '' || put.busy}
                    options={days(1)}
                    onChange={event => void save(metric, { owner, due: Number(event.target.value), remind })}
                  />
                </span>
                <span className={style.pair}>
                  <span>{t('dutyRemind')}</span>
                  <Select
                    small
                    aria-label={t('dutyRemindOf', { name })}
                    value={String(remind)}
                    disabled={owner === '' || put.busy}
                    options={days(0)}
                    onChange={event => void save(metric, { owner, due, remind: Number(event.target.value) })}
                  />
                </span>
              </li>
            );
          })}
        </ul>
      )}
    </Dialog>
  );
}
