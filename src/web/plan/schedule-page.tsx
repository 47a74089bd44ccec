import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import { Card, Section } from '../ui/card.tsx';
import { copyTable } from '../ui/copy-table.ts';
import { Checkbox } from '../ui/field.tsx';
import { useSay } from '../ui/language.ts';
import { Segmented } from '../ui/segmented.tsx';
import { Loading } from '../ui/states.tsx';
import { useStore } from '../ui/store.ts';
import { ArrivalsCard } from './arrivals-card.tsx';
import { BackwardsDialog } from './backwards-dialog.tsx';
import { BudgetLineDialog } from './budget-line-dialog.tsx';
import { chosenRhythm } from './chosen-rhythm.ts';
import { DelaysCard } from './delays-card.tsx';
import { OutlookSentences } from './outlook-sentences.tsx';
import { PlanPage } from './plan-page.tsx';
import style from './schedule.module.css';
import { ScheduleGrid } from './schedule-grid.tsx';
import { ScheduleMonth } from './schedule-month.tsx';
import { useNarrow } from './use-narrow.ts';
import type { Planning } from './use-planning.ts';
import { useSchedule } from './use-schedule.ts';
import { useShowNode } from './use-show-node.ts';
import { useWeeks } from './use-weeks.ts';
import { VerdictBars } from './verdict-bar.tsx';

/** The plan by month: what is asked for and spent when, and what each month will really deliver. */
export function SchedulePage() {
  return <PlanPage wide>{planning => <Schedule planning={planning} />}</PlanPage>;
}

function Schedule({ planning }: { readonly planning: Planning }) {
  const { t } = useTranslation('schedule');
  const say = useSay();
  const show = useShowNode();
  const monthly = useSchedule(planning);
  const rhythm = useStore(chosenRhythm);
  const weekly = useWeeks(planning, monthly, rhythm === 'week');
  const schedule = rhythm === 'week' && weekly ? weekly : monthly;
  const isWeekly = schedule.rhythm === 'week';
  const isPhone = useNarrow(760);
  const [month, setMonth] = useState<number>();
  const [asked, setAsked] = useState<'backwards' | 'budget'>();
  if (!planning.view)
    return (
      <Card>
        <Loading lines={8} />
      </Card>
    );
  const chosen = Math.min(month ?? schedule.past, schedule.months.length - 1);
  const lines = () => [
    [t('row'), ...schedule.months.map(({ key }) => key), t('total')],
    ...schedule.rows.map(row => [
      say(row.name),
      ...schedule.months.map((_, place) => schedule.plain(row, place)),
      row.total ?? '',
    ]),
  ];
  const canPlan = (schedule.outlooks?.length ?? 0) > 0;
  return (
    <>
      <VerdictBars planning={planning} onNode={show} />
      <OutlookSentences planning={planning} schedule={schedule} />
      <Section
        title={t(isWeekly ? 'sheetWeeks' : 'sheet')}
        className={style.section}
        tools={
          <>
            <Segmented
              label={t('rhythm')}
              value={rhythm}
              options={[
                { value: 'month', label: t('byMonths') },
                { value: 'week', label: t('byWeeks') },
              ]}
              onChange={next => {
                chosenRhythm.set(next);
                setMonth(undefined);
              }}
            />
            <Button small icon="copy" look="quiet" onClick={() => void copyTable(lines())}>
              {t('copyAll')}
            </Button>
            <Button small look="quiet" icon="plus" onClick={() => setAsked('budget')}>
              {t('addBudget')}
            </Button>
            <Button look="main" disabled={!canPlan} onClick={() => setAsked('backwards')}>
              {t('backwards')}
            </Button>
          </>
        }
      >
        {rhythm === 'week' && !weekly && <Loading lines={4} />}
        {!isPhone && <p className={style.how}>{t(isWeekly ? 'howWeeks' : 'how')}</p>}
        {isPhone && isWeekly && <p className={style.how}>{t('howWeeks')}</p>}
        {isPhone ? (
          <ScheduleMonth planning={planning} schedule={schedule} month={chosen} onMonth={setMonth} />
        ) : (
          <ScheduleGrid key={schedule.rhythm} schedule={schedule} month={chosen} onMonth={setMonth} />
        )}
        <div className={style.foot}>
          <Checkbox checked={schedule.all} onChange={event => schedule.setAll(event.target.checked)}>
            {t('showAll')}
          </Checkbox>
        </div>
      </Section>
      <DelaysCard planning={planning} />
      <ArrivalsCard planning={planning} schedule={schedule} month={chosen} onMonth={setMonth} />
      {asked === 'backwards' && (
        <BackwardsDialog planning={planning} schedule={schedule} monthly={monthly} onClose={() => setAsked(undefined)} />
      )}
      {asked === 'budget' && <BudgetLineDialog planning={planning} schedule={monthly} onClose={() => setAsked(undefined)} />}
    </>
  );
}
