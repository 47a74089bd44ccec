import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WhatIfAnswer } from '#contract/scenario.ts';
import { ErrorState } from '../app/error-state.tsx';
import { useAnswer } from '../app/use-answer.ts';
import { measureOf } from '../progress/node-words.ts';
import { Button } from '../ui/button.tsx';
import { Section } from '../ui/card.tsx';
import { type Column, CopyButton, DataTable } from '../ui/data-table.tsx';
import { Field, Select, TextInput } from '../ui/field.tsx';
import { useFigures } from '../ui/figures.ts';
import { useSay } from '../ui/language.ts';
import { Pill } from '../ui/pill.tsx';
import { Loading } from '../ui/states.tsx';
import { tidy } from './explained.ts';
import { numberIn, numberText } from './number-in.ts';
import { withChange } from './tried-changes.ts';
import style from './what-if.module.css';
import type { WhatIfProps } from './what-if-desk.tsx';

type Sought = WhatIfAnswer['sought'][number];

/** The value one driver would need, for a node to be what is wanted. */
export function GoalSeek({ answer, node, stands, changes, onChanges }: WhatIfProps) {
  const { t } = useTranslation('whatIf');
  const say = useSay();
  const figures = useFigures();
  const { from } = useSearch({ from: '/analysis/what-if' });
  const seekable = answer.nodes.filter(({ isDriver }) => !isDriver);
  const [target, setTarget] = useState(node.id);
  const [driver, setDriver] = useState('');
  const sought = answer.nodes.find(one => one.node === target);
  const goal = answer.goals.find(one => one.node === target);
  const usual = sought && numberText(goal?.atLeast ?? goal?.atMost ?? (sought.base.period ?? 0) * 1.1, sought.unit);
  const [typed, setTyped] = useState<{ readonly node: string; readonly text: string }>();
  const text = typed?.node === target ? typed.text : (usual ?? '');
  const wanted = sought && numberIn(text, sought.unit);
  const asked = useAnswer(
    'whatIf',
    {
      plan: stands.view.id,
      body: {
        base: answer.base,
        seek: {
          node: target,
          wanted: Number(wanted ?? 0),
          ...(driver === '' ? {} : { driver }),
          ...(from ? { from } : {}),
        },
      },
    },
    { when: wanted !== undefined, keep: true },
  );
  const nameOf = (row: Sought) => say(answer.nodes.find(one => one.node === row.driver)?.name) || row.driver;
  const of = (id: string) => {
    const found = stands.nodeOf(id);
    return found ? measureOf(found) : { unit: { kind: 'count' as const }, counter: null };
  };
  const amount = (key: 'value' | 'was', head: string): Column<Sought> => ({
    key,
    head,
    end: true,
    cell: row => {
      const value = row[key];
      return value !== null && figures.value(tidy(value), of(row.driver));
    },
    text: row => {
      const value = row[key];
      return value === null ? '' : figures.plain(tidy(value), of(row.driver));
    },
  });
  const words = (row: Sought) => {
    if (row.kind === 'never')
      return t('never', { value: row.nearest === null ? '' : figures.value(tidy(row.nearest), of(target)) });
    if (row.beyond !== null) return t('beyond', { value: figures.value(tidy(row.beyond), of(row.driver)) });
    return t(row.kind);
  };
  const columns: readonly Column<Sought>[] = [
    { key: 'driver', head: t('driver'), isName: true, cell: nameOf, text: nameOf },
    amount('was', t('now')),
    amount('value', t('needed')),
    {
      key: 'verdict',
      head: t('verdict'),
      cell: row => (
        <Pill tone={row.kind === 'found' && row.beyond === null ? 'good' : row.kind === 'there' ? 'good' : 'warn'} plain>
          {words(row)}
        </Pill>
      ),
      text: words,
    },
    {
      key: 'try',
      head: t('tryThis'),
      hideHead: true,
      end: true,
      cell: row =>
        row.factor !== null && (
          <Button
            small
            aria-label={`${t('tryThis')}: ${nameOf(row)}`}
            onClick={() =>
              onChanges(withChange(changes, row.driver, { mode: 'relative', value: String(tidy((row.factor ?? 1) - 1)) }, from))
            }
          >
            {t('tryThis')}
          </Button>
        ),
      text: () => '',
    },
  ];
  const rows = asked.data?.sought ?? [];
  const drivers = answer.nodes.filter(({ isDriver }) => isDriver);
  return (
    <Section title={t('seek')} note={t('seekNote')} tools={<CopyButton columns={columns} rows={rows} />}>
      <div className={style.form}>
        <Field label={t('seekNode')}>
          {control => (
            <Select
              {...control}
              small
              value={target}
              options={seekable.map(one => ({ value: one.node, label: say(one.name) }))}
              onChange={event => setTarget(event.target.value)}
            />
          )}
        </Field>
        <Field label={t('seekValue')} problem={wanted === undefined ? t('notNumber') : undefined}>
          {control => (
            <TextInput {...control} small value={text} onChange={event => setTyped({ node: target, text: event.target.value })} />
          )}
        </Field>
        <Field label={t('seekDriver')}>
          {control => (
            <Select
              {...control}
              small
              value={driver}
              options={[{ value: '', label: t('anyDriver') }, ...drivers.map(one => ({ value: one.node, label: say(one.name) }))]}
              onChange={event => setDriver(event.target.value)}
            />
          )}
        </Field>
      </div>
      {asked.error ? (
        <ErrorState small error={asked.error} />
      ) : asked.data ? (
        <DataTable columns={columns} rows={rows} rowKey={row => row.driver} label={t('seek')} sticky />
      ) : (
        wanted !== undefined && <Loading lines={4} />
      )}
    </Section>
  );
}
