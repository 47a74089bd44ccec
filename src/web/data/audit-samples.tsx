import { useTranslation } from 'react-i18next';
import { formatDayRange } from '#core/calendar/format-day.ts';
import { sampleAgrees } from '#core/quality/check-audit.ts';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { TextInput } from '../ui/field.tsx';
import { useFigures } from '../ui/figures.ts';
import { useSay } from '../ui/language.ts';
import type { Sample } from './audit-dialog.tsx';
import style from './quality.module.css';

type Line = Sample & { readonly theirs: string | null; readonly place: number };

/** Values to look up, with a place to type what the source says. */
export function AuditSamples({
  samples,
  typed,
  onType,
}: {
  readonly samples: readonly (Sample & { readonly theirs: string | null })[];
  readonly typed: Readonly<Record<number, string>>;
  readonly onType: (place: number, text: string) => void;
}) {
  const { t } = useTranslation('data');
  const say = useSay();
  const figures = useFigures();
  const days = (one: Line) => formatDayRange(one, figures.lang);
  const slice = (one: Line) =>
    one.slice.map(({ name, value }) => `${say(name)}: ${value || t('auditNotSet')}`).join(figures.lang === 'ja' ? '、' : ', ');
  const what = (one: Line) => `${days(one)} ${slice(one)} ${say(one.name)}`;
  const ours = ({ ours: value, currency }: Line) =>
    figures.value(
      value,
      { unit: currency === null ? { kind: 'count' } : { kind: 'money', currency }, counter: null },
      { exact: true },
    );
  const state = (one: Line) => {
    const agrees = sampleAgrees(one);
    return agrees === undefined ? '' : t(agrees ? 'auditAgrees' : 'auditDiffers');
  };
  const columns: readonly Column<Line>[] = [
    {
      key: 'what',
      head: t('auditCondition'),
      cell: one => (
        <>
          <b>
            {days(one)} {say(one.name)}
          </b>
          <span className={style.detail}>{slice(one)}</span>
        </>
      ),
      text: what,
    },
    { key: 'ours', head: t('auditOurs'), end: true, cell: one => <span className="num">{ours(one)}</span>, text: ours },
    {
      key: 'theirs',
      head: t('auditTheirs'),
      cell: one => (
        <TextInput
          small
          className={style.theirs}
          inputMode="decimal"
          autoComplete="off"
          aria-label={t('auditTheirsFor', { what: what(one) })}
          value={typed[one.place] ?? ''}
          onChange={event => onType(one.place, event.target.value)}
        />
      ),
      text: ({ theirs }) => theirs ?? '',
    },
    {
      key: 'state',
      head: t('auditVerified'),
      hideHead: true,
      cell: one => {
        const agrees = sampleAgrees(one);
        return agrees === undefined ? null : (
          <span className={agrees ? 'good' : 'bad'}>
            {agrees ? '●' : '■'} {state(one)}
          </span>
        );
      },
      text: state,
    },
  ];
  return (
    <div className={style.samples}>
      <DataTable
        label={t('auditSamples')}
        columns={columns}
        rows={samples.map((sample, place) => ({ ...sample, place }))}
        rowKey={({ place }) => String(place)}
      />
    </div>
  );
}
