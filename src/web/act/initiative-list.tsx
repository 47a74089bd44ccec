import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EFFECT_VERDICTS } from '#core/act/effect-verdict.ts';
import { OUTCOMES } from '#core/act/outcome.ts';
import { STAGES, stageName } from '#core/act/stage.ts';
import { formatDay } from '#core/calendar/format-day.ts';
import { usePeople, useWorkspace } from '../app/workspace-context.ts';
import { type Column, TableSection } from '../ui/data-table.tsx';
import { useFigures } from '../ui/figures.ts';
import { useSay } from '../ui/language.ts';
import { Tag } from '../ui/pill.tsx';
import style from './act.module.css';
import { type Initiative, useInitiativeWords } from './initiative-words.ts';

/** The same initiatives as a table, for spreadsheets. */
export function InitiativeList({ initiatives }: { readonly initiatives: readonly Initiative[] }) {
  const { t } = useTranslation('act');
  const say = useSay();
  const figures = useFigures();
  const people = usePeople();
  const words = useInitiativeWords();
  const { today } = useWorkspace();
  const order = STAGES.map(({ id }) => id);
  const rows = initiatives.toSorted((a, b) => order.indexOf(a.stage) - order.indexOf(b.stage) || (a.due < b.due ? -1 : 1));
  const kpisOf = (one: Initiative) => one.kpis.map(kpi => words.nameOf(kpi.node)).join(say({ ja: '、', en: ', ' }));
  const outcomeOf = (one: Initiative) => say(OUTCOMES.find(({ id }) => id === one.closing?.outcome)?.name);
  const verdictOf = (one: Initiative) => (one.closing?.reading ? say(EFFECT_VERDICTS[one.closing.reading.verdict]) : '');
  const costOf = (one: Initiative) =>
    one.cost ? figures.value(one.cost.amount, { unit: { kind: 'money', currency: one.cost.currency }, counter: null }) : '';
  const columns: readonly Column<Initiative>[] = [
    {
      key: 'title',
      head: t('name'),
      isName: true,
      cell: one => (
        <Link to="/initiatives/$initiative" params={{ initiative: one.id }} className={style.name}>
          {one.title}
        </Link>
      ),
      text: one => one.title,
    },
    {
      key: 'stage',
      head: t('stage'),
      cell: one => <Tag>{say(stageName(one.stage))}</Tag>,
      text: one => say(stageName(one.stage)),
    },
    { key: 'kpis', head: t('kpi'), cell: one => <span className="mut">{kpisOf(one)}</span>, text: kpisOf },
    {
      key: 'effect',
      head: t('effect'),
      cell: one => one.expected && <span className="mut">{words.expected(one.expected)}</span>,
      text: one => (one.expected ? words.expected(one.expected) : ''),
    },
    {
      key: 'owner',
      head: t('owner'),
      cell: one => <span className={style.when}>{people.nameOf(one.owner)}</span>,
      text: one => people.nameOf(one.owner),
    },
    { key: 'cost', head: t('cost'), end: true, cell: costOf, text: one => one.cost?.amount ?? '' },
    {
      key: 'due',
      head: t('due'),
      end: true,
      cell: one => (
        <span className={one.closing === null && one.due < today ? 'bad' : undefined}>
          {formatDay(one.due, figures.lang, 'numeric')}
        </span>
      ),
      text: one => one.due,
    },
    {
      key: 'outcome',
      head: t('outcome'),
      cell: one => one.closing && <Tag>{outcomeOf(one)}</Tag>,
      text: outcomeOf,
    },
    { key: 'verdict', head: t('verdictLabel'), cell: one => <span className="mut">{verdictOf(one)}</span>, text: verdictOf },
  ];
  return <TableSection title={t('list')} label={t('title')} columns={columns} rows={rows} rowKey={one => one.id} sticky />;
}
