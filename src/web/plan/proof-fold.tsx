import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { GoalVerdictReport } from '#contract/check.ts';
import type { NodeView } from '#contract/plan-view.ts';
import type { CertificateView } from '#contract/verdict.ts';
import { measureOf } from '../progress/node-words.ts';
import { type Column, CopyButton, DataTable } from '../ui/data-table.tsx';
import { useFigures } from '../ui/figures.ts';
import { useSay } from '../ui/language.ts';
import { Loading } from '../ui/states.tsx';
import { exactDecimalOf, slackShare } from './exact-number.ts';
import { certificatesHere } from './plan-desk.ts';
import style from './repair.module.css';
import { useFound } from './use-found.ts';
import type { Planning } from './use-planning.ts';
import { useReadWith } from './use-read-with.ts';
import { useShare } from './use-share.ts';

interface ProofProps {
  readonly goal: GoalVerdictReport;
  readonly node: NodeView;
  readonly planning: Planning;
}

/** The case a verdict rests on, node by node with its slack; worked out when it is opened. */
export function ProofFold(props: ProofProps) {
  const { t } = useTranslation('repair');
  const [open, setOpen] = useState(false);
  return (
    <details className={style.fold} onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>{t('proof')}</summary>
      {open && <Proof {...props} />}
    </details>
  );
}

interface Row {
  readonly node: NodeView;
  readonly isDriver: boolean;
  readonly value: string | undefined;
  readonly asked: string | undefined;
  readonly slack: string | undefined;
  readonly natural: boolean;
}

function Proof({ goal, planning }: ProofProps) {
  const { t } = useTranslation('repair');
  const say = useSay();
  const figures = useFigures();
  const share = useShare();
  const read = useReadWith(planning.checked?.texts);
  const { value: certificates } = useFound(read, certificatesHere);
  if (!certificates) return <Loading lines={4} />;
  const certificate = certificates.find(one => one.goal === goal.id);
  if (!certificate) return null;
  const rows = rowsOf(certificate, planning.nodeOf);
  const shown = (value: string | undefined, { node }: Row) => (value === undefined ? '' : figures.value(value, measureOf(node)));
  const plain = (value: string | undefined, { node }: Row) => (value === undefined ? '' : figures.plain(value, measureOf(node)));
  const part = (row: Row) => {
    const found = slackShare(row.slack, row.asked);
    return found === undefined ? '' : `${found < 0 ? '−' : '+'}${share(Math.abs(found))}`;
  };
  const difference = (row: Row) => (row.slack === undefined ? '' : figures.difference(row.slack, measureOf(row.node)));
  const columns: readonly Column<Row>[] = [
    {
      key: 'name',
      head: 'KPI',
      isName: true,
      cell: row => (
        <>
          {say(row.node.name)}
          {row.natural && <small className="mut"> {t('natural')}</small>}
        </>
      ),
      text: row => say(row.node.name),
    },
    { key: 'value', head: t('inCase'), end: true, cell: row => shown(row.value, row), text: row => plain(row.value, row) },
    {
      key: 'asked',
      head: t('asked'),
      end: true,
      cell: row => shown(row.asked, row) || <span className="mut">{t('noOwn')}</span>,
      text: row => plain(row.asked, row),
    },
    {
      key: 'slack',
      head: t('slack'),
      end: true,
      cell: row => <span className={row.slack?.startsWith('-') ? 'bad' : undefined}>{difference(row)}</span>,
      text: row => plain(row.slack, row),
    },
    { key: 'share', head: t('slackShare'), end: true, cell: part, text: part },
  ];
  return (
    <div className={style.proof}>
      <div className={style.proofHead}>
        <p>
          {t(certificate.verdict === 'reaches' ? 'proofReaches' : 'proofShort')}
          {certificate.proof.kind === 'corner' && t('proofCorner')}
          {certificate.proof.kind === 'parts' && t('proofParts', { count: certificate.proof.parts ?? 0 })}
        </p>
        <CopyButton columns={columns} rows={rows} />
      </div>
      <DataTable
        label={t('proof')}
        columns={columns}
        rows={rows}
        rowKey={row => row.node.id}
        groupOf={row => t(row.isDriver ? 'drivers' : 'calculated')}
        isStrong={row => row.node.id === goal.id}
      />
    </div>
  );
}

/** The goal first, then what it is calculated from, then what the targets set. */
function rowsOf({ nodes, drivers }: CertificateView, nodeOf: Planning['nodeOf']): readonly Row[] {
  const calculated = nodes.toReversed().flatMap(({ node: id, over, low, high, slack }): readonly Row[] => {
    const node = nodeOf(id);
    return node
      ? [
          {
            node,
            isDriver: false,
            value: exactDecimalOf(over),
            asked: exactDecimalOf(low ?? high),
            slack: exactDecimalOf(slack),
            natural: false,
          },
        ]
      : [];
  });
  const set = drivers.flatMap(({ node: id, over, natural }): readonly Row[] => {
    const node = nodeOf(id);
    return node
      ? [{ node, isDriver: true, value: exactDecimalOf(over), asked: exactDecimalOf(over), slack: undefined, natural }]
      : [];
  });
  return [...calculated, ...set];
}
