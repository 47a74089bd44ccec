import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConnectionView, ConnectorView } from '#contract/connection.ts';
import type { WireProblem } from '#contract/problem.ts';
import { WEEKDAYS } from '#core/calendar/calendar-settings.ts';
import { fieldProblems } from '../app/field-problems.ts';
import { succeeded } from '../app/succeeded.ts';
import { useAction } from '../app/use-action.ts';
import { useWorkspace } from '../app/workspace-context.ts';
import { Button } from '../ui/button.tsx';
import { DateField } from '../ui/date-field.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field, Select, TextArea, TextInput } from '../ui/field.tsx';
import { useSay } from '../ui/language.ts';
import style from './connect.module.css';
import { connectLabels } from './connect-labels.ts';
import { bodyOf, type ConnectionDraft, draftOf, newDraft, secretsOf } from './connection-draft.ts';

const SECRETS = {
  key: 'secretKey',
  'client-id': 'secretClientId',
  'client-secret': 'secretClientSecret',
  'refresh-token': 'secretRefreshToken',
  token: 'secretToken',
  user: 'secretUser',
  password: 'secretPassword',
  'developer-token': 'secretDeveloperToken',
} as const satisfies Readonly<Record<string, keyof typeof connectLabels>>;

/** Adds a connection, or changes one. */
export function ConnectionForm({
  connectors,
  connection,
  onClose,
}: {
  readonly connectors: readonly ConnectorView[];
  readonly connection: ConnectionView | undefined;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('connect');
  const { t: ui } = useTranslation('ui');
  const say = useSay();
  const { today } = useWorkspace();
  const create = useAction('createConnection');
  const edit = useAction('editConnection');
  const [first] = connectors;
  const [draft, setDraft] = useState<ConnectionDraft | undefined>(
    connection ? draftOf(connection) : first && newDraft(first, today),
  );
  const [problems, setProblems] = useState<readonly WireProblem[]>([]);
  const connector = connectors.find(({ id }) => id === draft?.connector);
  if (!draft || !connector) return null;
  const of = fieldProblems(problems, say);
  const change = (more: Partial<ConnectionDraft>) => setDraft({ ...draft, ...more });
  const way = connector.signIn.find(({ id }) => id === draft.signIn) ?? connector.signIn[0];
  const save = async () => {
    const body = bodyOf(draft);
    if (!body) return;
    const secrets = secretsOf(draft);
    const answer = connection
      ? await edit.run({
          connection: connection.id,
          body: { ...body, ...(secrets ? { secrets } : {}), revision: connection.revision },
        })
      : await create.run({ body: { ...body, secrets: secrets ?? {} } });
    const onProblems = (found: readonly WireProblem[]) => {
      setProblems(found);
      return found.filter(({ at }) => at.length === 0);
    };
    if (succeeded(answer, { toast: { kind: 'good', text: connectLabels.saved }, onProblems })) onClose();
  };
  return (
    <Dialog
      wide
      title={connection ? t('formEdit', { name: connection.name }) : t('formNew')}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button look="main" busy={create.busy || edit.busy} onClick={() => void save()}>
            {t('save')}
          </Button>
        </>
      }
    >
      <div className={style.form}>
        <Field label={t('service')}>
          {control => (
            <Select
              {...control}
              disabled={connection !== undefined}
              value={draft.connector}
              options={connectors.map(({ id, name }) => ({ value: id, label: say(name) }))}
              onChange={event => {
                const chosen = connectors.find(({ id }) => id === event.target.value);
                if (chosen) setDraft({ ...newDraft(chosen, today), name: draft.name });
                setProblems([]);
              }}
            />
          )}
        </Field>
        <Field label={t('name')} required hint={t('nameHint')} problem={of('name')}>
          {control => <TextInput {...control} value={draft.name} onChange={event => change({ name: event.target.value })} />}
        </Field>
        {connector.fields.map(({ id, label, hint, isOptional, isLong }) => (
          <Field
            key={id}
            label={say(label)}
            required={!isOptional}
            hint={say(hint)}
            problem={of(id)}
            className={isLong ? style.whole : undefined}
          >
            {control => {
              const value = draft.settings[id] ?? '';
              const set = (text: string) => change({ settings: { ...draft.settings, [id]: text } });
              return isLong ? (
                <TextArea {...control} rows={6} spellCheck={false} value={value} onChange={event => set(event.target.value)} />
              ) : (
                <TextInput {...control} spellCheck={false} value={value} onChange={event => set(event.target.value)} />
              );
            }}
          </Field>
        ))}
        {connector.isDatabase && <p className={`${style.whole} mut`}>{t('databaseText')}</p>}
        {connector.signIn.length > 1 && (
          <Field label={t('signIn')} className={style.whole}>
            {control => (
              <Select
                {...control}
                value={draft.signIn}
                options={connector.signIn.map(({ id }) => ({ value: id, label: t(id) }))}
                onChange={event => {
                  const chosen = connector.signIn.find(({ id }) => id === event.target.value);
                  if (chosen) change({ signIn: chosen.id, secrets: {} });
                }}
              />
            )}
          </Field>
        )}
        {way?.secrets.map(id => (
          <SecretField
            key={id}
            id={id}
            isKept={connection !== undefined}
            value={draft.secrets[id] ?? ''}
            problem={of(id)}
            onChange={text => change({ secrets: { ...draft.secrets, [id]: text } })}
          />
        ))}
        <p className={`${style.whole} dim`}>
          {t('secretText')} {connection && t('secretKept')}
        </p>
        <DateField
          label={t('since')}
          required
          value={draft.since}
          today={today}
          problem={of('since')}
          onChange={since => change({ since })}
        />
        <Field label={t('restates')} hint={t('restatesHint', { days: connector.restates })} problem={of('restates')}>
          {control => (
            <TextInput
              {...control}
              inputMode="numeric"
              value={draft.restates}
              onChange={event => change({ restates: event.target.value })}
            />
          )}
        </Field>
        <ScheduleFields draft={draft} onChange={change} />
        {!connector.isDatabase && (
          <Field label={t('dataset')} hint={t('datasetHint', { id: connection?.fills ?? connector.id })} problem={of('dataset')}>
            {control => (
              <TextInput
                {...control}
                spellCheck={false}
                value={draft.dataset}
                onChange={event => change({ dataset: event.target.value })}
              />
            )}
          </Field>
        )}
      </div>
    </Dialog>
  );
}

