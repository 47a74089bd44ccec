import { Link } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { PlanNotice } from '../agree/plan-notice.tsx';
import { ErrorState } from '../app/error-state.tsx';
import { Page } from '../app/page.tsx';
import { PlanChip } from '../app/plan-chip.tsx';
import { buttonClass } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Empty, Loading } from '../ui/states.tsx';
import { DraftBar } from './draft-bar.tsx';
import { PlanTabs } from './plan-tabs.tsx';
import type { DraftDesk } from './use-draft.ts';
import { type Planning, usePlanning } from './use-planning.ts';

export interface PlanPageProps {
  readonly children: (planning: Planning) => ReactNode;
  readonly chips?: ReactNode;
  readonly wide?: boolean;
  /** Whether the page is about what is being worked on, not about what is published. */
  readonly showDraft?: boolean;
}

/** A page about one plan: its tabs, the state of the draft, and every way in which there may be nothing to show. */
export function PlanPage({ children, chips, wide = false, showDraft = true }: PlanPageProps) {
  const { t } = useTranslation('plan');
  const { t: app } = useTranslation('app');
  const state = usePlanning();
  useUndoKeys(state.kind === 'planning' ? state.planning.desk : undefined);
  return (
    <Page
      title={t('title')}
      wide={wide}
      chips={
        <>
          <PlanChip />
          {chips}
        </>
      }
    >
      <PlanTabs />
      {state.kind === 'planning' ? (
        <>
          <PlanNotice plan={state.planning.answer.plan.id} />
          {showDraft && <DraftBar planning={state.planning} />}
          {children(state.planning)}
        </>
      ) : (
        <Card>
          {state.kind === 'loading' && <Loading lines={8} />}
          {state.kind === 'error' && <ErrorState error={state.error} onRetry={state.retry} />}
          {state.kind === 'none' && (
            <Empty
              icon="plan"
              title={app('firstTitle')}
              actions={
                <Link to="/plan/new" className={buttonClass('main')}>
                  {app('newPlan')}
                </Link>
              }
            >
              {app('firstText')}
            </Empty>
          )}
        </Card>
      )}
    </Page>
  );
}

/** Ctrl+Z takes back the last change of the plan, Ctrl+Shift+Z or Ctrl+Y makes it again, unless a field is being typed in. */
function useUndoKeys(desk: DraftDesk | undefined): void {
  const undo = desk?.canUndo ? desk.undo : undefined;
  const redo = desk?.canRedo ? desk.redo : undefined;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      const key = event.key.toLowerCase();
      const isRedo = (key === 'z' && event.shiftKey) || (key === 'y' && !event.shiftKey);
      const act = isRedo ? redo : key === 'z' ? undo : undefined;
      if (!act || event.defaultPrevented || isTypedIn(event.target)) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [undo, redo]);
}

/** A field whose content differs from what is stored in the plan, or a text of its own. */
function isTypedIn(target: EventTarget | null): boolean {
  if (target instanceof HTMLTextAreaElement) return true;
  return target instanceof HTMLInputElement && target.dataset.stored !== target.value;
}
