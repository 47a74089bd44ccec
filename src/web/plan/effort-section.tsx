import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { NodeView, PlanView } from '#contract/plan-view.ts';
import { add, exactDecimal, rational, rationalOf } from '#core/number/rational.ts';
import { type Effort, linkedEfforts } from '#core/prioritise/effort.ts';
import type { DriverChange } from '#core/scenario/driver-change.ts';
import type { Initiative } from '../act/initiative-words.ts';
import { useAnswer } from '../app/use-answer.ts';
import { measureOf } from '../progress/node-words.ts';
import { buttonClass } from '../ui/button.tsx';
import { Section } from '../ui/card.tsx';
import { useFigures } from '../ui/figures.ts';
import { useSay } from '../ui/language.ts';
import { SHAPES } from '../ui/pill.tsx';
import { Empty, Fine } from '../ui/states.tsx';
import { KpiLinks } from './coverage-section.tsx';
import { leadingNodes } from './leading-nodes.ts';
import style from './review.module.css';

interface Row extends Effort {
  readonly name: string;
  readonly initiative: Initiative | undefined;
  readonly days: string | null;
  /** What it adds to the goal at full run rate; null where that is not known, or no formula leads there. */
  readonly brings: number | null;
}

/** Where money and work go, what each should bring the first goal, and what of it leads to no goal. [DES-13] */
export function EffortSection({ view }: { readonly view: PlanView }) {
  const { t } = useTranslation('review');
  const say = useSay();
  const goal = view.nodes.find(({ role }) => role === 'goal');
  const rows = useRows(view, goal);
  const leading = leadingNodes(view);
  const { linked, unlinked, cost } = linkedEfforts(rows, node => leading.has(node));
  return (
    <Section title={t('efforts')} note={t('effortsNote')}>
      {rows.length === 0 ? (
        <Empty
          icon="act"
          title={t('effortsEmpty')}
          actions={
            <Link to="/initiatives/new" className={buttonClass()}>
              {t('newInitiative')}
            </Link>
          }
        >
          {t('effortsEmptyText')}
        </Empty>
      ) : (
        <>
          {linked.length > 0 && <Table rows={linked} view={view} goal={goal} sum={cost.linked} label={t('efforts')} />}
          <h3 className={style.sub}>
            {unlinked.length > 0 && (
              <span className="warn" aria-hidden="true">
                {SHAPES.warn}{' '}
              </span>
            )}
            {t('unlinked')}
          </h3>
          {unlinked.length > 0 ? (
            <>
              <p className={style.quiet}>{t('unlinkedNote')}</p>
              <Table rows={unlinked} view={view} goal={undefined} sum={cost.unlinked} label={t('unlinked')} />
            </>
          ) : (
            <Fine>{t('unlinkedNone')}</Fine>
          )}
        </>
      )}
    </Section>
  );

  function useRows(plan: PlanView, to: NodeView | undefined): readonly Row[] {
    const asked = useAnswer('initiatives', { plan: plan.id });
    const open = (asked.data?.initiatives ?? []).filter(({ stage }) => stage !== 'done');
    const changes = open.map(one => changeOf(one, plan));
    const tried = useAnswer(
      'whatIf',
      {
        plan: plan.id,
        body: { scenarios: changes.flatMap(change => (change ? [{ changes: [change] }] : [])).slice(0, MOST) },
      },
      { when: to !== undefined && changes.some(change => change !== undefined), keep: true },
    );
    const gains = tried.data?.goals.find(({ node }) => node === to?.id)?.scenarios ?? [];
    const places = changes.map((change, i) => (change ? changes.slice(0, i).filter(before => before !== undefined).length : -1));
    return [
      ...open.map(
        (initiative, i): Row => ({
          id: initiative.id,
          name: initiative.title,
          initiative,
          nodes: initiative.kpis.filter(kpi => kpi.plan === plan.id).map(({ node }) => node),
          cost: initiative.cost?.currency === plan.currency ? initiative.cost.amount : null,
          days: initiative.details.effort ?? null,
          brings: gains[places[i] ?? -1]?.change.steady || null,
        }),
      ),
      ...plan.budget.map(
        (line, i): Row => ({
          id: `budget-${i}`,
          name: budgetName(line),
          initiative: undefined,
          nodes: line.node === null ? [] : [line.node],
          cost: exactDecimal(Object.values(line.months).map(rationalOf).reduce(add, rational(0))) ?? null,
          days: null,
          brings: null,
        }),
      ),
    ];
  }

  function budgetName({ node, department, medium }: PlanView['budget'][number]): string {
    const name = medium ?? department ?? (say(view.nodes.find(({ id }) => id === node)?.name) || null);
    return name === null ? t('budgetPlain') : t('budgetLine', { name });
  }
}

/** As many as are tried in one question. */
const MOST = 20;

/** The registered effect as a change of the plan; undefined where there is none, or where the plan calculates the KPI. */
function changeOf({ expected }: Initiative, view: PlanView): DriverChange | undefined {
  if (!expected || expected.kpi.plan !== view.id || expected.mode === 'level') return undefined;
  const node = view.nodes.find(({ id }) => id === expected.kpi.node);
  return node && node.equals === null ? { node: node.id, mode: expected.mode, value: expected.value } : undefined;
}

function Table({
  rows,
  view,
  goal,
  sum,
  label,
}: {
  readonly rows: readonly Row[];
  readonly view: PlanView;
  readonly goal: NodeView | undefined;
  readonly sum: string | null;
  readonly label: string;
}) {
  const { t } = useTranslation('review');
  const say = useSay();
  const figures = useFigures();
  const money = (amount: string) => figures.value(amount, { unit: { kind: 'money', currency: view.currency }, counter: null });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={style.scroll} tabIndex={0} aria-label={t('tableOf', { name: label })}>
      <table className={style.table}>
        <thead>
          <tr>
            <th scope="col">{t('effort')}</th>
            <th scope="col">{t('moves')}</th>
            <th scope="col" className={style.end}>
              {t('cost')}
            </th>
            <th scope="col" className={style.end}>
              {t('days')}
            </th>
            {goal && (
              <th scope="col" className={style.end}>
                {t('brings', { goal: say(goal.name) })}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={row.id}>
              <th scope="row">
                {row.initiative ? (
                  <Link to="/initiatives/$initiative" params={{ initiative: row.initiative.id }}>
                    {row.name}
                  </Link>
                ) : (
                  row.name
                )}
              </th>
              <td>
                {row.nodes.length > 0 ? <KpiLinks ids={row.nodes} view={view} /> : <span className="dim">{t('noKpi')}</span>}
              </td>
              <td className={style.end}>{row.cost === null ? '−' : money(row.cost)}</td>
              <td className={style.end}>{row.days ?? '−'}</td>
              {goal && (
                <td className={style.end}>{row.brings === null ? '−' : figures.difference(row.brings, measureOf(goal))}</td>
              )}
            </tr>
          ))}
        </tbody>
        {sum !== null && (
          <tfoot>
            <tr>
              <th scope="row" colSpan={2}>
                {t('sum')}
              </th>
              <td className={style.end}>
                <b>{money(sum)}</b>
              </td>
              <td colSpan={goal ? 2 : 1} />
            </tr>
          </tfoot>
        )}
      </table>
    </section>
  );
}
