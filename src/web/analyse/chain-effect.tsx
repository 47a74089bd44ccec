import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../app/error-state.tsx';
import { useAnswer } from '../app/use-answer.ts';
import { Section } from '../ui/card.tsx';
import { type Column, CopyButton, DataTable } from '../ui/data-table.tsx';
import { Field, Select, TextInput } from '../ui/field.tsx';
import { useFigures } from '../ui/figures.ts';
import { useSay } from '../ui/language.ts';
import { Loading } from '../ui/states.tsx';
import { monthName } from './month-name.ts';
import { signedPercent } from './tried-answer.tsx';
import style from './what-if.module.css';
import type { WhatIfProps } from './what-if-desk.tsx';

interface Row {
  readonly month: string;
  readonly share: number | null;
}

/** "+X % of this" on something else: how much, and from which month. */
export function ChainEffect({ answer, node, stands }: WhatIfProps) {
  const { t } = useTranslation('whatIf');
  const say = useSay();
  const { lang, calendar } = useFigures();
  const { from } = useSearch({ from: '/analysis/what-if' });
  const drivers = answer.nodes.filter(({ isDriver }) => isDriver);
  const first = answer.tornado.find(({ driver }) => stands.nodeOf(driver)?.time === 'flow')?.driver;
  const [driver, setDriver] = useState(first ?? drivers[0]?.node ?? '');
  const [on, setOn] = useState(node.id);
  const [by, setBy] = useState('10');
  const percent = Number(by.normalize('NFKC').replace('%', '').replace('−', '-'));
  const isNumber = by.trim() !== '' && Number.isFinite(percent);
  const chain = { driver, node: on, by: percent / 100, ...(from ? { from } : {}) };
  const asked = useAnswer(
    'whatIf',
    { plan: stands.view.id, body: { base: answer.base, chain } },
    { when: isNumber && driver !== '', keep: true },
  );
  const found = asked.data?.chain;
  const rows = (asked.data?.months ?? []).map((month, place): Row => ({ month, share: found?.months[place] ?? null }));
  const shareText = ({ share }: Row) => (share === null ? '' : Math.abs(share) < 1e-9 ? '±0%' : signedPercent(share));
  const columns: readonly Column<Row>[] = [
    {
      key: 'month',
      head: t('month'),
      isName: true,
      cell: row => monthName(row.month, lang, calendar),
      text: row => monthName(row.month, lang, calendar),
    },
    { key: 'share', head: t('effect'), end: true, cell: shareText, text: shareText },
  ];
  const select = (label: string, value: string, onChange: (value: string) => void, nodes: typeof drivers) => (
    <Field label={label}>
      {control => (
        <Select
          {...control}
          small
          value={value}
          options={nodes.map(one => ({ value: one.node, label: say(one.name) }))}
          onChange={event => onChange(event.target.value)}
        />
      )}
    </Field>
  );
  return (
    <Section title={t('chain')} note={t('chainNote')} tools={<CopyButton columns={columns} rows={rows} />}>
      <div className={style.form}>
        {select(t('driver'), driver, setDriver, drivers)}
        <Field label={t('chainBy')} problem={isNumber ? undefined : t('notNumber')}>
          {control => (
            <TextInput {...control} small inputMode="decimal" value={by} onChange={event => setBy(event.target.value)} />
          )}
        </Field>
        {select(
          t('chainNode'),
          on,
          setOn,
          answer.nodes.filter(({ isDriver }) => !isDriver),
        )}
      </div>
      {asked.error ? (
        <ErrorState small error={asked.error} />
      ) : found ? (
        <>
          <p className={style.said}>{say(found.sentence)}</p>
          <DataTable columns={columns} rows={rows} rowKey={row => row.month} label={t('chain')} />
        </>
      ) : (
        isNumber && <Loading lines={4} />
      )}
    </Section>
  );
}
