import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ResponseOf } from '#contract/endpoint.ts';
import type { planSchedule } from '#contract/planner.ts';
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
import type { CellChange } from './sheet-cells.ts';
import { useFound } from './use-found.ts';
import type { Planning } from './use-planning.ts';
import { useReadWith } from './use-read-with.ts';
import type { ScheduleDesk } from './use-schedule.ts';
import { useStepNames } from './use-step-names.ts';
import type { ReadWith } from './worker-message.ts';

const SHAPES = ['smooth', 'even', 'earliest', 'seasonal'] as const;
const WEEKLY_SHAPES = ['smooth', 'even', 'earliest'] as const;
const NOTES = {
  smooth: 'smoothNote',
  even: 'evenNote',
  earliest: 'earliestNote',
  seasonal: 'seasonalNote',
  cheapest: 'cheapestNote',
} as const;

const WEEKLY_NOTES = { ...NOTES, smooth: 'smoothWeekNote', even: 'evenWeekNote' } as const;

/** From the goal's months back to what must be created when: limits are chosen, variants stand side by side, one goes into the draft. */
export function BackwardsDialog({
  planning,
  schedule,
  monthly,
  onClose,
}: {
  readonly planning: Planning;
  readonly schedule: ScheduleDesk;
  /** The plan by month, whatever it is planned by. */
  readonly monthly: ScheduleDesk;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('schedule');
  const say = useSay();
  const figures = useFigures();
  const nameOf = usePeriodName();
  const namesOf = useStepNames(schedule);
  const isWeekly = schedule.rhythm === 'week';
  const { outlooks = [], months, past, actualOf } = schedule;
  const [goal, setGoal] = useState(outlooks[0]?.arrivals.goal ?? '');
  const [off, setOff] = useState<ReadonlySet<string>>(new Set());
  const [ramp, setRamp] = useState(isWeekly ? '7%' : '35%');
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
    rhythm: schedule.rhythm,
    levers: levers.map(({ node }) => node),
    ramp: limit,
    // Weeks are counted by business days as they are.
    ...(isWeekly ? {} : { season: 'business-days' as const }),
    shapes: isWeekly ? WEEKLY_SHAPES : SHAPES,
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
  const take = (variant: Variant) => {
    const ofMonths = Object.entries(variant.levers).flatMap(([node, values]) => openCells(node, values, monthly.months));
    const ofWeeks = isWeekly
      ? Object.keys(variant.levers).flatMap(node => openCells(node, amountsOf(variant, node), months))
      : [];
    const columns = [...monthly.months, ...(isWeekly ? months : [])].map(one => one.key);
    onClose();
    void planning.desk.edit({ kind: 'cells', months: columns, changes: [...ofMonths, ...ofWeeks] }).then(done => {
      if (done) showToast({ kind: 'good', text: isWeekly ? scheduleLabels.takenWeeks : scheduleLabels.taken });
    });
  };
  return (
    <Dialog wide title={t('backTitle')} onClose={onClose}>
      <p className={style.how}>{t(isWeekly ? 'backTextWeeks' : 'backText', { goal: say(goalNode?.name) })}</p>
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
        <Field
          label={t(isWeekly ? 'rampWeek' : 'ramp')}
          hint={t(isWeekly ? 'rampWeekHint' : 'rampHint')}
          problem={limit > 0 ? undefined : t('rampBad')}
        >
          {control => <TextInput {...control} small value={ramp} onChange={event => setRamp(event.target.value)} />}
        </Field>
        {levers.map(({ node }) => (
          <Field
            key={node}
            label={t(isWeekly ? 'capacityWeek' : 'capacity', { name: say(planning.nodeOf(node)?.name) })}
            hint={t('capacityHint')}
          >
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
              {t(isWeekly ? 'fromActualsWeeks' : 'fromActuals')}
            </Checkbox>
            {fromActuals && known && (
              <Checkbox checked={catchUp} onChange={event => setCatchUp(event.target.checked)}>
                {t(isWeekly ? 'catchUpWeeks' : 'catchUp')}
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
            const steps = isWeekly ? variant.weeks : variant.months;
            const missed = steps.flatMap(({ state }, place) =>
              state === 'out-of-reach' || state === 'not-influenceable' ? [place] : [],
            );
            return (
              <section key={variant.shape} className={style.variant}>
                <h3>
                  {t(isWeekly && variant.shape === 'even' ? 'evenWeek' : variant.shape)}
                  <small>{t(isWeekly ? WEEKLY_NOTES[variant.shape] : NOTES[variant.shape])}</small>
                </h3>
                {Object.keys(variant.levers).map(id => {
                  const values = isWeekly ? amountsOf(variant, id) : (variant.levers[id] ?? []);
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
                          {t(isWeekly ? 'inAllWeeks' : 'inAll', {
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
                    ? t(isWeekly ? 'missedWeeks' : 'missed', { months: namesOf(missed), weeks: namesOf(missed) })
                    : t(isWeekly ? 'allMetWeeks' : 'allMet')}
                </p>
                <Button look={place === 0 ? 'main' : 'plain'} disabled={isOld} onClick={() => take(variant)}>
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

type Variant = ResponseOf<typeof planSchedule>['schedules'][number];

/** A lever's amounts by week. */
function amountsOf({ weeks }: Variant, node: string): readonly number[] {
  return weeks.map(({ levers }) => levers[node] ?? 0);
}

/** A line of the sheet in the columns that may be changed. */
function openCells(node: string, values: readonly number[], columns: ScheduleDesk['months']): readonly CellChange[] {
  const line = { kind: 'target', node, department: '', medium: '' } as const;
  return values.flatMap((value, place) => {
    const column = columns[place];
    return column && column.lock === undefined ? [{ line, month: column.key, value: amountText(value) }] : [];
  });
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
