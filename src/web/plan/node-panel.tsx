import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { NodeView } from '#contract/plan-view.ts';
import { DivideTarget } from '../agree/divide-dialog.tsx';
import { TargetEvidenceFold } from '../analyse/target-evidence-view.tsx';
import { useWorkspace } from '../app/workspace-context.ts';
import { useNodeWords } from '../progress/node-words.ts';
import { Button, buttonClass } from '../ui/button.tsx';
import { useSay } from '../ui/language.ts';
import { Tag } from '../ui/pill.tsx';
import { showToast } from '../ui/toasts.tsx';
import { FactorIdeas } from './factor-ideas.tsx';
import { FindingList } from './finding-list.tsx';
import { findingNode, findingsOf } from './finding-words.ts';
import { IgnoredList } from './ignored-list.tsx';
import { InfluenceList } from './influence-list.tsx';
import { KpiRoles } from './kpi-roles.tsx';
import { MonthTargets } from './month-targets.tsx';
import { NodeFields } from './node-fields.tsx';
import style from './panel.module.css';
import { RemoveNode } from './remove-node.tsx';
import { RHYTHM_LABELS } from './rhythm-labels.ts';
import { scheduleLabels } from './schedule-labels.ts';
import { ShareOffer } from './share-offer.tsx';
import { SmartLights } from './smart-lights.tsx';
import { type Steps, stagedCells } from './staged-cells.ts';
import { applyFix, useFixWords } from './use-fix-words.ts';
import type { Planning } from './use-planning.ts';
import { WaysTable } from './ways-table.tsx';

/** Everything about one node in the check: its meaning, what is asked of it, and what is wrong with it. */
export function NodePanel({ node, planning }: { readonly node: NodeView; readonly planning: Planning }) {
  const { t } = useTranslation('plan');
  const say = useSay();
  const words = useNodeWords();
  const fixWords = useFixWords(planning);
  const { today } = useWorkspace();
  const { view, checked, nodeOf } = planning;
  const formula = words.formula(node, id => say(nodeOf(id)?.name) || id);
  const fix = checked?.fixes.find(one => one.node === node.id && one.possible === 'yes');
  const findings = findingsOf(checked?.check.problems ?? []).filter(
    found => findingNode(found, view) === node.id || (found.code === 'ltv-cac' && found.params.ltv === node.id),
  );
  const factor = view?.factors.find(({ id }) => id === node.under);
  const takeSteps = (steps: Steps) => {
    const months = view?.months ?? [];
    const changes = stagedCells(node, steps, months, today);
    void planning.desk.edit({ kind: 'cells', months: months.map(({ key }) => key), changes }).then(done => {
      if (done) showToast({ kind: 'good', text: scheduleLabels.taken });
    });
  };
  return (
    <div className={style.panel}>
      <NodeTags node={node} />
      {(say(node.meaning) || formula) && (
        <p className={style.meaning}>
          {say(node.meaning)}
          {formula && <span className={style.formula}>{formula}</span>}
        </p>
      )}
      {fix && (
        <div className={style.fix}>
          <span>
            {t('aloneIs')} <b className="num">{fixWords.needed(fix)}</b>
          </span>
          {fixWords.isApplicable(fix) && (
            <Button small onClick={() => void applyFix(fix, planning)}>
              {t('apply')}
            </Button>
          )}
        </div>
      )}
      <NodeFields key={node.id} node={node} planning={planning} />
      <ShareOffer node={node} planning={planning} />
      <DivideTarget key={`${node.id} parts`} node={node} planning={planning} />
      <MonthTargets key={`${node.id} months`} node={node} planning={planning} />
      {view && (
        <TargetEvidenceFold
          key={`${node.id} evidence`}
          plan={view.id}
          node={node}
          texts={planning.desk.texts ?? undefined}
          onSteps={node.equals === null ? takeSteps : undefined}
        />
      )}
      {factor && (
        <p className={style.factor}>
          <b>{t('factorIs', { name: say(factor.name) })}</b>
          {say(factor.because)}
        </p>
      )}
      {node.role === 'goal' && <WaysTable node={node} planning={planning} />}
      {node.role === 'goal' && <FactorIdeas goal={node} planning={planning} />}
      <InfluenceList node={node} planning={planning} />
      {node.role === 'kpi' && <KpiRoles node={node} />}
      <SmartLights node={node} planning={planning} />
      <h3 className={style.title}>{t('findings')}</h3>
      {findings.length > 0 ? (
        <FindingList findings={findings} view={view} planning={planning} />
      ) : (
        <p className="mut">{t('findingsNone')}</p>
      )}
      <IgnoredList planning={planning} node={node.id} />
      <PanelLinks node={node} />
      <RemoveNode node={node} planning={planning} />
    </div>
  );
}

export function NodeTags({ node }: { readonly node: NodeView }) {
  const { t } = useTranslation('plan');
  const { t: app } = useTranslation('app');
  const { t: design } = useTranslation('design');
  const words = useNodeWords();
  const basis = words.basis(node.basis);
  return (
    <div className={style.tags}>
      {node.role === 'goal' && <Tag>{app('goal')}</Tag>}
      {node.executive && <Tag>{design('executiveTag')}</Tag>}
      {node.kind && <Tag>{t(node.kind === 'quality' ? 'qualityKpi' : 'quantityKpi')}</Tag>}
      {node.rhythm && <Tag>{t('checkedEvery', { rhythm: t(RHYTHM_LABELS[node.rhythm]) })}</Tag>}
      {basis && <Tag>{basis}</Tag>}
      {node.supports.length > 0 && <Tag hypothesis>{t('influence')}</Tag>}
    </div>
  );
}

/** Where to go from here. */
export function PanelLinks({ node }: { readonly node: NodeView }) {
  const { t } = useTranslation('plan');
  const navigate = useNavigate();
  return (
    <div className={style.links}>
      <Link to="/progress/kpi/$node" params={{ node: node.id }} className={buttonClass('plain', true)}>
        {t('openKpi')}
      </Link>
      {node.equals && (
        <Button
          small
          look="quiet"
          onClick={() => void navigate({ to: '/plan', search: previous => ({ ...previous, focus: node.id }) })}
        >
          {t('focusBranch')}
        </Button>
      )}
    </div>
  );
}
