import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WireProblem } from '#contract/problem.ts';
import { fieldProblems } from '../app/field-problems.ts';
import { usePlace } from '../app/place.ts';
import { succeeded } from '../app/succeeded.ts';
import { useAction } from '../app/use-action.ts';
import { usePeople, useWorkspace } from '../app/workspace-context.ts';
import { Button } from '../ui/button.tsx';
import { Card, Section } from '../ui/card.tsx';
import { Combobox } from '../ui/combobox.tsx';
import { DateField } from '../ui/date-field.tsx';
import { Field, Select, TextArea, TextInput } from '../ui/field.tsx';
import { useLang, useSay } from '../ui/language.ts';
import act from './act.module.css';
import { actLabels } from './act-labels.ts';
import { ExpectedFields } from './expected-fields.tsx';
import { type InitiativeFields, inputOf, modeOf } from './initiative-fields.ts';
import { type Initiative, useInitiativeWords } from './initiative-words.ts';
import { MoreFields } from './more-fields.tsx';
import { RecallCard } from './recall-card.tsx';

export interface InitiativeFormProps {
  readonly start: InitiativeFields;
  readonly existing?: Initiative;
  readonly onSaved: (id: string) => void;
  readonly onCancel: () => void;
}

/** Writes down an initiative: what should come of it stands before who and when. Beside it, what similar ones taught. */
export function InitiativeForm({ start, existing, onSaved, onCancel }: InitiativeFormProps) {
  const { t } = useTranslation('act');
  const { t: ui } = useTranslation('ui');
  const say = useSay();
  const { plan = '' } = usePlace();
  const { currency } = useWorkspace();
  const { nodes } = useInitiativeWords();
  const create = useAction('createInitiative');
  const edit = useAction('editInitiative');
  const [fields, setFields] = useState(start);
  const [problems, setProblems] = useState<readonly WireProblem[]>([]);
  const set = (change: Partial<InitiativeFields>) => setFields({ ...fields, ...change });
  const of = fieldProblems(problems, say);
  const onProblems = (found: readonly WireProblem[]) => {
    setProblems(found);
    requestAnimationFrame(() => document.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
    return found.filter(({ at }) => !SHOWN.some(field => at.includes(field)));
  };
  const save = async () => {
    const unit = nodes.find(({ id }) => id === fields.expectedKpi)?.unit;
    const input = inputOf(fields, plan, existing?.cost?.currency ?? currency, modeOf(fields, unit));
    const answer = existing
      ? await edit.run({ initiative: existing.id, body: { revision: existing.revision, initiative: input } })
      : await create.run({ body: input });
    const text = existing ? actLabels.saved : actLabels.created;
    if (succeeded(answer, { toast: { kind: 'good', text }, onProblems })) onSaved(answer.value.initiative.id);
  };
  return (
    <form
      className={act.columns}
      onSubmit={event => {
        event.preventDefault();
        void save();
      }}
    >
      <div className={act.column}>
        <Card className={act.form}>
          <Field label={t('name')} required problem={of('title')}>
            {control => (
              <TextInput
                {...control}
                value={fields.title}
                placeholder={t('namePlaceholder')}
                onChange={event => set({ title: event.target.value })}
              />
            )}
          </Field>
          <KpiField fields={fields} set={set} problem={of('kpis')} />
          <Field label={t('hypothesis')} hint={t('hypothesisHint')} problem={of('hypothesis')}>
            {control => (
              <TextArea {...control} value={fields.hypothesis} onChange={event => set({ hypothesis: event.target.value })} />
            )}
          </Field>
        </Card>
        <Section title={t('effect')} note={t('expectedNote')}>
          <ExpectedFields fields={fields} set={set} problem={of('expected')} />
        </Section>
        <Section title={t('facts')}>
          <WhoAndWhen fields={fields} set={set} of={of} />
        </Section>
        <MoreFields fields={fields} set={set} of={of} />
        <div className={act.bar}>
          <Button look="quiet" className={act.far} onClick={onCancel}>
            {ui('cancel')}
          </Button>
          <Button look="main" type="submit" busy={create.busy || edit.busy}>
            {existing ? t('save') : t('saveNew')}
          </Button>
        </div>
      </div>
      <div className={act.column}>
        <RecallCard nodes={fields.kpis} />
      </div>
    </form>
  );
}

/** Fields that show their own problems. */
const SHOWN = [
  'title',
  'kpis',
  'hypothesis',
  'expected',
  'owner',
  'due',
  'cost',
  'evidence',
  'cause',
  'risk',
  'segment',
  'effort',
  'pilot',
];

export interface FieldsProps {
  readonly fields: InitiativeFields;
  readonly set: (change: Partial<InitiativeFields>) => void;
}

function KpiField({ fields, set, problem }: FieldsProps & { readonly problem: string | undefined }) {
  const { t } = useTranslation('act');
  const lang = useLang();
  const { nodes } = useInitiativeWords();
  const choices = nodes.map(node => ({
    id: node.id,
    name: node.name[lang],
    aliases: [...node.aliases, lang === 'ja' ? node.name.en : node.name.ja, node.id],
  }));
  const choose = (kpis: readonly string[]) => {
    const [first] = kpis;
    const isNew = first !== undefined && !fields.kpis.includes(fields.expectedKpi);
    set({ kpis, ...(isNew ? { expectedKpi: first, expectedMode: '' as const } : {}) });
  };
  return (
    <Combobox
      label={t('kpis')}
      required
      hint={t('kpisHint')}
      problem={problem}
      placeholder={t('kpisPlaceholder')}
      choices={choices}
      chosen={fields.kpis}
      onChange={choose}
    />
  );
}

function WhoAndWhen({ fields, set, of }: FieldsProps & { readonly of: (field: string) => string | undefined }) {
  const { t } = useTranslation('act');
  const people = usePeople();
  const { today } = useWorkspace();
  return (
    <div className={act.form}>
      <div className={act.two}>
        <Field label={t('owner')} required problem={of('owner')}>
          {control => (
            <Select
              {...control}
              value={fields.owner}
              options={[{ value: '', label: t('unset') }, ...people.active.map(({ id, name }) => ({ value: id, label: name }))]}
              onChange={event => set({ owner: event.target.value })}
            />
          )}
        </Field>
        <DateField
          label={t('startDay')}
          value={fields.start}
          today={today}
          problem={of('start')}
          onChange={start => set({ start })}
        />
        <DateField
          label={t('dueDay')}
          required
          value={fields.due}
          today={today}
          problem={of('due')}
          onChange={due => set({ due })}
        />
        <Field label={t('cost')} problem={of('cost')}>
          {control => (
            <TextInput
              {...control}
              inputMode="decimal"
              placeholder="300,000"
              value={fields.cost}
              onChange={event => set({ cost: event.target.value })}
            />
          )}
        </Field>
      </div>
      <Combobox
        label={t('contributors')}
        placeholder={t('contributorsPlaceholder')}
        choices={people.active
          .filter(({ id }) => id !== fields.owner)
          .map(({ id, name, department }) => ({ id, name, aliases: [id, department ?? ''], note: department ?? '' }))}
        chosen={fields.contributors}
        onChange={contributors => set({ contributors })}
      />
    </div>
  );
}
