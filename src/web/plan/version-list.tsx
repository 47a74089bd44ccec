import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Api } from '#contract/api.ts';
import type { ResponseOf } from '#contract/endpoint.ts';
import { formatDay } from '#core/calendar/format-day.ts';
import { succeeded } from '../app/succeeded.ts';
import { useAction } from '../app/use-action.ts';
import { usePeople } from '../app/workspace-context.ts';
import { Avatar } from '../ui/avatar.tsx';
import { Button, IconButton } from '../ui/button.tsx';
import { Section } from '../ui/card.tsx';
import { classNames } from '../ui/class-names.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Field, TextInput } from '../ui/field.tsx';
import { useFigures } from '../ui/figures.ts';
import { useSay } from '../ui/language.ts';
import { localMoment } from '../ui/local-moment.ts';
import { Menu } from '../ui/menu.tsx';
import { Tag } from '../ui/pill.tsx';
import { planLabels } from './plan-labels.ts';
import type { Planning } from './use-planning.ts';
import style from './versions.module.css';

export type Version = ResponseOf<Api['planVersions']>['versions'][number];

/** The versions, newest first. */
export function VersionList({
  versions,
  planning,
  shown,
}: {
  readonly versions: readonly Version[];
  readonly planning: Planning;
  readonly shown: string;
}) {
  const { t } = useTranslation('plan');
  const [naming, setNaming] = useState<Version>();
  const newest = versions.at(-1)?.number;
  return (
    <Section title={t('versionsTitle')} note={t('countOf', { count: versions.length })}>
      <ol className={style.list}>
        {versions.toReversed().map(version => (
          <VersionItem
            key={version.number}
            version={version}
            planning={planning}
            isShown={shown === String(version.number)}
            isNewest={version.number === newest}
            onName={() => setNaming(version)}
          />
        ))}
      </ol>
      {naming && <NameDialog version={naming} onClose={() => setNaming(undefined)} />}
    </Section>
  );
}

function VersionItem({
  version,
  planning,
  isShown,
  isNewest,
  onName,
}: {
  readonly version: Version;
  readonly planning: Planning;
  readonly isShown: boolean;
  readonly isNewest: boolean;
  readonly onName: () => void;
}) {
  const { t } = useTranslation('plan');
  const say = useSay();
  const figures = useFigures();
  const people = usePeople();
  const navigate = useNavigate();
  const restore = useAction('restorePlanVersion');
  const { number, names, author, reason, publishedAt, effectiveFrom } = version;
  const { day, time } = localMoment(publishedAt, figures.calendar.zone);
  const onRestore = async () => {
    if (!(await planning.desk.flush())) return;
    const revision = planning.answer.draft?.revision ?? 0;
    const done = await restore.run({ plan: version.plan, version: String(number), body: { revision } });
    if (!succeeded(done, { toast: { kind: 'good', text: planLabels.restored } })) return;
    planning.desk.forget();
    await navigate({ to: '/plan', search: previous => ({ ...previous, mode: undefined }) });
  };
  return (
    <li className={classNames(style.version, isShown && style.shown)}>
      <div className={style.versionHead}>
        <button
          type="button"
          className={style.versionName}
          aria-current={isShown || undefined}
          onClick={() =>
            void navigate({
              to: '/plan/versions',
              search: previous => ({ ...previous, from: undefined, until: String(number) }),
              resetScroll: false,
            })
          }
        >
          {t('versionN', { number })}
        </button>
        {names.map(name => (
          <Tag key={name.ja}>{say(name)}</Tag>
        ))}
        {isNewest && <Tag>{t('current')}</Tag>}
        <span className={style.menu}>
          <Menu
            label={t('versionActions')}
            align="end"
            entries={[
              { id: 'name', label: t('nameIt'), icon: 'flag', onSelect: onName },
              { id: 'restore', label: t('restore'), icon: 'edit', onSelect: () => void onRestore() },
            ]}
          >
            {trigger => <IconButton small icon="more" name={t('versionActions')} {...trigger} />}
          </Menu>
        </span>
      </div>
      <div className={style.who}>
        <Avatar name={people.nameOf(author)} />
        <span>{people.nameOf(author)}</span>
        <span className="num">
          {formatDay(day, figures.lang)} {time}
        </span>
        <span>{t('effective', { day: formatDay(effectiveFrom, figures.lang) })}</span>
      </div>
      <p className={style.reason}>{reason || <span className="dim">{t('noReason')}</span>}</p>
    </li>
  );
}

function NameDialog({ version, onClose }: { readonly version: Version; readonly onClose: () => void }) {
  const { t } = useTranslation('plan');
  const { run, busy } = useAction('namePlanVersion');
  const [name, setName] = useState('');
  const [problem, setProblem] = useState<string>();
  const submit = async () => {
    const named = name.trim();
    if (named === '') return setProblem(t('newNeeded'));
    const done = await run({ plan: version.plan, version: String(version.number), body: { name: { ja: named, en: named } } });
    if (done?.kind === 'conflict') return setProblem(t('nameTaken', { number: done.conflict.current }));
    if (succeeded(done, { toast: { kind: 'good', text: planLabels.named } })) onClose();
  };
  return (
    <Dialog
      title={t('nameItTitle', { number: version.number })}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button look="main" busy={busy} onClick={() => void submit()}>
            {t('nameIt')}
          </Button>
        </>
      }
    >
      <Field label={t('nameLabel')} required hint={t('nameItText')} problem={problem}>
        {control => (
          <TextInput
            {...control}
            value={name}
            autoComplete="off"
            onChange={event => setName(event.target.value)}
            onKeyDown={event => {
              if (event.key === 'Enter' && !event.nativeEvent.isComposing) void submit();
            }}
          />
        )}
      </Field>
    </Dialog>
  );
}
