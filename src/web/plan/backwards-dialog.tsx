import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rationalOf, toNumber } from '#core/number/rational.ts';
import type { PlannerRequest } from '#core/planner/planner.ts';
import { amountText } from '#core/planner/schedule-sheet.ts';
import { parseValue } from '#core/text/parse-value.ts';
import { measureOf } from '../progress/node-words.ts';
import { usePeriodName } from '../progress/period-name.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Checkbox, Field, Select, TextInput } from '../ui/field.tsx';
import { useFigures } from '../ui/figures.ts';
import { useSay } from '../ui/language.ts';
import { Loading } from '../ui/states.tsx';
import { showToast } from '../ui/toasts.tsx';
import { scheduleHere } from './plan-desk.ts';
import style from './schedule.module.css';
import { ScheduleBars } from './schedule-bars.tsx';
import { scheduleLabels } from './schedule-labels.ts';
import { useFound } from './use-found.ts';
import type { Planning } from './use-planning.ts';
import { useReadWith } from './use-read-with.ts';
import type { ScheduleDesk } from './use-schedule.ts';
import type { ReadWith } from './worker-message.ts';

const SHAPES = ['smooth', 'even', 'earliest', 'seasonal'] as const;
const NOTES = {
  smooth: 'smoothNote',
  even: 'evenNote',
  earliest: 'earliestNote',
  seasonal: 'seasonalNote',
  cheapest: 'cheapestNote',
} as const;

