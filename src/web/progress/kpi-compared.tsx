import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { COMPARED_WITH } from '#core/calendar/compare-with.ts';
import type { Day } from '#core/calendar/day.ts';
import { formatDayRange } from '#core/calendar/format-day.ts';
import { numberOf } from '#core/measure/observation.ts';
import { useAnswer } from '../app/use-answer.ts';
import { Section } from '../ui/card.tsx';
import { DateField } from '../ui/date-field.tsx';
import { Select } from '../ui/field.tsx';
import { useFigures } from '../ui/figures.ts';
import { useSay } from '../ui/language.ts';
import { Empty, Loading } from '../ui/states.tsx';
import style from './compared.module.css';
import { type Against, againstIn, againstText, daysOfSpan, SPANS, spanIn } from './compared-span.ts';
import type { KpiProps } from './kpi-props.ts';
import { measureOf } from './node-words.ts';

const SPAN_WORDS = {
  day: 'spanDay',
  week: 'spanWeek',
  month: 'spanMonth',
  quarter: 'spanQuarter',
  half: 'spanHalf',
  year: 'spanYear',
  '7-days': 'span7Days',
  '28-days': 'span28Days',
  '90-days': 'span90Days',
  '12-months': 'span12Months',
} as const;

const WAY_WORDS = {
  'previous-period': 'againstPeriod',
  previous: 'againstDays',
  'last-year': 'againstLastYear',
  'last-year-weekdays': 'againstWeekdays',
  'last-year-holidays': 'againstHolidays',
  chosen: 'againstChosen',
} as const;

const WAYS = ['previous-period', ...COMPARED_WITH.filter(way => way !== 'previous-period')] as const;

/** The KPI over days of the reader's choice, held against other days, like for like; the choice is in the address. */
export function KpiCompared({ kpi }: KpiProps) {
  const { t } = useTranslation('progress');
  const figures = useFigures();
  const navigate = useNavigate();
  const search = useSearch({ from: '/progress/kpi/$node' });
  const span = spanIn(search.span);
  const against = againstIn(search.against);
  const isMeasured = kpi.source.by === 'workspace' || kpi.source.by === 'catalogue';
  if (!isMeasured) return null;
  const go = (found: { readonly span?: string; readonly against?: string }) =>
    void navigate({ to: '.', search: previous => ({ ...previous, ...found }), replace: true });
  const { from, to, grain } = daysOfSpan(span, kpi.to, figures.calendar);
  return (
    <Section
      title={t('comparedTitle')}
      note={formatDayRange({ from, to }, figures.lang)}
      tools={
        <>
          <Select
            small
            className={style.pick}
            aria-label={t('comparedSpan')}
            value={span}
            options={SPANS.map(value => ({ value, label: t(SPAN_WORDS[value]) }))}
            onChange={event => go({ span: event.target.value })}
          />
          <Select
            small
            className={style.pick}
            aria-label={t('comparedWith')}
            value={against.way}
            options={WAYS.map(value => ({ value, label: t(WAY_WORDS[value]) }))}
            onChange={event => go({ against: event.target.value })}
          />
        </>
      }
    >
      {against.way === 'chosen' && <Chosen key={againstText(against)} against={against} today={kpi.today} onChange={go} />}
      {(against.way !== 'chosen' || against.chosen) && (
        <Result kpi={kpi} asked={{ from, to, ...(grain ? { grain } : {}) }} against={against} />
      )}
    </Section>
  );
}

function Chosen({
  against: { chosen },
  today,
  onChange,
}: {
  readonly against: Against;
  readonly today: Day;
  readonly onChange: (found: { readonly against: string }) => void;
}) {
  const { t } = useTranslation('progress');
  const set = (from: Day | null, to: Day | null) => {
    const [first, last] = [from ?? to, to ?? from];
    if (first && last)
      onChange({ against: againstText({ way: 'chosen', chosen: { from: first, to: last < first ? first : last } }) });
  };
  return (
    <div className={style.chosen}>
      <DateField
        label={t('chosenFrom')}
        value={chosen?.from ?? null}
        today={today}
        onChange={day => set(day, chosen?.to ?? null)}
      />
      <DateField
        label={t('chosenTo')}
        value={chosen?.to ?? null}
        today={today}
        onChange={day => set(chosen?.from ?? null, day)}
      />
    </div>
  );
}

function Result({
  kpi,
  asked,
  against: { way, chosen },
}: Pick<KpiProps, 'kpi'> & { readonly asked: ReturnType<typeof daysOfSpan>; readonly against: Against }) {
  const { t } = useTranslation('progress');
  const { t: ui } = useTranslation('ui');
  const figures = useFigures();
  const say = useSay();
  const answer = useAnswer('query', {
    metric: kpi.source.metric,
    ...asked,
    compare: way,
    ...(chosen ? { 'against-from': chosen.from, 'against-to': chosen.to } : {}),
  });
  if (answer.error) return <Empty small icon="chart" title={t('notComparable')} />;
  if (!answer.data) return <Loading lines={2} />;
  const [found] = answer.data.compared;
  if (!found) return <Empty small icon="chart" title={ui('noData')} />;
  const of = measureOf(kpi.node);
  const [now, before] = [numberOf(found.current.observation), numberOf(found.other.observation)];
  const difference = now !== undefined && before !== undefined ? figures.difference(now - before, of) : undefined;
  const index = found.ratio === null || kpi.node.unit.kind === 'ratio' ? undefined : figures.index(found.ratio, 1);
  return (
    <>
      <dl className={style.pair}>
        <div>
          <dt>{formatDayRange(found.current, figures.lang)}</dt>
          <dd className="num">{figures.observed(found.current.observation, of)}</dd>
        </div>
        <div>
          <dt>{formatDayRange(found.other, figures.lang)}</dt>
          <dd className="num">{figures.observed(found.other.observation, of)}</dd>
        </div>
        <div>
          <dt>{t('comparedDifference')}</dt>
          <dd className="num">{difference ?? '–'}</dd>
          {index && <dd className={style.index}>{index}</dd>}
        </div>
      </dl>
      {found.notes.length > 0 && (
        <p className={style.notes}>{found.notes.map(note => say(note)).join(say({ ja: '・', en: ' · ' }))}</p>
      )}
    </>
  );
}
