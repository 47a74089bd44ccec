import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { referencesOf } from '#core/formula/ast.ts';
import type { Problem } from '#core/problem/problem.ts';
import { sentence } from '#core/problem/sentence.ts';
import { actingMember } from '../app/acting.ts';
import { useAnswer } from '../app/use-answer.ts';
import { useWorkspace } from '../app/workspace-context.ts';
import { catalogueWith } from '../plan/catalogue-with.ts';
import { useCheckedPlan } from '../plan/use-checked-plan.ts';
import { Button } from '../ui/button.tsx';
import { Card, Section } from '../ui/card.tsx';
import { Field, Select, TextInput } from '../ui/field.tsx';
import { useLang } from '../ui/language.ts';
import { Empty, Loading } from '../ui/states.tsx';
import { useStore } from '../ui/store.ts';
import style from './begin.module.css';
import { beginLabels } from './begin-labels.ts';
import { BegunCheck } from './begun-check.tsx';
import { OwnerField } from './owner-field.tsx';
import { PublishButton } from './publish-button.tsx';
import { SheetKpiTable } from './sheet-kpi-table.tsx';
import type { GivenSheets } from './sheet-source.ts';
import { storable, useBeginPlan } from './use-begin-plan.ts';
import { useSheetPlan } from './use-sheet-plan.ts';

/** Every sheet of the file that can be read. */
const ALL = 'all';

