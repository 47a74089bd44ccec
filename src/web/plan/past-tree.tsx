import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { NodeView } from '#contract/plan-view.ts';
import type { TreeBox } from '#core/share/tree-box.ts';
import { ErrorState } from '../app/error-state.tsx';
import { useAnswer } from '../app/use-answer.ts';
import { useVersionName } from '../app/version-name.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { useSay } from '../ui/language.ts';
import { Fine, Loading } from '../ui/states.tsx';
import type { CardFace } from './card-face.ts';
import { changeLines } from './change-lines.ts';
import { ChangeList } from './change-list.tsx';
import { useCheckFace } from './check-face.tsx';
import { NodeTags } from './node-panel.tsx';
import panel from './panel.module.css';
import { PastBar } from './past-bar.tsx';
import style from './past-tree.module.css';
import { planChanges } from './plan-changes.ts';
import { TreeView } from './tree-view.tsx';
import { useCheckedPlan } from './use-checked-plan.ts';
import type { Planning } from './use-planning.ts';

/** The whole tree of an earlier version, to be looked at: what is another today is marked, and it can be put back. [SCR-44] */
export function PastTree({ planning, version }: { readonly planning: Planning; readonly version: string }) {
  const { t } = useTranslation('past');
  const say = useSay();
  const navigate = useNavigate();
  const nameOf = useVersionName();
  const asked = useAnswer('planVersion', { plan: planning.answer.plan.id, version }, { keep: true });
  const texts = asked.data?.texts ?? null;
  const checked = useCheckedPlan(texts);
  const past = useMemo(() => pastOf(planning, checked), [planning, checked]);
  const faceOf = useCheckFace(past);
  const today = planning.answer.view ?? planning.view;
  const changes = useMemo(() => (past.view && today ? planChanges(past.view, today) : []), [past.view, today]);
  if (!asked.data || !past.view)
    return (
      <Card>{asked.error ? <ErrorState error={asked.error} onRetry={() => void asked.refetch()} /> : <Loading lines={8} />}</Card>
    );
  const markedFace = (node: NodeView, kind: TreeBox['kind']): CardFace => {
    const face = faceOf(node, kind);
    const own = changes.filter(({ of }) => of === node.id);
    if (own.length === 0) return face;
    const word = t(own.some(({ field }) => field === 'removed') ? 'goneToday' : 'otherToday');
    const mark = <span className={style.mark}>{word}</span>;
    return {
      ...face,
      // A goal's card has no corner for it.
      ...(node.role === 'goal'
        ? {
            foot: (
              <>
                {face.foot} {mark}
              </>
            ),
          }
        : { mark }),
      words: { ...face.words, state: { word, tone: 'warn' } },
    };
  };
  return (
    <TreeView
      view={past.view}
      faceOf={markedFace}
      caption={nameOf(asked.data.version)}
      top={<PastBar planning={planning} version={asked.data.version} count={changeLines(changes).length} />}
      panel={node => {
        const own = changes.filter(({ of }) => of === node.id);
        return (
          <div className={panel.panel}>
            <NodeTags node={node} />
            {say(node.meaning) && <p className={panel.meaning}>{say(node.meaning)}</p>}
            <h3 className={panel.title}>{t('sinceThen')}</h3>
            {own.length > 0 ? <ChangeList changes={own} view={today} /> : <Fine>{t('sameToday')}</Fine>}
            {today?.nodes.some(({ id }) => id === node.id) && (
              <Button
                small
                onClick={() => void navigate({ to: '/plan', search: previous => ({ ...previous, version: undefined }) })}
              >
                {t('seeToday')}
              </Button>
            )}
          </div>
        );
      }}
      side={
        <>
          <h2 className={panel.sideTitle}>{t('sinceThen')}</h2>
          {changes.length > 0 ? <ChangeList changes={changes} view={today} /> : <Fine>{t('sameToday')}</Fine>}
        </>
      }
    />
  );
}

/** The plan as if the version were what is looked at; nothing of it can be changed. */
function pastOf(planning: Planning, checked: Planning['checked']): Planning {
  const view = checked?.view ?? null;
  const byId = new Map(view?.nodes.map(node => [node.id, node]));
  return { ...planning, checked, view, changes: [], nodeOf: id => byId.get(id) };
}