/** From the goal's months back to what must be created when: limits are chosen, variants stand side by side, one goes into the draft. */
export function BackwardsDialog({
  planning,
  schedule,
  onClose,
}: {
  readonly planning: Planning;
  readonly schedule: ScheduleDesk;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('schedule');
  const say = useSay();
  const figures = useFigures();
  const nameOf = usePeriodName();
  const { outlooks = [], months, past, actualOf } = schedule;
  const [goal, setGoal] = useState(outlooks[0]?.arrivals.goal ?? '');
  const [off, setOff] = useState<ReadonlySet<string>>(new Set());
  const [ramp, setRamp] = useState('35%');
  const [most, setMost] = useState<Readonly<Record<string, string>>>({});
  const [fromActuals, setFromActuals] = useState(true);
  const [catchUp, setCatchUp] = useState(true);
  const arrivals = outlooks.find(one => one.arrivals.goal === goal)?.arrivals;
  const levers = arrivals?.levers.filter(({ node }) => !off.has(node)) ?? [];
  const known = knownMonths(past, [goal, ...levers.map(({ node }) => node)], actualOf);
  const isPast = past > 0 && past < months.length;
  const change = parseValue(ramp, { kind: 'ratio' });
  const limit = change.ok ? toNumber(rationalOf(change.value.value)) : 0;
  const request: PlannerRequest = {
    goal,
    levers: levers.map(({ node }) => node),
    ramp: limit,
    season: 'business-days',
    shapes: SHAPES,
    capacity: new Map(
      levers.flatMap(({ node }) => {
        const unit = planning.nodeOf(node)?.unit;
        const read = unit && parseValue(most[node] ?? '', unit);
        return read?.ok ? [[node, toNumber(rationalOf(read.value.value))] as const] : [];
      }),
    ),
    ...(isPast
      ? {
          actuals: {
            levers: new Map(
              levers.map(({ node, amounts }) => [
                node,
                amounts.slice(0, past).map((planned, month) => (fromActuals ? (actualOf(node, month) ?? planned) : planned)),
              ]),
            ),
            delivered: Array.from({ length: past }, (_, month) => (fromActuals ? (actualOf(goal, month) ?? 0) : 0)),
          },
          catchUp: catchUp && fromActuals && known,
        }
      : {}),
  };
  const key = JSON.stringify(request, (_name, value: unknown) => (value instanceof Map ? [...value] : value));
  const read = useReadWith(planning.checked?.texts);
  const isReady = levers.length > 0 && limit > 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key is the request
  const question = useMemo(() => (read && isReady ? { read, request } : undefined), [read, isReady, key]);
  const { value: found, isOld } = useFound(question, answerTo);
  const goalNode = planning.nodeOf(goal);
  const open = (values: readonly number[]) => values.filter((_, month) => months[month]?.lock === undefined);
  const sum = (values: readonly number[]) => open(values).reduce((all, value) => all + value, 0);
  const take = (amounts: Readonly<Record<string, readonly number[]>>) => {
    const changes = Object.entries(amounts).flatMap(([node, values]) =>
      values.flatMap((value, month) => {
        const one = months[month];
        const line = { kind: 'target', node, department: '', medium: '' } as const;
        return one && one.lock === undefined ? [{ line, month: one.key, value: amountText(value) }] : [];
      }),
    );
    onClose();
    void planning.desk.edit({ kind: 'cells', months: months.map(one => one.key), changes }).then(done => {
      if (done) showToast({ kind: 'good', text: scheduleLabels.taken });
    });
  };
  return (
    <Dialog wide title={t('backTitle')} onClose={onClose}>
      <p className={style.how}>{t('backText', { goal: say(goalNode?.name) })}</p>
      <div className={style.options}>
        {outlooks.length > 1 && (
          <Field label={t('goal')}>
            {control => (
              <Select
                {...control}
                small
                value={goal}
                options={outlooks.map(one => ({
                  value: one.arrivals.goal,
                  label: say(planning.nodeOf(one.arrivals.goal)?.name),
                }))}
                onChange={event => setGoal(event.target.value)}
              />
            )}
          </Field>
        )}
        <Field label={t('ramp')} hint={t('rampHint')} problem={limit > 0 ? undefined : t('rampBad')}>
          {control => <TextInput {...control} small value={ramp} onChange={event => setRamp(event.target.value)} />}
        </Field>
        {levers.map(({ node }) => (
          <Field key={node} label={t('capacity', { name: say(planning.nodeOf(node)?.name) })} hint={t('capacityHint')}>
            {control => (
              <TextInput
                {...control}
                small
                value={most[node] ?? ''}
                onChange={event => setMost({ ...most, [node]: event.target.value })}
              />
            )}
          </Field>
        ))}
      </div>
      <div className={style.checks}>
        {(arrivals?.levers.length ?? 0) > 1 && (
          <fieldset>
            <legend>{t('levers')}</legend>
            {arrivals?.levers.map(({ node }) => (
              <Checkbox
                key={node}
                checked={!off.has(node)}
                onChange={event => {
                  const next = new Set(off);
                  if (event.target.checked) next.delete(node);
                  else next.add(node);
                  setOff(next);
                }}
              >
                {say(planning.nodeOf(node)?.name)}
              </Checkbox>
            ))}
          </fieldset>
        )}
        {isPast && (
          <>
            <Checkbox checked={fromActuals} onChange={event => setFromActuals(event.target.checked)}>
              {t('fromActuals')}
            </Checkbox>
            {fromActuals && known && (
              <Checkbox checked={catchUp} onChange={event => setCatchUp(event.target.checked)}>
                {t('catchUp')}
              </Checkbox>
            )}
            {fromActuals && !known && <p className="mut">{t('noActuals')}</p>}
          </>
        )}
      </div>
      {levers.length === 0 && <p className="bad">{t('noLever')}</p>}
      {isReady && !found && <Loading lines={4} />}
      {found?.problems.map(problem => (
        <p key={`${problem.code} ${problem.message.en}`} className={problem.severity === 'error' ? style.refused : style.how}>
          {namedMonths(say(problem.message), months, nameOf)}
        </p>
      ))}
      {isReady && found && (
        <div className={style.variants} data-old={isOld || undefined} aria-busy={isOld}>
          {found.schedules.map((variant, place) => {
            const missed = variant.months.filter(({ state }) => state === 'out-of-reach' || state === 'not-influenceable');
            return (
              <section key={variant.shape} className={style.variant}>
                <h3>
                  {t(variant.shape)}
                  <small>{t(NOTES[variant.shape])}</small>
                </h3>
                {Object.entries(variant.levers).map(([id, values]) => {
                  const node = planning.nodeOf(id);
                  const before = levers.find(one => one.node === id)?.amounts ?? [];
                  return (
                    node && (
                      <div key={id}>
                        <ScheduleBars
                          name={say(node.name)}
                          values={values}
                          before={before}
                          months={months}
                          shown={value => figures.value(value, measureOf(node))}
                        />
                        <p>
                          <b>{say(node.name)}</b>{' '}
                          {t('inAll', {
                            amount: figures.value(sum(values), measureOf(node)),
                            before: figures.value(sum(before), measureOf(node)),
                          })}
                        </p>
                      </div>
                    )
                  );
                })}
                <p className={missed.length > 0 ? 'bad' : 'good'}>
                  {missed.length > 0
                    ? t('missed', { months: missed.map(({ month }) => nameOf(month)).join(say({ ja: '・', en: ', ' })) })
                    : t('allMet')}
                </p>
                <Button look={place === 0 ? 'main' : 'plain'} disabled={isOld} onClick={() => take(variant.levers)}>
                  {t('take')}
                </Button>
              </section>
            );
          })}
        </div>
      )}
    </Dialog>
  );
}

function answerTo({ read, request }: { readonly read: ReadWith; readonly request: PlannerRequest }) {
  return scheduleHere(read, request);
}

/** Whether every month that is over has been measured for all of them. */
function knownMonths(past: number, nodes: readonly string[], actualOf: ScheduleDesk['actualOf']): boolean {
  return nodes.every(node =>
    Array.from({ length: past }, (_, month) => actualOf(node, month)).every(value => value !== undefined),
  );
}

/** A sentence with its months by name. */
function namedMonths(sentence: string, months: ScheduleDesk['months'], nameOf: (key: string) => string): string {
  return months.reduce((text, { key }) => text.replaceAll(key, nameOf(key)), sentence);
}
