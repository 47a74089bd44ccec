import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WhatIfAnswer } from '#contract/scenario.ts';
import { changedValue } from '#core/scenario/driver-change.ts';
import { fromTo } from '#core/text/format-range.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Section } from '../ui/card.tsx';
import { Field, Select, TextInput } from '../ui/field.tsx';
import { type Measure, useFigures } from '../ui/figures.ts';
import { useSay } from '../ui/language.ts';
import { Segmented } from '../ui/segmented.tsx';
import { tidy } from './explained.ts';
import { monthName } from './month-name.ts';
import { numberIn, numberText } from './number-in.ts';
import { withChange } from './tried-changes.ts';
import style from './what-if.module.css';
import type { WhatIfProps } from './what-if-desk.tsx';

type TriedNode = WhatIfAnswer['nodes'][number];

/** Where the sliders end, in percent. */
const MOST = 50;

/** Every driver with a slider for its change and a field for its value. */
export function DriverSliders({ answer, node, stands, changes, onChanges }: WhatIfProps) {
  const { t } = useTranslation('whatIf');
  const navigate = useNavigate();
  const { lang, calendar } = useFigures();
  const { from = '', base = 'plan' } = useSearch({ from: '/analysis/what-if' });
  const moving = new Set(answer.elasticities.filter(one => one.node === node.id && one.steady !== 0).map(({ driver }) => driver));
  const drivers = answer.nodes
    .filter(({ isDriver }) => isDriver)
    .toSorted((a, b) => Number(moving.has(b.node)) - Number(moving.has(a.node)));
  const change = (row: TriedNode, value: { mode: 'relative' | 'set'; value: string } | undefined) =>
    onChanges(withChange(changes, row.node, value, from === '' ? undefined : from));
  const setSearch = (search: { from?: string | undefined; base?: 'actual' | undefined }) =>
    void navigate({
      to: '/analysis/what-if',
      search: previous => ({ ...previous, ...search }),
      replace: true,
      resetScroll: false,
    });
  return (
    <Section
      title={t('drivers')}
      note={t('driversNote')}
      tools={
        <Button small look="quiet" icon="undo" disabled={changes.length === 0} onClick={() => onChanges([])}>
          {t('resetAll')}
        </Button>
      }
    >
      <div className={style.start}>
        <div>
          <span className={style.label}>{t('base')}</span>
          <Segmented
            label={t('base')}
            value={base}
            options={[
              { value: 'plan', label: t('basePlan') },
              { value: 'actual', label: t('baseActual') },
            ]}
            onChange={value => setSearch({ base: value === 'actual' ? value : undefined })}
          />
        </div>
        <Field label={t('from')}>
          {control => (
            <Select
              {...control}
              small
              value={from}
              options={[
                { value: '', label: t('wholePlan') },
                ...answer.months.map(month => ({
                  value: month,
                  label: t('fromMonth', { month: monthName(month, lang, calendar) }),
                })),
              ]}
              onChange={event => {
                const month = event.target.value || undefined;
                setSearch({ from: month });
                onChanges(changes.map(({ from: _, ...one }) => (month === undefined ? one : { ...one, from: month })));
              }}
            />
          )}
        </Field>
      </div>
      <div className={style.sliders}>
        {drivers.map(row => (
          <Slider
            key={`${row.node} ${base}`}
            row={row}
            counter={stands.nodeOf(row.node)?.counter ?? null}
            isFlow={stands.nodeOf(row.node)?.time === 'flow'}
            change={changes.find(one => one.node === row.node)}
            onChange={value => change(row, value)}
          />
        ))}
      </div>
    </Section>
  );
}

interface SliderProps {
  readonly row: TriedNode;
  readonly counter: Measure['counter'];
  readonly isFlow: boolean;
  readonly change: WhatIfProps['changes'][number] | undefined;
  readonly onChange: (change: { mode: 'relative' | 'set'; value: string } | undefined) => void;
}

function Slider({ row, counter, isFlow, change, onChange }: SliderProps) {
  const { t } = useTranslation('whatIf');
  const say = useSay();
  const figures = useFigures();
  const [typed, setTyped] = useState<string>();
  const name = say(row.name);
  const of = { unit: row.unit, counter };
  const level = row.base.months.findLast(value => value !== null);
  if (level === undefined || level === null) {
    return (
      <div className={style.slider}>
        <span className={style.name}>{name}</span>
        <span className="dim">{t('noLevel')}</span>
      </div>
    );
  }
  const value = tidy(change ? changedValue(level, change) : level);
  const percent = level === 0 ? 0 : Math.round((value / level - 1) * 1000) / 10;
  const number = typed === undefined ? undefined : numberIn(typed, row.unit);
  const { low, high } = row.range;
  const isOutside = (low !== null && value < low) || (high !== null && value > high);
  const problem =
    typed !== undefined && number === undefined
      ? t('notNumber')
      : isOutside
        ? t('outside', {
            range: fromTo(low === null ? '' : figures.value(low, of), high === null ? '' : figures.value(high, of), figures.lang),
          })
        : undefined;
  const move = (by: number) => {
    setTyped(undefined);
    onChange(by === 0 ? undefined : { mode: 'relative', value: String(by / 100) });
  };
  const most = high === null || level <= 0 ? MOST : Math.min(MOST, Math.floor((high / level - 1) * 100));
  return (
    <div className={style.slider} data-changed={change !== undefined || undefined}>
      <span className={style.name}>{name}</span>
      <input
        type="range"
        className={style.range}
        min={-MOST}
        max={Math.max(most, 0)}
        step={1}
        value={Math.max(-MOST, Math.min(MOST, percent))}
        disabled={level === 0}
        aria-label={t('changeOf', { name })}
        aria-valuetext={`${signed(percent)}%`}
        onChange={event => move(Number(event.target.value))}
      />
      <output className={`${style.percent} num`}>{signed(percent)}%</output>
      <Field label={t('valueOf', { name })} hideLabel problem={problem} className={style.value}>
        {control => (
          <TextInput
            {...control}
            small
            inputMode="decimal"
            value={typed ?? numberText(value, row.unit)}
            onChange={event => {
              setTyped(event.target.value);
              const read = numberIn(event.target.value, row.unit);
              if (read !== undefined) onChange(Number(read) === tidy(level) ? undefined : { mode: 'set', value: read });
            }}
            onBlur={() => setTyped(undefined)}
          />
        )}
      </Field>
      <small className={style.was}>
        {t('was', { value: figures.value(tidy(level), of) })}
        {isFlow && t('perMonth')}
      </small>
      <IconButton
        small
        name={`${t('reset')}: ${name}`}
        icon="undo"
        className={style.reset}
        disabled={change === undefined}
        onClick={() => move(0)}
      />
    </div>
  );
}

function signed(percent: number): string {
  return percent > 0 ? `+${percent}` : percent < 0 ? `−${Math.abs(percent)}` : '±0';
}
