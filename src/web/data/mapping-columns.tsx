import { useTranslation } from 'react-i18next';
import type { InspectedTable } from '#contract/upload.ts';
import type { Column as DatasetColumn } from '#core/measure/dataset.ts';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { Select, TextInput } from '../ui/field.tsx';
import { useSay } from '../ui/language.ts';
import style from './choices.module.css';
import { COLUMN_ROLES, type ColumnRole, type MappedColumn } from './mapping-text.ts';
import { sampleValues } from './sample-values.ts';

const WORDS = {
  day: 'roleTime',
  moment: 'roleMoment',
  number: 'roleMeasure',
  money: 'roleMoneyPlain',
  rate: 'roleRate',
  text: 'roleDimension',
  person: 'rolePerson',
  off: 'roleOff',
} as const satisfies Record<ColumnRole, string>;

export interface MappingColumnsProps {
  readonly columns: readonly MappedColumn[];
  readonly table: InspectedTable;
  /** Columns of the dataset the rows go into; undefined where it is new. */
  readonly target: readonly DatasetColumn[] | undefined;
  /** Whether the ids of a new dataset's columns can be changed. */
  readonly showsIds: boolean;
  readonly onChange: (columns: readonly MappedColumn[]) => void;
}

/** Each heading of a file with what it is, and the column it fills. */
export function MappingColumns({ columns, table, target, showsIds, onChange }: MappingColumnsProps) {
  const { t } = useTranslation('data');
  const say = useSay();
  const change = (heading: string, changed: Partial<MappedColumn>) =>
    onChange(columns.map(one => (one.heading === heading ? { ...one, ...changed } : one)));
  const list: readonly Column<MappedColumn>[] = [
    {
      key: 'heading',
      head: t('heading'),
      isName: true,
      cell: ({ heading }) => (
        <>
          {heading}
          <span className={style.samples}>
            {sampleValues(
              table,
              table.columns.findIndex(one => one.heading === heading),
            ).join(' / ')}
          </span>
        </>
      ),
      text: ({ heading }) => heading,
    },
    {
      key: 'role',
      head: t('role'),
      cell: ({ heading, role }) => (
        <Select
          small
          className={style.role}
          aria-label={t('roleFor', { heading })}
          value={role}
          options={COLUMN_ROLES.map(value => ({ value, label: t(WORDS[value]) }))}
          onChange={event => {
            const chosen = COLUMN_ROLES.find(one => one === event.target.value);
            if (chosen) change(heading, { role: chosen });
          }}
        />
      ),
      text: ({ role }) => t(WORDS[role]),
    },
    {
      key: 'to',
      head: t('becomes'),
      cell: ({ heading, role, to }) =>
        role !== 'off' &&
        (target ? (
          <Select
            small
            className={style.target}
            aria-label={t('targetFor', { heading })}
            value={to}
            options={[
              ...(target.some(({ id }) => id === to) ? [] : [{ value: to, label: `${to}（${t('newColumn')}）` }]),
              ...target.map(({ id, name }) => ({ value: id, label: say(name) })),
            ]}
            onChange={event => change(heading, { to: event.target.value })}
          />
        ) : (
          <TextInput
            small
            className={style.target}
            aria-label={t('targetFor', { heading })}
            value={to}
            onChange={event => change(heading, { to: event.target.value })}
          />
        )),
      text: ({ to }) => to,
    },
  ];
  return (
    <div className={style.columns}>
      <DataTable
        label={t('mappingTitle')}
        columns={target || showsIds ? list : list.slice(0, 2)}
        rows={columns}
        rowKey={({ heading }) => heading}
      />
    </div>
  );
}
