import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatComparisonNote } from '#core/calendar/format-comparison.ts';
import { formatDayRange } from '#core/calendar/format-day.ts';
import { formatPeriod } from '#core/calendar/format-period.ts';
import { numberOf } from '#core/measure/observation.ts';
import { rhythmDuring } from '#core/plan/rhythm.ts';
import { againstBenchmark } from '#core/progress/against-benchmark.ts';
import { bestPeriod } from '#core/progress/best-period.ts';
import { gaugeOf } from '#core/progress/gauge.ts';
import type { Compared } from '#core/progress/node-progress.ts';
import { usePlace } from '../app/place.ts';
import { progressInput } from '../app/standing.ts';
import { useAnswer } from '../app/use-answer.ts';
import { useVersionName } from '../app/version-name.ts';
import { usePeople } from '../app/workspace-context.ts';
import { AchievementBar } from '../ui/achievement-bar.tsx';
import { buttonClass } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { type Measure, useFigures } from '../ui/figures.ts';
import { useSay } from '../ui/language.ts';
import { Pill, Tag } from '../ui/pill.tsx';
import { besideOf } from './compared.ts';
import style from './kpi.module.css';
import type { KpiProps } from './kpi-props.ts';
import { Light, toneOf } from './light.tsx';
import { measureOf, useNodeWords } from './node-words.ts';
import { TrendMark } from './trend-mark.tsx';

const RHYTHMS = { daily: 'daily', weekly: 'weekly', monthly: 'monthly', quarterly: 'quarterly', yearly: 'yearly' } as const;

/** Where the KPI stands, and against what. */
export function KpiHead({ kpi, view }: KpiProps) {
  const { t } = useTranslation('progress');
  const { t: app } = useTranslation('app');
  const { t: design } = useTranslation('design');
  const say = useSay();
  const figures = useFigures();
  const people = usePeople();
  const words = useNodeWords();
  const { node, progress } = kpi;
  const of = measureOf(node);
  const standing = progress?.[progress.main];
  const gauge = standing && gaugeOf(standing, node.direction);
  const hasValue = standing && numberOf(standing.actual) !== undefined;
  const rhythm =
    node.rhythm &&
    rhythmDuring(
      node.rhythm,
      kpi.initiatives.some(({ stage }) => stage === 'running'),
    );
  const factor = view.factors.find(({ id }) => id === node.under);
  return (
    <Card className={style.head}>
      <div>
        <div className={style.tags}>
          {node.role === 'goal' && <Tag>{app('goal')}</Tag>}
          {factor && <Tag>{say(factor.name)}</Tag>}
          {node.kind && <Tag>{t(node.kind === 'quality' ? 'qualityKind' : 'quantityKind')}</Tag>}
          {rhythm && <Tag>{t('checkedEvery', { rhythm: t(RHYTHMS[rhythm]) })}</Tag>}
          {rhythm && rhythm !== node.rhythm && <Tag>{design('campaign')}</Tag>}
          {words.basis(kpi.basis) && <Tag>{words.basis(kpi.basis)}</Tag>}
        </div>
        <div className={style.big}>
          <b className={hasValue ? 'num' : style.words}>{standing ? figures.observed(standing.actual, of) : app('noData')}</b>
          {progress && <TrendMark node={node} progress={progress} />}
          {progress && <Light progress={progress} word flag={false} />}
          {progress?.flag && (
            <Pill tone={toneOf(progress.state)}>{app(progress.flag === 'quality-down' ? 'qualityDown' : 'addsUpShort')}</Pill>
          )}
        </div>
        <div className={style.sub}>
          {standing && (
            <span>
              {t(progress?.main === 'plan' ? 'sincePlan' : 'thisMonth')}（{formatDayRange(standing.range, figures.lang)}）
            </span>
          )}
          <span>
            {t('owner')} <b>{people.nameOf(node.owner) ?? t('nobody')}</b>
            {node.contributors.length > 0 &&
              ` · ${t('contributors')} ${node.contributors.map(id => people.nameOf(id)).join(say({ ja: '、', en: ', ' }))}`}
          </span>
          <Link to="/plan" search={previous => ({ ...previous, mode: 'progress', node: node.id })}>
            {t('inTree')}
          </Link>
        </div>
        {kpi.allocation?.part && <Allocated part={kpi.allocation.part} of={of} />}
        {kpi.answers && <Answers answers={kpi.answers} of={of} />}
        {gauge && (
          <div className={style.gauge}>
            <AchievementBar
              share={gauge.share}
              pace={gauge.pace}
              tone={toneOf(progress?.state ?? 'no-data')}
              label={
                gauge.isInverted
                  ? t('gaugeInverted', { share: figures.percent(gauge.share, 1) })
                  : t('gaugeLabel', { share: figures.percent(gauge.share), elapsed: figures.percent(gauge.pace ?? 0) })
              }
            />
            {gauge.isInverted && <small className="mut">{t('gaugeInverted', { share: figures.percent(gauge.share, 1) })}</small>}
          </div>
        )}
      </div>
      {progress && standing && <AgainstStrip kpi={kpi} view={view} />}
      {node.target === null && !node.undecided && node.equals === null && node.role === 'kpi' && (
        <Link to="/plan" search={previous => ({ ...previous, mode: 'check', node: node.id })} className={buttonClass()}>
          {t('setTarget')}
        </Link>
      )}
    </Card>
  );
}

