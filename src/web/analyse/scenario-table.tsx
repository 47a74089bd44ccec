import { useTranslation } from 'react-i18next';
import type { Api } from '#contract/api.ts';
import type { ResponseOf } from '#contract/endpoint.ts';
import type { WhatIfAnswer } from '#contract/scenario.ts';
import type { ScenarioTable as Table } from '#core/scenario/compare-scenarios.ts';
import { succeeded } from '../app/succeeded.ts';
import { useAction } from '../app/use-action.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { type Column, TableSection } from '../ui/data-table.tsx';
import { useFigures } from '../ui/figures.ts';
import { useSay } from '../ui/language.ts';
import { Tag } from '../ui/pill.tsx';
import { tidy } from './explained.ts';
import style from './what-if.module.css';
import type { WhatIfProps } from './what-if-desk.tsx';
import { whatIfLabels } from './what-if-labels.ts';

type Kept = ResponseOf<Api['scenarios']>['scenarios'][number];
type Row = WhatIfAnswer['nodes'][number];

/** What is being tried, everything better, everything worse. */
const OWN_COLUMNS = 3;

const KINDS = { base: 'baseKind', optimistic: 'optimistic', pessimistic: 'pessimistic', own: 'own' } as const;

/** Every node as it starts, as it is being tried, and in every kept scenario. */
export function ScenarioTable({
  answer,
  stands,
  changes,
  onChanges,
  table,
  kept,
}: WhatIfProps & { readonly table: Table | undefined; readonly kept: readonly Kept[] }) {
  const { t } = useTranslation('whatIf');
  const say = useSay();
  const figures = useFigures();
  const of = (row: Row) => ({ unit: row.unit, counter: stands.nodeOf(row.node)?.counter ?? null });
  const scenarioOf = (row: Row, place: number) =>
    table?.nodes.find(one => one.node === row.node)?.scenarios[place]?.period ?? null;
  const column = (key: string, head: string, read: (row: Row) => number | null): Column<Row> => ({
    key,
    head,
    end: true,
    cell: row => {
      const value = read(row);
      const before = row.base.period;
      if (value === null) return null;
      const changed = before !== null && Math.abs(value - before) > 1e-9 * Math.abs(before);
      return (
        <span className={changed ? style.changed : 'mut'}>
          {figures.value(tidy(value), of(row))}
          {changed && <small>{figures.difference(tidy(value - before), of(row))}</small>}
        </span>
      );
    },
    text: row => {
      const value = read(row);
      return value === null ? '' : figures.plain(tidy(value), of(row));
    },
  });
  const columns: readonly Column<Row>[] = [
    { key: 'node', head: t('driver'), isName: true, cell: row => say(row.name), text: row => say(row.name) },
    column('base', t('before'), row => row.base.period),
    column('tried', t('trying'), row => (changes.length === 0 ? row.base.period : scenarioOf(row, 0))),
    column('better', t('plusTen'), row => scenarioOf(row, 1)),
    column('worse', t('minusTen'), row => scenarioOf(row, 2)),
    ...kept.map((scenario, place) => column(scenario.id, scenario.name, row => scenarioOf(row, place + OWN_COLUMNS))),
  ];
  const rows = answer.nodes.toSorted((a, b) => rankOf(a) - rankOf(b));
  return (
    <TableSection
      title={t('scenarios')}
      note={t('scenariosNote')}
      label={t('scenarios')}
      columns={columns}
      rows={rows}
      rowKey={row => row.node}
      isStrong={row => row.role === 'goal'}
      sticky
    >
      {kept.length > 0 && (
        <ul className={style.kept} aria-label={t('kept')}>
          {kept.map(scenario => (
            <KeptScenario key={scenario.id} scenario={scenario} onLoad={() => onChanges(scenario.changes)} />
          ))}
        </ul>
      )}
    </TableSection>
  );
}

function KeptScenario({ scenario, onLoad }: { readonly scenario: Kept; readonly onLoad: () => void }) {
  const { t } = useTranslation('whatIf');
  const figures = useFigures();
  const remove = useAction('removeScenario');
  const create = useAction('createScenario');
  const { id, plan, name, kind, probability, note, revision, changes, cost } = scenario;
  const takeAway = async () => {
    const answer = await remove.run({ plan, scenario: id, revision });
    const undo = () => void create.run({ plan, body: { name, kind, changes, probability, cost, note } });
    succeeded(answer, { toast: { kind: 'good', text: whatIfLabels.removed, undo } });
  };
  return (
    <li>
      <strong>{name}</strong>
      <Tag>{t(KINDS[kind])}</Tag>
      {probability !== null && <span className="mut">{figures.percent(probability, 0)}</span>}
      {note && <span className="mut">{note}</span>}
      <span className={style.keptTools}>
        <Button small onClick={onLoad}>
          {t('load', { name })}
        </Button>
        <IconButton small icon="trash" name={t('remove', { name })} onClick={() => void takeAway()} />
      </span>
    </li>
  );
}

/** Goals, then what follows from formulas, then drivers. */
function rankOf({ role, isDriver }: Row): number {
  return role === 'goal' ? 0 : isDriver ? 2 : 1;
}