/** What was read of a sheet and what becomes of it: everything can be put right before the plan is made. */
export function SheetDesk({ given, onLeave }: { readonly given: GivenSheets; readonly onLeave: () => void }) {
  const { t } = useTranslation('begin');
  const { currency, today } = useWorkspace();
  const member = useStore(actingMember);
  const definitions = useAnswer('definitions', {}).data?.text;
  const catalogue = useMemo(
    () => (definitions === undefined ? undefined : catalogueWith(definitions, currency)),
    [definitions, currency],
  );
  const { answers, setAnswers, read, readable, kpis, matches, plan, source, name } = useSheetPlan(
    given,
    catalogue,
    member,
    year => t('defaultName', { year }),
  );
  const checked = useCheckedPlan(plan?.texts ?? null);
  const { begin, busy } = useBeginPlan();
  const [isAsking, setAsking] = useState(false);
  const set = (change: Partial<typeof answers>) => setAnswers({ ...answers, ...change });
  if (!catalogue) return <Loading lines={8} />;
  const sheetChoice = given.sheets.length > 1 && (
    <Field label={t('whichSheet')}>
      {control => (
        <Select
          {...control}
          value={answers.sheet === undefined ? ALL : String(answers.sheet)}
          options={[
            { value: ALL, label: readable.length === 1 ? (readable[0]?.name ?? '') : t('allSheets', { count: readable.length }) },
            ...given.sheets.flatMap(({ name: label }, place) =>
              readable.length === 1 && readable[0]?.place === place ? [] : [{ value: String(place), label }],
            ),
          ]}
          onChange={event => {
            const { owner } = answers;
            setAnswers({ metrics: {}, owner, ...(event.target.value === ALL ? {} : { sheet: Number(event.target.value) }) });
          }}
        />
      )}
    </Field>
  );
  const leave = (
    <Button icon="refresh" onClick={onLeave}>
      {t('otherSheet')}
    </Button>
  );
  if (!read.ok || !plan) {
    return (
      <Card>
        {sheetChoice}
        <Empty icon="warn" title={t('unreadableSheet')} actions={leave}>
          <Sentences problems={read.problems} />
        </Empty>
      </Card>
    );
  }
  const finish = async (isPublished: boolean) => {
    setAsking(true);
    const parts = (node: string) => {
      const formula = catalogue.metrics.get(node)?.formula;
      return formula ? referencesOf(formula) : [];
    };
    const actuals = isPublished ? await storable(plan.actuals, today, parts) : [];
    const done = await begin({ texts: plan.texts, actuals, publish: isPublished ? beginLabels.reasonSheet : undefined });
    setAsking(false);
    if (done) onLeave();
  };
  const { value } = read;
  const left = Object.values(value.left).reduce((sum, count) => sum + count, 0);
  const count = (of: 'target' | 'actual') => kpis.reduce((sum, kpi) => sum + kpi[of].size, 0);
  const isFinal = checked?.texts.yaml === plan.texts.yaml && checked.texts.sheet === plan.texts.sheet;
  const canPublish = isFinal && checked.check.publishable;
  const begunActuals = plan.actuals.filter(({ month }) => month <= today.slice(0, 7)).length;
  return (
    <div className={style.columns}>
      <div className={style.column}>
        <Card>
          <div className={style.foundHead}>
            <p className={style.found}>
              {t('found', { months: value.months.length, kpis: kpis.length, targets: count('target'), actuals: count('actual') })}
            </p>
            {leave}
          </div>
          {left > 0 && <p className={style.quiet}>{t('passedOver', { count: left })}</p>}
          {source?.isCut && <p className={style.quiet}>{t('cut')}</p>}
          <div className={style.asked}>
            {sheetChoice}
            {value.year && !value.year.said && (
              <Field label={t('firstYear')}>
                {control => (
                  <TextInput
                    {...control}
                    inputMode="numeric"
                    defaultValue={String(answers.year ?? value.year?.first ?? '')}
                    onChange={event => {
                      const typed = Number(event.target.value);
                      if (/^(?:19|20)\d\d$/.test(event.target.value)) set({ year: typed });
                    }}
                  />
                )}
              </Field>
            )}
            {value.assumedKind && (
              <Field label={t('figuresAre')}>
                {control => (
                  <Select
                    {...control}
                    value={value.assumedKind ?? 'target'}
                    options={[
                      { value: 'target', label: t('areTargets') },
                      { value: 'actual', label: t('areActuals') },
                    ]}
                    onChange={event => set({ kind: event.target.value === 'actual' ? 'actual' : 'target' })}
                  />
                )}
              </Field>
            )}
          </div>
          <Doubts problems={[...value.doubts, ...plan.doubts]} />
        </Card>
        <SheetKpiTable
          nodes={plan.nodes}
          matches={matches}
          catalogue={catalogue}
          told={answers.metrics}
          onMetric={(kpi, metric) => set({ metrics: { ...answers.metrics, [kpi]: metric } })}
        />
      </div>
      <div className={style.column}>
        <BegunCheck checked={isFinal ? checked : undefined} empty={t('checking')} alone={t('treeNone')} />
        <Section title={t('planSection')} className={style.form}>
          <Field label={t('planName')}>
            {control => (
              <TextInput {...control} autoComplete="off" value={name} onChange={event => set({ name: event.target.value })} />
            )}
          </Field>
          <Field label={t('goalIs')}>
            {control => (
              <Select
                {...control}
                value={plan.nodes.find(({ place }) => place === 'goal')?.kpi ?? ''}
                options={plan.goals.map(key => ({ value: key, label: kpis.find(kpi => kpi.key === key)?.name ?? key }))}
                onChange={event => set({ goal: event.target.value })}
              />
            )}
          </Field>
          <OwnerField value={answers.owner} onChange={owner => set({ owner })} />
          {begunActuals > 0 && <p className={style.quiet}>{t('publishNote', { count: begunActuals })}</p>}
          {!canPublish && isFinal && <p className={style.quiet}>{t(answers.owner === '' ? 'publishNeeds' : 'publishProblem')}</p>}
          <div className={style.foot}>
            <Button busy={busy || isAsking} onClick={() => void finish(false)}>
              {t('makeDraft')}
            </Button>
            <PublishButton
              owner={answers.owner}
              onOwner={who => set({ owner: who })}
              busy={busy || isAsking}
              canPublish={canPublish}
              onPublish={() => void finish(true)}
            />
          </div>
        </Section>
      </div>
    </div>
  );
}

const FIRST = 3;

function Doubts({ problems }: { readonly problems: readonly Problem[] }) {
  const { t } = useTranslation('begin');
  const [all, setAll] = useState(false);
  if (problems.length === 0) return null;
  return (
    <div className={style.doubts}>
      <strong>{t('doubts')}</strong>
      <Sentences problems={all ? problems : problems.slice(0, FIRST)} />
      {problems.length > FIRST && !all && (
        <Button look="link" onClick={() => setAll(true)}>
          {t('moreDoubts', { count: problems.length - FIRST })}
        </Button>
      )}
    </div>
  );
}

function Sentences({ problems }: { readonly problems: readonly Problem[] }) {
  const lang = useLang();
  return (
    <ul className={style.sentences}>
      {problems.map((found, place) => (
        <li key={`${found.code} ${place}`}>{sentence(found, lang)}</li>
      ))}
    </ul>
  );
}
