import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { GoalVerdictReport } from '#contract/check.ts';
import type { PlanView } from '#contract/plan-view.ts';
import { ErrorState } from '../app/error-state.tsx';
import { useAnswer } from '../app/use-answer.ts';
import { useVersionName } from '../app/version-name.ts';
import { Section } from '../ui/card.tsx';
import { Field, Select } from '../ui/field.tsx';
import { Fine, Loading } from '../ui/states.tsx';
import { ChangeList } from './change-list.tsx';
import type { PlanTexts } from './edit-plan.ts';
import { planChanges } from './plan-changes.ts';
import type { Planning } from './use-planning.ts';
import { VerdictChange } from './verdict-change.tsx';
import type { Version } from './version-list.tsx';
import style from './versions.module.css';

/** What differs between two versions, or between a version and one's own draft, in words. */
export function VersionDifference({
  versions,
  from,
  until,
  planning,
}: {
  readonly versions: readonly Version[];
  readonly from: string | undefined;
  readonly until: string;
  readonly planning: Planning;
}) {
  const { t } = useTranslation('plan');
  const { t: app } = useTranslation('app');
  const navigate = useNavigate();
  const nameOf = useVersionName();
  const before = useSide(from, planning);
  const after = useSide(until, planning);
  const options = versions.toReversed().map(version => ({
    value: String(version.number),
    label: version.names.length > 0 ? `${app('version', { number: version.number })} ${nameOf(version)}` : nameOf(version),
  }));
  const set = (key: 'from' | 'until', value: string) =>
    void navigate({
      to: '/plan/versions',
      search: previous => ({ ...previous, from, until, [key]: value }),
      resetScroll: false,
      replace: true,
    });
  const failed = before.error ?? after.error;
  return (
    <Section title={t('diffTitle')}>
      <div className={style.choice}>
        <Field label={t('diffFrom')}>
          {control => (
            <Select
              {...control}
              small
              value={from ?? ''}
              options={[...(from === undefined ? [{ value: '', label: t('nothing') }] : []), ...options]}
              onChange={event => set('from', event.target.value)}
            />
          )}
        </Field>
        <Field label={t('diffUntil')}>
          {control => (
            <Select
              {...control}
              small
              value={until}
              options={[
                ...(planning.desk.isDraft || until === 'draft' ? [{ value: 'draft', label: t('myDraft') }] : []),
                ...options,
              ]}
              onChange={event => set('until', event.target.value)}
            />
          )}
        </Field>
      </div>
      {from === undefined ? (
        <p className="mut">{t('firstVersion')}</p>
      ) : failed ? (
        <ErrorState error={failed} onRetry={() => set('until', until)} />
      ) : before.value && after.value ? (
        <Difference before={before.value} after={after.value} />
      ) : (
        <Loading lines={5} />
      )}
    </Section>
  );
}

interface Side {
  readonly view: PlanView | null;
  readonly goals: readonly GoalVerdictReport[];
  readonly texts: PlanTexts;
}

function useSide(
  which: string | undefined,
  { answer, checked, desk }: Planning,
): { readonly value?: Side | undefined; readonly error?: unknown } {
  const isVersion = which !== undefined && which !== 'draft';
  const asked = useAnswer('planVersion', { plan: answer.plan.id, version: which ?? '' }, { when: isVersion });
  if (which === 'draft')
    return { value: checked && desk.texts ? { view: checked.view, goals: checked.check.goals, texts: desk.texts } : undefined };
  return {
    value: asked.data && { view: asked.data.view, goals: asked.data.check.goals, texts: asked.data.texts },
    error: asked.error ?? undefined,
  };
}

function Difference({ before, after }: { readonly before: Side; readonly after: Side }) {
  const { t } = useTranslation('plan');
  const changes = before.view && after.view ? planChanges(before.view, after.view) : [];
  const isSame = before.texts.yaml === after.texts.yaml && before.texts.sheet === after.texts.sheet;
  const nodes = new Map(after.view?.nodes.map(node => [node.id, node]));
  return (
    <>
      <div className={style.verdict}>
        <VerdictChange before={before.goals} after={after.goals} nodeOf={id => nodes.get(id)} />
      </div>
      {changes.length > 0 ? (
        <ChangeList changes={changes} view={after.view} />
      ) : isSame ? (
        <Fine>{t('diffNone')}</Fine>
      ) : (
        <p className="mut">{t('fieldOther')}</p>
      )}
    </>
  );
}
