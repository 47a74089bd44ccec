import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProposalView } from '#contract/agreement.ts';
import { formatDay } from '#core/calendar/format-day.ts';
import { ErrorState } from '../app/error-state.tsx';
import { useAnswer } from '../app/use-answer.ts';
import { usePeople } from '../app/workspace-context.ts';
import { PlanPage } from '../plan/plan-page.tsx';
import type { Planning } from '../plan/use-planning.ts';
import { Button } from '../ui/button.tsx';
import { Card, Section } from '../ui/card.tsx';
import { useFigures } from '../ui/figures.ts';
import { localMoment } from '../ui/local-moment.ts';
import { Tag } from '../ui/pill.tsx';
import { Empty, Loading } from '../ui/states.tsx';
import style from './agreement.module.css';
import { CommonNumbers } from './common-numbers.tsx';
import { DutiesTable } from './duties-table.tsx';
import { LeadStages } from './lead-stages.tsx';
import { ObjectionList } from './objection-list.tsx';
import { ProposalCard } from './proposal-card.tsx';
import { ProposalChanges } from './proposal-changes.tsx';
import { type Approvers, ProposeDialog } from './propose-dialog.tsx';

/** Where a plan becomes everybody's: what was put forward, who approves, what is objected, who answers for what. */
export function AgreementPage() {
  return <PlanPage>{planning => <Agreement planning={planning} />}</PlanPage>;
}

function Agreement({ planning }: { readonly planning: Planning }) {
  const { t } = useTranslation('agree');
  const plan = planning.answer.plan.id;
  const asked = useAnswer('proposals', { plan }, { keep: true });
  const [isProposing, setProposing] = useState(false);
  if (!asked.data) {
    return (
      <Card>{asked.error ? <ErrorState error={asked.error} onRetry={() => void asked.refetch()} /> : <Loading lines={6} />}</Card>
    );
  }
  const { proposals, usual } = asked.data;
  const open = proposals.filter(({ state }) => state === 'open');
  const earlier = proposals.filter(({ state }) => state !== 'open');
  const hasDraft = planning.desk.isDraft || planning.answer.version === null;
  const start = (
    <Button look={open.length === 0 ? 'main' : 'plain'} disabled={!hasDraft} onClick={() => setProposing(true)}>
      {t(open.length === 0 ? 'propose' : 'proposeAgain')}
    </Button>
  );
  return (
    <div className={style.page}>
      <div className={style.main}>
        {open.length === 0 ? (
          <Section title={t('title')}>
            <Empty icon="check" title={t('noneTitle')} actions={start}>
              {t('noneText')}
              {!hasDraft && <p className="dim">{t('noDraft')}</p>}
            </Empty>
          </Section>
        ) : (
          open.map((proposal, place) => (
            <Open key={proposal.id} proposal={proposal} tools={place === 0 && hasDraft ? start : null} />
          ))
        )}
      </div>
      <div className={style.side}>
        <DutiesTable planning={planning} />
        <CommonNumbers planning={planning} />
        <LeadStages />
        {earlier.length > 0 && <Earlier proposals={earlier} />}
      </div>
      {isProposing && (
        <ProposeDialog planning={planning} usual={usualOf(open[0]?.approvers ?? usual)} onClose={() => setProposing(false)} />
      )}
    </div>
  );
}

function Open({ proposal, tools }: { readonly proposal: ProposalView; readonly tools: ReactNode }) {
  const asked = useAnswer('proposalTexts', { proposal: proposal.id });
  const view = asked.data?.view ?? null;
  return (
    <>
      <ProposalCard proposal={proposal} tools={tools} />
      <ProposalChanges proposal={proposal} proposed={asked.data} />
      <ObjectionList proposal={proposal} view={view} />
    </>
  );
}

function Earlier({ proposals }: { readonly proposals: readonly ProposalView[] }) {
  const { t } = useTranslation('agree');
  const people = usePeople();
  const { lang, calendar } = useFigures();
  return (
    <Section title={t('earlier')}>
      <ol className={style.earlier}>
        {proposals.map(({ id, at, author, reason, state, version }) => (
          <li key={id}>
            <span>
              {formatDay(localMoment(at, calendar.zone).day, lang)} {people.nameOf(author)}
            </span>
            <Tag>{state === 'published' ? t('statePublished', { number: version }) : t('stateWithdrawn')}</Tag>
            <p>{reason}</p>
          </li>
        ))}
      </ol>
    </Section>
  );
}

/** One person a side, as the form asks for them. */
function usualOf(approvers: ProposalView['approvers']): Approvers {
  const memberOf = (side: 'marketing' | 'sales' | 'executive') => approvers.find(one => one.side === side)?.member ?? '';
  return { marketing: memberOf('marketing'), sales: memberOf('sales'), executive: memberOf('executive') };
}