/** How many answers a figure is made of, and how far it can be relied on. */
function Answers({
  answers: { n, low, high, lowConfidence },
  of,
}: {
  readonly answers: NonNullable<KpiProps['kpi']['answers']>;
  readonly of: Measure;
}) {
  const { t } = useTranslation('progress');
  const figures = useFigures();
  const digits = (value: number) => Number(value.toPrecision(3));
  return (
    <div className={style.sub}>
      <span>
        {t('answersOf', {
          count: n,
          n: figures.value(n, { unit: { kind: 'count' }, counter: null }),
          range: figures.range(digits(low), digits(high), of),
        })}
      </span>
      {lowConfidence && <Pill tone="warn">{t('answersFew')}</Pill>}
    </div>
  );
}

/** How much of a value was given to it by a rule and not by its rows. */
function Allocated({ part, of }: { readonly part: string; readonly of: Measure }) {
  const { t } = useTranslation('progress');
  const figures = useFigures();
  return (
    <div className={style.sub}>
      <span>{t('allocatedPart', { value: figures.value(part, of) })}</span>
    </div>
  );
}

const BESIDE = { better: 'benchmarkBetter', worse: 'benchmarkWorse', within: 'benchmarkWithin' } as const;

/** Everything the value can be held against, side by side. */
function AgainstStrip({ kpi }: KpiProps) {
  const { t } = useTranslation('progress');
  const figures = useFigures();
  const words = useNodeWords();
  const say = useSay();
  const nameOf = useVersionName();
  const place = usePlace();
  const isVersion = place.compare.kind === 'version';
  const beside = useAnswer('progress', progressInput(place), { when: isVersion && place.plan !== undefined, keep: true });
  const { node, progress } = kpi;
  if (!progress) return null;
  const of = measureOf(node);
  const standing = progress[progress.main];
  const version = beside.data?.state === 'standing' ? beside.data : undefined;
  const other = version && besideOf(progress, progress.main, place.compare, version);
  const benchmark = kpi.metric?.benchmark;
  const value = numberOf(standing.actual);
  const beyond = benchmark && value !== undefined ? againstBenchmark(value, benchmark, node.direction) : undefined;
  const benchmarkFigures = ({ low, high }: { readonly low: number | null; readonly high: number | null }) =>
    low !== null && high !== null && low !== high ? figures.range(low, high, of) : figures.value(low ?? high ?? 0, of);
  const best = progress.main === 'month' ? bestPeriod(kpi.series.monthly, node.direction) : undefined;
  return (
    <dl className={style.strip}>
      {standing.due !== undefined && (
        <Tile
          label={t(node.time === 'flow' ? 'planToDay' : 'target')}
          value={figures.value(standing.due, of)}
          note={standing.achievement && figures.difference(standing.achievement.gap, of)}
        />
      )}
      {standing.whole !== undefined && node.time === 'flow' && (
        <Tile
          label={t(progress.main === 'plan' ? 'yearTarget' : 'monthTarget')}
          value={figures.value(standing.whole, of)}
          note={standing.ofWhole === undefined ? words.target(node) : t('ofWhole', { share: figures.percent(standing.ofWhole) })}
        />
      )}
      {isVersion && version?.compare && other?.value !== undefined && (
        <Tile
          label={nameOf(version.compare.version)}
          value={figures.value(other.value, of)}
          note={other.index !== undefined && figures.percent(other.index, 1)}
        />
      )}
      {progress.main === 'month' && <ComparedTile label={t('previousMonth')} compared={standing.previous} kpi={kpi} />}
      <ComparedTile label={t('lastYearSame')} compared={standing.lastYear} kpi={kpi} />
      {progress.main === 'month' && numberOf(progress.plan.actual) !== undefined && (
        <Tile
          label={t('sincePlan')}
          value={figures.observed(progress.plan.actual, of)}
          note={progress.plan.achievement && t('vsPlanShort', { share: figures.percent(progress.plan.achievement.ratio, 1) })}
        />
      )}
      {best && (
        <Tile
          label={t('bestSoFar')}
          value={figures.observed(best.actual, of)}
          note={formatPeriod({ grain: 'month', from: best.from, to: best.to }, figures.lang, figures.calendar)}
        />
      )}
      {benchmark && (
        <Tile
          label={t('benchmark')}
          value={beyond ? benchmarkFigures(benchmark) : say(benchmark.text)}
          note={beyond && t(BESIDE[beyond.is], { gap: figures.difference(beyond.gap, of) })}
          title={[say(benchmark.text), benchmark.source].filter(Boolean).join('\n')}
        />
      )}
    </dl>
  );
}

function ComparedTile({
  label,
  compared,
  kpi,
}: {
  readonly label: string;
  readonly compared: Compared;
  readonly kpi: KpiProps['kpi'];
}) {
  const { t } = useTranslation('progress');
  const figures = useFigures();
  const { node, progress } = kpi;
  if (!progress || numberOf(compared.observation) === undefined) return null;
  const of = measureOf(node);
  const actual = numberOf(progress[progress.main].actual);
  const other = numberOf(compared.observation) ?? 0;
  const notes = compared.notes.flatMap(note => formatComparisonNote(note, figures.lang) ?? []);
  return (
    <Tile
      label={label}
      value={figures.observed(compared.observation, of)}
      note={
        actual !== undefined &&
        (node.unit.kind === 'ratio' || compared.index === undefined
          ? figures.difference(actual - other, of)
          : t('indexShort', { gap: figures.difference(actual - other, of), share: figures.index(compared.index, 1) }))
      }
      title={[formatDayRange(compared.range, figures.lang), ...notes].join('\n')}
    />
  );
}

function Tile({
  label,
  value,
  note,
  title,
}: {
  readonly label: string;
  readonly value: string;
  readonly note?: ReactNode;
  readonly title?: string;
}) {
  return (
    <div className={style.tile} title={title}>
      <dt>{label}</dt>
      <dd className="num">{value}</dd>
      {note && <dd>{note}</dd>}
    </div>
  );
}
