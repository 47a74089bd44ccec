import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApiKeyView } from '#contract/api-key.ts';
import { formatDay } from '#core/calendar/format-day.ts';
import { succeeded } from '../app/succeeded.ts';
import { useAction } from '../app/use-action.ts';
import { useAnswer } from '../app/use-answer.ts';
import { usePeople, useWorkspace } from '../app/workspace-context.ts';
import { Button } from '../ui/button.tsx';
import { Section } from '../ui/card.tsx';
import { type Column, TableSection } from '../ui/data-table.tsx';
import { useFigures } from '../ui/figures.ts';
import { localMoment } from '../ui/local-moment.ts';
import { Pill } from '../ui/pill.tsx';
import { Empty } from '../ui/states.tsx';
import style from './connect.module.css';
import { connectLabels } from './connect-labels.ts';
import { KeyDialog } from './key-dialog.tsx';

/** The keys of programs; a key is shown once, when it is made. */
export function ApiKeys() {
  const { t } = useTranslation('connect');
  const asked = useAnswer('apiKeys', {});
  const [isMaking, setMaking] = useState(false);
  const columns = useKeyColumns();
  const keys = asked.data?.keys ?? [];
  const add = (
    <Button icon="plus" onClick={() => setMaking(true)}>
      {t('keyAdd')}
    </Button>
  );
  return (
    <>
      {keys.length === 0 ? (
        <Section title={t('keys')} note={t('keysNote')}>
          <Empty small icon="lock" title={t('keysNone')} actions={add}>
            {t('keysNoneText')}
          </Empty>
        </Section>
      ) : (
        <TableSection
          title={t('keys')}
          note={t('keysNote')}
          label={t('keys')}
          tools={add}
          columns={columns}
          rows={keys}
          rowKey={({ id }) => id}
        />
      )}
      {isMaking && <KeyDialog onClose={() => setMaking(false)} />}
    </>
  );
}

function useKeyColumns(): readonly Column<ApiKeyView>[] {
  const { t } = useTranslation('connect');
  const { lang } = useFigures();
  const people = usePeople();
  const { calendar } = useWorkspace();
  const revoke = useAction('revokeApiKey');
  const dayOf = (at: string | null) => (at === null ? t('keyUnused') : formatDay(localMoment(at, calendar.zone).day, lang));
  const rightsOf = ({ rights: { push, read } }: ApiKeyView) => {
    const joined = (list: readonly string[]) => list.join(lang === 'ja' ? '、' : ', ');
    const pushes = push === 'all' ? [t('keyPushAll')] : push.length > 0 ? [t('keyPushTo', { list: joined(push) })] : [];
    return joined([...pushes, ...(read ? [t('keyReads')] : [])]);
  };
  const end = async ({ id }: ApiKeyView) => {
    succeeded(await revoke.run({ key: id }), { toast: { kind: 'good', text: connectLabels.keyRevokedToast } });
  };
  return [
    { key: 'name', head: t('keyName'), isName: true, cell: ({ name }) => <code>{name}</code>, text: ({ name }) => name },
    {
      key: 'state',
      head: t('state'),
      cell: ({ revokedAt }) => <Pill tone={revokedAt ? 'none' : 'good'}>{t(revokedAt ? 'keyRevoked' : 'keyValid')}</Pill>,
      text: ({ revokedAt }) => t(revokedAt ? 'keyRevoked' : 'keyValid'),
    },
    { key: 'rights', head: t('keyRights'), cell: rightsOf, text: rightsOf },
    {
      key: 'created',
      head: t('keyCreated'),
      cell: ({ createdAt, createdBy }) => (
        <span className={style.noWrap}>
          {dayOf(createdAt)} <span className="mut">{people.nameOf(createdBy)}</span>
        </span>
      ),
      text: ({ createdAt }) => createdAt,
    },
    {
      key: 'used',
      head: t('keyUsed'),
      end: true,
      cell: ({ usedAt }) => <span className="num">{dayOf(usedAt)}</span>,
      text: ({ usedAt }) => usedAt ?? '',
    },
    {
      key: 'revoke',
      head: t('keyRevoke'),
      hideHead: true,
      end: true,
      cell: key =>
        key.revokedAt === null && (
          <Button small look="quiet" aria-label={t('keyRevokeOf', { name: key.name })} onClick={() => void end(key)}>
            {t('keyRevoke')}
          </Button>
        ),
      text: () => '',
    },
  ];
}