function SecretField({
  id,
  value,
  isKept,
  problem,
  onChange,
}: {
  readonly id: string;
  readonly value: string;
  readonly isKept: boolean;
  readonly problem: string | undefined;
  readonly onChange: (text: string) => void;
}) {
  const { t } = useTranslation('connect');
  const label = id in SECRETS ? t(SECRETS[id as keyof typeof SECRETS]) : id;
  return (
    <Field label={label} required={!isKept} problem={problem} className={id === 'key' ? style.whole : undefined}>
      {control =>
        id === 'key' ? (
          <TextArea
            {...control}
            rows={4}
            spellCheck={false}
            autoComplete="off"
            value={value}
            onChange={event => onChange(event.target.value)}
          />
        ) : (
          <TextInput
            {...control}
            type={id === 'user' || id === 'client-id' ? 'text' : 'password'}
            autoComplete="off"
            value={value}
            onChange={event => onChange(event.target.value)}
          />
        )
      }
    </Field>
  );
}

function ScheduleFields({
  draft,
  onChange,
}: {
  readonly draft: ConnectionDraft;
  readonly onChange: (more: Partial<ConnectionDraft>) => void;
}) {
  const { t } = useTranslation('connect');
  const { calendar } = useWorkspace();
  const hasTime = draft.every === 'day' || draft.every === 'week';
  return (
    <div className={style.schedule}>
      <Field label={t('every')}>
        {control => (
          <Select
            {...control}
            value={draft.every}
            options={(['day', 'week', 'hour', 'never'] as const).map(id => ({ value: id, label: t(id) }))}
            onChange={event => {
              const every = (['day', 'week', 'hour', 'never'] as const).find(id => id === event.target.value);
              if (every) onChange({ every });
            }}
          />
        )}
      </Field>
      {draft.every === 'week' && (
        <Field label={t('on')}>
          {control => (
            <Select
              {...control}
              value={draft.on}
              options={WEEKDAYS.map(id => ({ value: id, label: t(id) }))}
              onChange={event => {
                const on = WEEKDAYS.find(id => id === event.target.value);
                if (on) onChange({ on });
              }}
            />
          )}
        </Field>
      )}
      {hasTime && (
        <Field label={t('at')} hint={t('zone', { zone: calendar.zone })}>
          {control => (
            <TextInput {...control} type="time" value={draft.at} onChange={event => onChange({ at: event.target.value })} />
          )}
        </Field>
      )}
    </div>
  );
}
