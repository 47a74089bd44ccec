import { useTranslation } from 'react-i18next';
import type { Fix } from '#contract/check.ts';
import { measureOf } from '../progress/node-words.ts';
import { Button } from '../ui/button.tsx';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { useFigures } from '../ui/figures.ts';
import { applyFix, useFixWords } from './use-fix-words.ts';
import type { Planning } from './use-planning.ts';

/** What each driver alone would have to be, the smallest change first. */
export function FixesTable({
  fixes,
  planning,
  onDone,
}: {
  readonly fixes: readonly Fix[];
  readonly planning: Planning;
  readonly onDone: () => void;
}) {
  const { t } = useTranslation('plan');
  const figures = useFigures();
  const words = useFixWords(planning);
  const times = (fix: Fix) => t('times', { factor: fix.factor.toFixed(2) });
  const remark = (fix: Fix) => {
    const node = planning.nodeOf(fix.node);
    if (fix.possible === 'never') return t('never');
    if (fix.possible === 'over-limit' && node && fix.limit !== undefined)
      return t('overLimit', { limit: figures.value(fix.limit, measureOf(node)) });
    return '';
  };
  const columns: readonly Column<Fix>[] = [
    { key: 'name', head: 'KPI', isName: true, cell: fix => words.name(fix), text: fix => words.name(fix) },
    { key: 'planned', head: t('planned'), end: true, cell: fix => words.planned(fix), text: fix => words.planned(fix) },
    {
      key: 'needed',
      head: t('needed'),
      end: true,
      cell: fix => (fix.possible === 'never' ? '—' : <b>{words.needed(fix)}</b>),
      text: fix => (fix.possible === 'never' ? '' : words.needed(fix)),
    },
    {
      key: 'times',
      head: t('change'),
      end: true,
      cell: fix => (fix.possible === 'never' ? '' : times(fix)),
      text: fix => (fix.possible === 'never' ? '' : times(fix)),
    },
    {
      key: 'apply',
      head: t('apply'),
      hideHead: true,
      cell: fix =>
        words.isApplicable(fix) ? (
          <Button
            small
            onClick={() => {
              onDone();
              void applyFix(fix, planning);
            }}
          >
            {t('apply')}
          </Button>
        ) : (
          <span className="mut">{remark(fix)}</span>
        ),
      text: remark,
    },
  ];
  return <DataTable label={t('fixesTitle')} columns={columns} rows={fixes} rowKey={fix => fix.node} />;
}
