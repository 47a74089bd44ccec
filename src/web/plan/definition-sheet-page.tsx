import { useTranslation } from 'react-i18next';
import type { MetricEntry } from '#contract/catalogue.ts';
import type { NodeView, PlanView } from '#contract/plan-view.ts';
import { parseFormula } from '#core/formula/parse.ts';
import { printFormula } from '#core/formula/print.ts';
import { useAnswer } from '../app/use-answer.ts';
import { usePeople } from '../app/workspace-context.ts';
import { measureOf, PER, useNodeWords } from '../progress/node-words.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { useFigures } from '../ui/figures.ts';
import { useSay } from '../ui/language.ts';
import { Tag } from '../ui/pill.tsx';
import style from './definition-sheet.module.css';
import { lightsText } from './lights-text.ts';
import { monthRange } from './month-range.ts';
import { PlanPage } from './plan-page.tsx';
import { RHYTHM_LABELS } from './rhythm-labels.ts';
import { HORIZON_LABELS, SHOWS_LABELS, useWorkingWords } from './use-working-words.ts';

const ADDS = {
  sum: 'addsSum',
  last: 'addsLast',
  ratio: 'addsRatio',
  mean: 'addsMean',
  distinct: 'addsDistinct',
  distribution: 'addsDistribution',
} as const;
const DIRECTIONS = { up: 'directionUp', down: 'directionDown', range: 'directionRange' } as const;

/** Every goal and KPI of a plan with what it means and how it is measured, to be read and printed as one document. [DES-14] */
export function DefinitionSheetPage() {
  const { t } = useTranslation('design');
  return (
    <PlanPage>
      {({ view, answer }) =>
        view && (
          <div className={style.sheet}>
            <div className={style.lead}>
              <p className="mut">{t('sheetNote')}</p>
              <Button onClick={() => window.print()}>{t('sheetPrint')}</Button>
            </div>
            {view.nodes.map(node => (
              <Definition key={node.id} node={node} view={view} isPublished={answer.version !== null} />
            ))}
          </div>
        )
      }
    </PlanPage>
  );
}

interface DefinitionProps {
  readonly node: NodeView;
  readonly view: PlanView;
  /** Only what is published is measured. */
  readonly isPublished: boolean;
}

/** One goal or KPI on a card. */
export function Definition(props: DefinitionProps) {
  const { node } = props;
  const { t } = useTranslation('design');
  const { t: app } = useTranslation('app');
  const say = useSay();
  const facts = useFacts(props);
  return (
    <Card className={style.card}>
      <header className={style.head}>
        <h2>{say(node.name)}</h2>
        {node.role === 'goal' && <Tag>{app('goal')}</Tag>}
        <code>{node.id}</code>
      </header>
      <p className={style.meaning}>{say(node.meaning) || <span className="dim">{t('sheetNone')}</span>}</p>
      <dl className={style.facts}>
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className={value === '' ? 'dim' : undefined}>{value || t('sheetNone')}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

function useFacts({ node, view, isPublished }: DefinitionProps): readonly (readonly [string, string])[] {
  const { t } = useTranslation('design');
  const { t: plan } = useTranslation('plan');
  const say = useSay();
  const figures = useFigures();
  const people = usePeople();
  const words = useNodeWords();
  const { conditionOf, measuringOf } = useWorkingWords();
  const metrics = useAnswer('catalogue', {}).data?.metrics ?? [];
  const measured = useAnswer('planSources', { plan: view.id }, { when: isPublished }).data?.nodes.find(
    one => one.node === node.id,
  );
  const sources = measured?.sources ?? [];
  const joined = (names: readonly (string | undefined)[]) =>
    [...new Set(names.filter(Boolean))].join(say({ ja: '、', en: ', ' }));
  const nameOf = (id: string) =>
    say(view.nodes.find(one => one.id === id)?.name ?? metrics.find(metric => metric.id === id)?.name) || id;
  const metric = metrics.find(({ id }) => id === node.metric);
  const [numerator, denominator] = countsOf(node, metric, nameOf);
  const formula = words.formula(node, nameOf).replace(/^= /, '');
  const factor = view.factors.find(({ id }) => id === node.under);
  const { t: app } = useTranslation('app');
  const { baseline } = node;
  const before = baseline ? `${figures.value(baseline.value, measureOf(node))}${baseline.per ? app(PER[baseline.per]) : ''}` : '';
  const range = monthRange(node, figures);
  const byMonth = range === '' ? '' : t('sheetByMonth', { range });
  // What is calculated has the baselines and the owners of its parts.
  const ofParts = (label: string, value: string) =>
    node.equals && node.role === 'kpi' ? optional(label, value) : [[label, value] as const];
  const kinds = [
    node.kind && t(node.kind === 'quality' ? 'kindQuality' : 'kindQuantity'),
    node.horizon && t(HORIZON_LABELS[node.horizon]),
    node.shows && t(SHOWS_LABELS[node.shows]),
  ];
  const optional = (label: string, value: string): readonly (readonly [string, string])[] =>
    value === '' ? [] : [[label, value]];
  return [
    ...optional(t('sheetFormula'), formula),
    ...(numerator !== undefined && denominator !== undefined
      ? ([
          [t('sheetNumerator'), numerator],
          [t('sheetDenominator'), denominator],
        ] as const)
      : []),
    ...optional(t('population'), say(node.population)),
    [t('sheetDirection'), t(DIRECTIONS[node.direction])],
    [t('sheetAdds'), t(ADDS[node.aggregation])],
    ...optional(t('sheetBasis'), words.basis(node.basis)),
    [t('sheetTarget'), words.target(node, true) || byMonth || (node.equals ? plan('calculated') : '')],
    ...ofParts(t('sheetBaseline'), before),
    ...optional(t('lights'), lightsText(node)),
    ...optional(t('condition'), conditionOf(node)),
    ...optional(t('measuring'), measuringOf(node)),
    [t('sheetRhythm'), node.rhythm ? plan(RHYTHM_LABELS[node.rhythm]) : ''],
    [t('sheetData'), joined(sources.map(({ name }) => say(name)))],
    [
      t('measuredBy'),
      node.measuredBy === null ? joined(sources.map(({ owner }) => people.nameOf(owner))) : people.nameOf(node.measuredBy),
    ],
    ...ofParts(t('sheetOwner'), people.nameOf(node.owner) ?? ''),
    ...(node.role === 'kpi'
      ? ([
          [t('audience'), say(node.audience)],
          [t('decision'), say(node.decision)],
        ] as const)
      : optional(t('aim'), say(node.aim))),
    ...optional(t('sheetFactor'), say(factor?.name)),
    [t('sheetKind'), kinds.filter(Boolean).join(say({ ja: '・', en: ', ' }))],
  ];
}

/** What is counted above and below the line, in names: of the plan's own formula, else of the metric's. */
function countsOf(
  node: NodeView,
  metric: MetricEntry | undefined,
  nameOf: (id: string) => string,
): readonly [string, string] | readonly [] {
  const text = node.equals?.text ?? metric?.formula;
  const parsed = text === undefined || text === null ? undefined : parseFormula(text);
  if (!parsed?.ok || parsed.value.kind !== 'operation' || parsed.value.operator !== '/') return [];
  return [printFormula(parsed.value.left, nameOf), printFormula(parsed.value.right, nameOf)];
}
