import { useTranslation } from 'react-i18next';
import { type OwnedNode, responsiblePairs } from '#core/agree/responsibility.ts';
import { usePeople } from '../app/workspace-context.ts';
import type { Planning } from '../plan/use-planning.ts';
import { Section } from '../ui/card.tsx';
import { type Column, TableSection } from '../ui/data-table.tsx';
import { useSay } from '../ui/language.ts';
import { Pill, Tag } from '../ui/pill.tsx';
import style from './agreement.module.css';
import { ownedNodes } from './owned-nodes.ts';

/** Pairs of KPIs, how much and how good, with who answers for each side. */
export function DutiesTable({ planning }: { readonly planning: Planning }) {
  const { t } = useTranslation('agree');
  const say = useSay();
  const people = usePeople();
  const pairs = responsiblePairs(ownedNodes(planning.view));
  if (pairs.length === 0) {
    return (
      <Section title={t('duties')}>
        <p className="mut">{t('dutiesNone')}</p>
      </Section>
    );
  }
  const nameOf = (node: OwnedNode) => say(planning.nodeOf(node.id)?.name) || node.id;
  const departmentOf = (owner: string | null) => people.all.find(({ id }) => id === owner)?.department ?? '';
  const cell = (node: OwnedNode) => (
    <span className={style.duty}>
      <b>{nameOf(node)}</b>
      {node.owner === null ? (
        node.parts.length > 0 ? (
          <small className="mut">{t('calculated')}</small>
        ) : (
          <Pill tone="warn">{t('noOwner')}</Pill>
        )
      ) : (
        <small>
          {people.nameOf(node.owner)} <span className="mut">{departmentOf(node.owner)}</span>
        </small>
      )}
    </span>
  );
  const text = (node: OwnedNode) => `${nameOf(node)} ${people.nameOf(node.owner) ?? ''} ${departmentOf(node.owner)}`.trim();
  const columns: readonly Column<(typeof pairs)[number]>[] = [
    { key: 'quantity', head: t('quantity'), isName: true, cell: row => cell(row.quantity), text: row => text(row.quantity) },
    {
      key: 'quality',
      head: t('quality'),
      cell: row => (
        <>
          {cell(row.quality)}
          {row.isOneOwner && <Tag>{t('oneOwner')}</Tag>}
        </>
      ),
      text: row => text(row.quality),
    },
  ];
  return (
    <TableSection
      title={t('duties')}
      label={t('duties')}
      columns={columns}
      rows={pairs}
      rowKey={row => `${row.quantity.id} ${row.quality.id}`}
    />
  );
}
