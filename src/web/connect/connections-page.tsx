import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConnectionView, ConnectorView } from '#contract/connection.ts';
import { formatDay } from '#core/calendar/format-day.ts';
import { ErrorState } from '../app/error-state.tsx';
import { Page } from '../app/page.tsx';
import { succeeded } from '../app/succeeded.ts';
import { useAction } from '../app/use-action.ts';
import { useAnswer } from '../app/use-answer.ts';
import { useWorkspace } from '../app/workspace-context.ts';
import { DataTabs } from '../data/data-tabs.tsx';
import { Button, IconButton } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { type Column, TableSection } from '../ui/data-table.tsx';
import { useFigures } from '../ui/figures.ts';
import { useSay } from '../ui/language.ts';
import { localMoment } from '../ui/local-moment.ts';
import { Menu } from '../ui/menu.tsx';
import { Pill } from '../ui/pill.tsx';
import { Empty, Loading } from '../ui/states.tsx';
import { ApiKeys } from './api-keys.tsx';
import style from './connect.module.css';
import { connectLabels } from './connect-labels.ts';
import { ConnectionForm } from './connection-form.tsx';
import { connectionState, STATE_TONES, STATE_WORDS } from './connection-state.ts';
import { LogDialog } from './log-dialog.tsx';
import { RemoveDialog } from './remove-dialog.tsx';
import { TryDialog } from './try-dialog.tsx';

type Open = { readonly what: 'form' | 'try' | 'log' | 'remove'; readonly connection: ConnectionView | undefined };

/** While something is being pulled, the list is asked for anew this often. */
const EVERY_MS = 3_000;

/** Services that are pulled on a schedule, and the keys of programs that push. */
export function ConnectionsPage() {
  const { t } = useTranslation('connect');
  const { t: data } = useTranslation('data');
  const [open, setOpen] = useState<Open>();
  const [isPulling, setPulling] = useState(false);
  const asked = useAnswer('connections', {}, { keep: true, ...(isPulling ? { every: EVERY_MS } : {}) });
  const known = useAnswer('connectors', {});
  const connections = asked.data?.connections;
  const connectors = known.data?.connectors ?? [];
  const running = connections?.some(one => one.isRunning) ?? false;
  if (running !== isPulling) setPulling(running);
  const columns = useConnectionColumns(connectors, setOpen);
  const add = (
    <Button look="main" icon="plus" onClick={() => setOpen({ what: 'form', connection: undefined })}>
      {t('add')}
    </Button>
  );
  const close = () => setOpen(undefined);
  return (
    <Page title={data('title')}>
      <DataTabs />
      <div className={style.stack}>
        {!connections || !known.data ? (
          <Card>
            {asked.error ? <ErrorState error={asked.error} onRetry={() => void asked.refetch()} /> : <Loading lines={6} />}
          </Card>
        ) : connections.length === 0 ? (
          <Card>
            <Empty icon="link" title={t('empty')} actions={add}>
              {t('emptyText')}
            </Empty>
          </Card>
        ) : (
          <TableSection
            title={t('connections')}
            note={t('note')}
            label={t('connections')}
            tools={add}
            columns={columns}
            rows={connections}
            rowKey={({ id }) => id}
          />
        )}
        <ApiKeys />
      </div>
      {open?.what === 'form' && <ConnectionForm connectors={connectors} connection={open.connection} onClose={close} />}
      {open?.what === 'try' && open.connection && <TryDialog connection={open.connection} onClose={close} />}
      {open?.what === 'log' && open.connection && <LogDialog connection={open.connection} onClose={close} />}
      {open?.what === 'remove' && open.connection && <RemoveDialog connection={open.connection} onClose={close} />}
    </Page>
  );
}

function useConnectionColumns(
  connectors: readonly ConnectorView[],
  onOpen: (open: Open) => void,
): readonly Column<ConnectionView>[] {
  const { t } = useTranslation('connect');
  const say = useSay();
  const { lang } = useFigures();
  const { calendar } = useWorkspace();
  const pull = useAction('pullConnection');
  const moment = (at: string | null | undefined, none: string) => {
    if (!at) return none;
    const { day, time } = localMoment(at, calendar.zone);
    return `${formatDay(day, lang, 'month-day')} ${time}`;
  };
  const serviceOf = ({ connector }: ConnectionView) => {
    const found = connectors.find(({ id }) => id === connector);
    return found ? say(found.name) : connector;
  };
  const word = (one: ConnectionView) => t(STATE_WORDS[connectionState(one)]);
  const start = async (one: ConnectionView) => {
    succeeded(await pull.run({ connection: one.id }), { toast: { kind: 'good', text: connectLabels.pullStarted } });
  };
  return [
    {
      key: 'name',
      head: t('name'),
      isName: true,
      cell: one => (
        <>
          <span className={style.name}>{one.name}</span>
          <span className={style.service}>{serviceOf(one)}</span>
        </>
      ),
      text: one => `${one.name} (${serviceOf(one)})`,
    },
    {
      key: 'state',
      head: t('state'),
      cell: one => {
        const [problem] = one.lastRun?.problems ?? [];
        return (
          <>
            <Pill tone={STATE_TONES[connectionState(one)]}>{word(one)}</Pill>
            {problem && !one.isRunning && <p className={`${style.said} mut`}>{say(problem.message)}</p>}
          </>
        );
      },
      text: word,
    },
    {
      key: 'fills',
      head: t('fills'),
      cell: ({ fills }) => <code className={style.noWrap}>{fills}</code>,
      text: ({ fills }) => fills,
    },
    {
      key: 'through',
      head: t('through'),
      cell: ({ through }) => (
        <span className={style.noWrap}>{through ? t('throughDay', { day: formatDay(through, lang, 'month-day') }) : '–'}</span>
      ),
      text: ({ through }) => through ?? '',
    },
    {
      key: 'last',
      head: t('last'),
      end: true,
      cell: ({ lastRun }) => <span className="num">{moment(lastRun?.startedAt, '–')}</span>,
      text: ({ lastRun }) => lastRun?.startedAt ?? '',
    },
    {
      key: 'next',
      head: t('next'),
      end: true,
      cell: ({ nextRun }) => <span className="num">{moment(nextRun, t('nextNone'))}</span>,
      text: ({ nextRun }) => nextRun ?? '',
    },
    {
      key: 'actions',
      head: t('actions'),
      hideHead: true,
      end: true,
      cell: one => (
        <Menu
          label={t('actionsOf', { name: one.name })}
          align="end"
          entries={[
            { id: 'pull', label: t('pull'), icon: 'refresh', disabled: one.isRunning, onSelect: () => void start(one) },
            { id: 'try', label: t('try'), icon: 'check', onSelect: () => onOpen({ what: 'try', connection: one }) },
            { id: 'log', label: t('log'), icon: 'clock', onSelect: () => onOpen({ what: 'log', connection: one }) },
            { id: 'edit', label: t('edit'), icon: 'edit', onSelect: () => onOpen({ what: 'form', connection: one }) },
            { id: 'remove', label: t('remove'), icon: 'trash', onSelect: () => onOpen({ what: 'remove', connection: one }) },
          ]}
        >
          {trigger => <IconButton {...trigger} small icon="more" name={t('actionsOf', { name: one.name })} />}
        </Menu>
      ),
      text: () => '',
    },
  ];
}
