import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TemplateEntry } from '#contract/template.ts';
import { normalise } from '#core/text/normalise.ts';
import { actingMember } from '../app/acting.ts';
import { useAnswer } from '../app/use-answer.ts';
import { useWorkspace } from '../app/workspace-context.ts';
import { useCheckedPlan } from '../plan/use-checked-plan.ts';
import { Button } from '../ui/button.tsx';
import { Card, Section } from '../ui/card.tsx';
import { Field, Select, TextInput } from '../ui/field.tsx';
import { useLang, useSay } from '../ui/language.ts';
import { Empty, Loading } from '../ui/states.tsx';
import { createStore, useStore } from '../ui/store.ts';
import style from './begin.module.css';
import { beginLabels } from './begin-labels.ts';
import { BegunCheck } from './begun-check.tsx';
import { planYear } from './fiscal-year-of.ts';
import guided from './guided.module.css';
import { OptionCard } from './option-card.tsx';
import { ownedTexts } from './owned-texts.ts';
import { OwnerField } from './owner-field.tsx';
import { PublishButton } from './publish-button.tsx';
import { useBeginPlan } from './use-begin-plan.ts';
import { WayPage } from './way-page.tsx';

const FILTERS = ['channel', 'industry', 'purpose', 'phase'] as const;
type Filter = (typeof FILTERS)[number];
const FILTER_LABELS = {
  channel: 'filterChannel',
  industry: 'filterIndustry',
  purpose: 'filterPurpose',
  phase: 'filterPhase',
} as const satisfies Readonly<Record<Filter, string>>;

/** Lives as long as the page is open, so that another template, or a look elsewhere, loses nothing. */
const begun = createStore<{ readonly chosen: readonly string[]; readonly answers: Readonly<Record<string, string>> }>({
  chosen: [],
  answers: {},
});

/** A plan from templates: find some that are close, put in one's own numbers, see whether it adds up. */
export function TemplatePage() {
  const { t } = useTranslation('begin');
  const say = useSay();
  const [filters, setFilters] = useState<Readonly<Partial<Record<Filter, string>>>>({});
  const [words, setWords] = useState('');
  const { chosen, answers } = useStore(begun);
  const asked = useAnswer('templates', { kind: 'plan', ...filters }, { keep: true });
  const all = asked.data;
  const found = all?.templates.filter(({ name, meaning }) =>
    [name, meaning].some(text => normalise(`${text.ja} ${text.en}`).includes(normalise(words))),
  );
  const toggle = (id: string, isOn: boolean) =>
    begun.set({ answers, chosen: isOn ? [...chosen, id] : chosen.filter(one => one !== id) });
  return (
    <WayPage title={t('templateTitle')}>
      <div className={style.columns}>
        <div className={style.column}>
          <Card>
            <div className={style.filters}>
              <Field label={t('filterWords')}>
                {control => (
                  <TextInput {...control} small type="search" value={words} onChange={event => setWords(event.target.value)} />
                )}
              </Field>
              {FILTERS.map(filter => (
                <Field key={filter} label={t(FILTER_LABELS[filter])}>
                  {control => (
                    <Select
                      {...control}
                      small
                      value={filters[filter] ?? ''}
                      options={[
                        { value: '', label: t('anyOf') },
                        ...(all?.words[filter] ?? []).map(word => {
                          const name = all?.names[word];
                          return { value: word, label: name ? say(name) : word };
                        }),
                      ]}
                      onChange={event => {
                        const { [filter]: _, ...others } = filters;
                        setFilters(event.target.value === '' ? others : { ...others, [filter]: event.target.value });
                      }}
                    />
                  )}
                </Field>
              ))}
            </div>
          </Card>
          <Section title={t('templatesFound', { count: found?.length ?? 0 })}>
            {!all && <Loading lines={6} />}
            {found?.length === 0 && (
              <Empty
                small
                title={t('noTemplates')}
                actions={
                  <Button
                    onClick={() => {
                      setFilters({});
                      setWords('');
                    }}
                  >
                    {t('clearFilters')}
                  </Button>
                }
              />
            )}
            <div className={guided.options}>
              {found?.map(template => (
                <OptionCard
                  key={template.id}
                  type="checkbox"
                  name={template.id}
                  checked={chosen.includes(template.id)}
                  title={say(template.name)}
                  onChange={isOn => toggle(template.id, isOn)}
                >
                  {say(template.meaning)}
                  <TemplateGoal template={template} />
                </OptionCard>
              ))}
            </div>
          </Section>
        </div>
        <div className={`${style.column} ${style.beside}`}>
          {chosen.length === 0 ? (
            <Section title={t('chosenTemplates')}>
              <p className="mut">{t('chooseTemplates')}</p>
            </Section>
          ) : (
            <TemplateDesk key={chosen.join(' ')} chosen={chosen} answers={answers} />
          )}
        </div>
      </div>
    </WayPage>
  );
}

