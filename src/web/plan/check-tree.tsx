import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDay } from '#core/calendar/format-day.ts';
import { fromTo } from '#core/text/format-range.ts';
import { useVersionName } from '../app/version-name.ts';
import { Button, buttonClass } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { useFigures } from '../ui/figures.ts';
import { Empty, Fine, Loading } from '../ui/states.tsx';
import { AddNodeDialog } from './add-node-dialog.tsx';
import { useCheckFace } from './check-face.tsx';
import { CoverageLine } from './coverage-line.tsx';
import { FindingList } from './finding-list.tsx';
import { findingsOf } from './finding-words.ts';
import { IgnoredList } from './ignored-list.tsx';
import { NodePanel } from './node-panel.tsx';
import panel from './panel.module.css';
import { SmartScoreFold } from './smart-score-fold.tsx';
import { TreeView } from './tree-view.tsx';
import type { Planning } from './use-planning.ts';
import { useShowNode } from './use-show-node.ts';
import { useTreeEditing } from './use-tree-editing.ts';
import { VerdictBars } from './verdict-bar.tsx';

/** The tree of targets: does it add up, where not, and what would make it. */
export function CheckTree({ planning }: { readonly planning: Planning }) {
  const { t } = useTranslation('plan');
  const { t: node } = useTranslation('node');
  const [isAdding, setAdding] = useState(false);
  const faceOf = useCheckFace(planning);
  const editing = useTreeEditing(planning);
  const { lang } = useFigures();
  const nameOf = useVersionName();
  const show = useShowNode();
  const { view, checked, nodeOf } = planning;
  const findings = findingsOf(checked?.check.problems ?? []);
  if (checked && !checked.view) return <Unreadable planning={planning} />;
  if (!view)
    return (
      <Card>
        <Loading lines={8} />
      </Card>
    );
  const hasGoal = view.nodes.some(({ role }) => role === 'goal');
  return (
    <TreeView
      view={view}
      faceOf={faceOf}
      editing={editing}
      caption={[
        fromTo(formatDay(view.period.from, lang), formatDay(view.period.to, lang), lang),
        planning.desk.isDraft || !planning.answer.version ? t('draft') : nameOf(planning.answer.version),
      ].join(' · ')}
      top={
        <>
          <VerdictBars planning={planning} onNode={show} />
          {!hasGoal && (
            <Card className={panel.spaced}>
              <p>{t('noGoal')}</p>
            </Card>
          )}
        </>
      }
      panel={one => <NodePanel node={nodeOf(one.id) ?? one} planning={planning} />}
      side={
        <>
          <h2 className={panel.sideTitle}>
            {t('findings')}
            {findings.length > 0 && <small>{t('countOf', { count: findings.length })}</small>}
          </h2>
          {findings.length > 0 ? (
            <FindingList findings={findings} view={view} onNode={show} planning={planning} />
          ) : (
            checked && <Fine>{t('allFindingsNone')}</Fine>
          )}
          <IgnoredList planning={planning} />
          <SmartScoreFold planning={planning} onNode={show} />
          <CoverageLine view={view} />
          <p className={panel.hint}>{t('panelEmpty')}</p>
          <Button small icon="plus" onClick={() => setAdding(true)}>
            {node('add')}
          </Button>
          {isAdding && <AddNodeDialog planning={planning} onClose={() => setAdding(false)} />}
        </>
      }
    />
  );
}

function Unreadable({ planning }: { readonly planning: Planning }) {
  const { t } = useTranslation('plan');
  const problems = findingsOf(planning.checked?.check.problems ?? []);
  return (
    <Card>
      <Empty
        icon="warn"
        title={t('unreadable')}
        actions={
          <Link
            to="/plan/text"
            search={previous => ({ ...previous, line: String(problems[0]?.line ?? 1) })}
            className={buttonClass('main')}
          >
            {t('toText')}
          </Link>
        }
      >
        {t('unreadableCount', { count: problems.length })}
      </Empty>
      <FindingList findings={problems} view={null} />
    </Card>
  );
}
