import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProposalView } from '#contract/agreement.ts';
import type { Api } from '#contract/api.ts';
import type { ResponseOf } from '#contract/endpoint.ts';
import { formatDay } from '#core/calendar/format-day.ts';
import { agreeLabels } from '../agree/agree-labels.ts';
import { succeeded } from '../app/succeeded.ts';
import { useAction } from '../app/use-action.ts';
import { useAnswer } from '../app/use-answer.ts';
import { usePeople } from '../app/workspace-context.ts';
import { Avatar } from '../ui/avatar.tsx';
import { Button, buttonClass, IconButton } from '../ui/button.tsx';
import { Section } from '../ui/card.tsx';
import { classNames } from '../ui/class-names.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Field, TextInput } from '../ui/field.tsx';
import { useFigures } from '../ui/figures.ts';
import { useSay } from '../ui/language.ts';
import { localMoment } from '../ui/local-moment.ts';
import { Menu } from '../ui/menu.tsx';
import { Pill, Tag } from '../ui/pill.tsx';
import { showToast } from '../ui/toasts.tsx';
import { planLabels } from './plan-labels.ts';
import type { Planning } from './use-planning.ts';
import { useRestore } from './use-restore.ts';
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
  const proposals = useAnswer('proposals', { plan: planning.answer.plan.id }, { keep: true }).data?.proposals ?? [];
  const agreedOf = (number: number) =>
    proposals.find(({ state, version }) => state === 'published' && version === number)?.approvers ?? [];
  return (
    <Section
      title={t('versionsTitle')}
      note={t('countOf', { count: versions.length })}
      tools={<ToRead plan={planning.answer.plan.id} />}
    >
      <ol className={style.list}>
        {versions.toReversed().map(version => (
          <VersionItem
            key={version.number}
            version={version}
            planning={planning}
            isShown={shown === String(version.number)}
            isNewest={version.number === newest}
            agreed={agreedOf(version.number)}
            onName={() => setNaming(version)}
          />
        ))}
      </ol>
      {naming && <NameDialog version={naming} onClose={() => setNaming(undefined)} />}
    </Section>
  );
}

/** The page for those who only read, and its link to hand on. [DES-71] */
function ToRead({ plan }: { readonly plan: string }) {
  const { t } = useTranslation('agree');
  const copy = async () => {
    await navigator.clipboard.writeText(new URL(`/published/${encodeURIComponent(plan)}`, location.origin).href);
    showToast({ kind: 'good', text: agreeLabels.linkCopied });
  };
  return (
    <>
      <Link to="/published/$plan" params={{ plan }} className={buttonClass('plain', true)}>
        {t('readOnly')}
      </Link>
      <Button small look="quiet" onClick={() => void copy()}>
        {t('copyLink')}
      </Button>
    </>
  );
}

function VersionItem({
  version,
  planning,
  isShown,
  isNewest,
  agreed,
  onName,
}: {
  readonly version: Version;
  readonly planning: Planning;
  readonly isShown: boolean;
  readonly isNewest: boolean;
  /** Who approved it for which side, where it came of an agreement. [AGR-05] */
  readonly agreed: ProposalView['approvers'];
  readonly onName: () => void;
}) {
  const { t } = useTranslation('plan');
  const { t: agree } = useTranslation('agree');
  const { t: past } = useTranslation('past');
  const say = useSay();
  const figures = useFigures();
  const people = usePeople();
  const navigate = useNavigate();
  const { number, names, author, reason, publishedAt, effectiveFrom } = version;
  const { day, time } = localMoment(publishedAt, figures.calendar.zone);
  const { restore } = useRestore(planning);
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
        {agreed.length > 0 && <Pill tone="good">{agree('sharedVersion')}</Pill>}
        <span className={style.menu}>
          <Menu
            label={t('versionActions')}
            align="end"
            entries={[
              {
                id: 'see',
                label: past('see'),
                icon: 'plan',
                onSelect: () =>
                  void navigate({ to: '/plan', search: previous => ({ ...previous, mode: undefined, version: String(number) }) }),
              },
              { id: 'name', label: t('nameIt'), icon: 'flag', onSelect: onName },
              { id: 'restore', label: t('restore'), icon: 'edit', onSelect: () => void restore(number) },
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
      {agreed.length > 0 && (
        <p className={style.agreed}>
          {agreed.map(({ side, member }) => `${agree(side)} ${people.nameOf(member)}`).join(say({ ja: '、', en: ', ' }))}
        </p>
      )}
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
