import { useTranslation } from 'react-i18next';
import type { ProposalView } from '#contract/agreement.ts';
import type { Api } from '#contract/api.ts';
import type { ResponseOf } from '#contract/endpoint.ts';
import { useAnswer } from '../app/use-answer.ts';
import { ChangeList } from '../plan/change-list.tsx';
import { planChanges } from '../plan/plan-changes.ts';
import { VerdictChange } from '../plan/verdict-change.tsx';
import { Section } from '../ui/card.tsx';
import { Loading } from '../ui/states.tsx';
import style from './agreement.module.css';

/** What differs from the version a proposal was made from, and what that does to the goals. */
export function ProposalChanges({
  proposal: { plan, base },
  proposed,
}: {
  readonly proposal: ProposalView;
  readonly proposed: ResponseOf<Api['proposalTexts']> | undefined;
}) {
  const { t } = useTranslation('agree');
  const before = useAnswer('planVersion', { plan, version: String(base) }, { when: base > 0 }).data;
  const isReady = proposed && (base === 0 || before);
  const nodes = new Map(proposed?.view?.nodes.map(node => [node.id, node]));
  const changes = before?.view && proposed?.view ? planChanges(before.view, proposed.view) : [];
  return (
    <Section title={t('changes')}>
      {isReady ? (
        <div className={style.changes}>
          <VerdictChange before={before?.check.goals ?? []} after={proposed.check.goals} nodeOf={id => nodes.get(id)} />
          {base === 0 ? (
            <p className="mut">{t('changesFirst')}</p>
          ) : changes.length > 0 ? (
            <ChangeList changes={changes} view={proposed.view} />
          ) : (
            <p className="mut">{t('changesOther')}</p>
          )}
        </div>
      ) : (
        <Loading lines={4} />
      )}
    </Section>
  );
}