function TemplateGoal({ template: { goal } }: { readonly template: TemplateEntry }) {
  const say = useSay();
  if (!goal) return null;
  return (
    <span className={style.templateGoal}>
      {say(goal.name)} {say(goal.example)}
    </span>
  );
}

/** The questions of the chosen templates, and the plan they make. */
function TemplateDesk({
  chosen,
  answers,
}: {
  readonly chosen: readonly string[];
  readonly answers: Readonly<Record<string, string>>;
}) {
  const { t } = useTranslation('begin');
  const say = useSay();
  const lang = useLang();
  const { today, calendar, plans } = useWorkspace();
  const member = useStore(actingMember);
  const [owner, setOwner] = useState(member);
  const [isAll, setAll] = useState(false);
  const given = useDeferredValue(answers);
  const filled = Object.fromEntries(Object.entries(given).filter(([, value]) => value.trim() !== ''));
  const { from } = planYear(today, calendar);
  const made = useAnswer(
    'useTemplates',
    { body: { templates: [...chosen], answers: filled, lang, start: from } },
    { keep: true },
  ).data;
  const texts = made ? ownedTexts(made.texts, owner, made.view, plans) : null;
  const checked = useCheckedPlan(texts);
  const { begin, busy } = useBeginPlan();
  const questions = made?.questions ?? [];
  const shown = isAll ? questions : questions.filter(({ isFirst, isGoal }) => isFirst || isGoal);
  const canPublish = checked?.texts.yaml === texts?.yaml && checked?.check.publishable === true;
  const finish = async (isPublished: boolean) => {
    if (!texts) return;
    const done = await begin({ texts, publish: isPublished ? beginLabels.reasonTemplate : undefined });
    if (done) begun.set({ chosen: [], answers: {} });
  };
  return (
    <>
      <BegunCheck checked={checked} empty={t('checking')} />
      <Section title={t('templateQuestions')} note={t('templateQuestionsNote')} className={style.form}>
        {shown.map(({ key, name, part, example }) => (
          <Field
            key={key}
            label={part === 'baseline' ? t('baselineOf', { name: say(name) }) : t('targetOf', { name: say(name) })}
          >
            {control => (
              <TextInput
                {...control}
                autoComplete="off"
                value={answers[key] ?? ''}
                placeholder={t('example', { value: say(example) })}
                onChange={event => begun.set({ chosen, answers: { ...answers, [key]: event.target.value } })}
              />
            )}
          </Field>
        ))}
        {questions.length > shown.length && (
          <Button look="link" onClick={() => setAll(true)}>
            {t('moreQuestions', { count: questions.length - shown.length })}
          </Button>
        )}
        <OwnerField value={owner} onChange={setOwner} />
        <div className={style.foot}>
          <Button busy={busy} disabled={!texts} onClick={() => void finish(false)}>
            {t('makeDraft')}
          </Button>
          <PublishButton
            owner={owner}
            onOwner={setOwner}
            busy={busy}
            canPublish={canPublish}
            onPublish={() => void finish(true)}
          />
        </div>
      </Section>
    </>
  );
}
