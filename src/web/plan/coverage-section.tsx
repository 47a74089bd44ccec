import { Link } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlanView } from '#contract/plan-view.ts';
import { CHANNELS, channelName } from '#core/plan/channel.ts';
import { type JourneyCoverage, type JourneyStage, journeyCoverage } from '#core/plan/journey-coverage.ts';
import { isDomain } from '../catalogue/domain-labels.ts';
import { Button } from '../ui/button.tsx';
import { Section } from '../ui/card.tsx';
import { classNames } from '../ui/class-names.ts';
import { Checkbox, Field, TextInput } from '../ui/field.tsx';
import { useSay } from '../ui/language.ts';
import { SHAPES } from '../ui/pill.tsx';
import { Fine } from '../ui/states.tsx';
import style from './review.module.css';
import type { Planning } from './use-planning.ts';

export interface ReviewProps {
  readonly view: PlanView;
  readonly planning: Planning;
}

/** Which stages of the journey a plan's KPIs show. [DES-50] */
export function coverageOf(view: PlanView): JourneyCoverage {
  return journeyCoverage(
    view.nodes.filter(({ role }) => role === 'kpi'),
    view.channels,
  );
}

/** Stages × channels with the number of KPIs in each, and what is missing. A cell opens into its KPIs. [DES-50, DES-51] */
export function CoverageSection({ view, planning }: ReviewProps) {
  const { t } = useTranslation('review');
  const [open, setOpen] = useState<string>();
  const found = coverageOf(view);
  const shown = found.rows.flatMap(row =>
    row.cells.flatMap((kpis, i) => {
      const stage = found.stages[i]?.stage;
      return stage !== undefined && keyOf(row.channel, stage) === open ? [{ channel: row.channel, stage, kpis }] : [];
    }),
  )[0];
  return (
    <Section title={t('coverage')} note={t('coverageNote')}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className={style.scroll} tabIndex={0} aria-label={t('tableOf', { name: t('coverage') })}>
        <HeatTable found={found} open={open} onOpen={setOpen} />
      </section>
      {shown && <CellKpis {...shown} view={view} />}
      <Gaps found={found} />
      {found.beyond.length > 0 && (
        <p className={style.quiet}>
          {t('beyond')} <KpiLinks ids={found.beyond} view={view} />
        </p>
      )}
      <ChannelsInUse view={view} planning={planning} />
    </Section>
  );
}

function keyOf(channel: string | null, stage: JourneyStage): string {
  return `${channel ?? ''} ${stage}`;
}

function useChannelName(): (channel: string | null) => string {
  const { t } = useTranslation('review');
  const say = useSay();
  return channel => (channel === null ? t('noChannel') : say(channelName(channel)));
}

function HeatTable({
  found,
  open,
  onOpen,
}: {
  readonly found: JourneyCoverage;
  readonly open: string | undefined;
  readonly onOpen: (key: string | undefined) => void;
}) {
  const { t } = useTranslation('review');
  const nameOf = useChannelName();
  const isGap = (stage: JourneyStage) => found.gaps.includes(stage);
  return (
    <table className={style.heat}>
      <thead>
        <tr>
          <th scope="col">{t('channel')}</th>
          {found.stages.map(({ stage }) => (
            <th key={stage} scope="col" className={isGap(stage) ? style.gap : undefined}>
              {t(stage)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {found.rows.map(({ channel, cells, kpis }) => (
          <tr key={channel ?? ''}>
            <th scope="row" className={kpis.length === 0 ? style.gap : undefined}>
              {nameOf(channel)}
            </th>
            {cells.map((ids, i) => {
              const stage = found.stages[i]?.stage;
              if (stage === undefined) return null;
              const key = keyOf(channel, stage);
              return (
                <td key={stage} data-heat={Math.min(ids.length, 4)} className={isGap(stage) ? style.gapCell : undefined}>
                  {ids.length > 0 ? (
                    <button
                      type="button"
                      className={classNames(style.count, open === key && style.chosen)}
                      aria-expanded={open === key}
                      aria-label={`${t('cell', { channel: nameOf(channel), stage: t(stage) })}: ${ids.length}`}
                      onClick={() => onOpen(open === key ? undefined : key)}
                    >
                      {ids.length}
                    </button>
                  ) : (
                    <span className={style.empty}>−</span>
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('total')}</th>
          {found.stages.map(({ stage, kpis }) => (
            <td key={stage}>
              {kpis.length > 0 ? (
                <b className="num">{kpis.length}</b>
              ) : (
                <span className={style.gap}>
                  <span aria-hidden="true">{SHAPES.warn} </span>
                  {t('none')}
                </span>
              )}
            </td>
          ))}
        </tr>
      </tfoot>
    </table>
  );
}

function CellKpis({
  channel,
  stage,
  kpis,
  view,
}: {
  readonly channel: string | null;
  readonly stage: JourneyStage;
  readonly kpis: readonly string[];
  readonly view: PlanView;
}) {
  const { t } = useTranslation('review');
  const nameOf = useChannelName();
  return (
    <p className={style.opened}>
      <b>{t('cell', { channel: nameOf(channel), stage: t(stage) })}</b> <KpiLinks ids={kpis} view={view} />
    </p>
  );
}

/** KPIs by name, each leading to its card in the tree. */
export function KpiLinks({ ids, view }: { readonly ids: readonly string[]; readonly view: PlanView }): ReactNode {
  const say = useSay();
  return ids.map((id, place) => (
    <span key={id}>
      {place > 0 && say({ ja: '、', en: ', ' })}
      <Link to="/plan" search={previous => ({ ...previous, node: id })}>
        {say(view.nodes.find(node => node.id === id)?.name) || id}
      </Link>
    </span>
  ));
}

/** What is missing, each with the way to what could fill it. */
function Gaps({ found }: { readonly found: JourneyCoverage }) {
  const { t } = useTranslation('review');
  const nameOf = useChannelName();
  if (found.gaps.length === 0 && found.unwatched.length === 0) return <Fine>{t('allCovered')}</Fine>;
  const warn = (
    <b className="warn" aria-hidden="true">
      {SHAPES.warn}
    </b>
  );
  return (
    <ul className={style.gaps}>
      {found.gaps.map(stage => (
        <li key={stage}>
          {warn} <span>{t('gap', { stage: t(stage) })}</span>
          <Link to="/catalogue" search={{ stage }}>
            {t('candidates')}
          </Link>
        </li>
      ))}
      {found.unwatched.map(channel => (
        <li key={channel}>
          {warn} <span>{t('unwatched', { channel: nameOf(channel) })}</span>
          {isDomain(channel) && (
            <Link to="/catalogue" search={{ domain: channel }}>
              {t('candidates')}
            </Link>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Which channels the plan says it uses. [DES-51] */
function ChannelsInUse({ view, planning }: ReviewProps) {
  const { t } = useTranslation('review');
  const nameOf = useChannelName();
  const [own, setOwn] = useState('');
  // What is ticked shows at once, and the next tick counts on it, before the draft has been checked anew.
  const [chosen, setChosen] = useState(view.channels);
  const written = view.channels.join('\n');
  useEffect(() => setChosen(written === '' ? [] : written.split('\n')), [written]);
  const store = (values: readonly string[]) => {
    setChosen(values);
    void planning.desk.edit({ kind: 'channels', values });
  };
  const names = [...Object.keys(CHANNELS), ...chosen.filter(channel => !Object.hasOwn(CHANNELS, channel))];
  const add = () => {
    const name = own.trim();
    if (name === '') return;
    store([...new Set([...chosen, name])]);
    setOwn('');
  };
  return (
    <details className={style.fold}>
      <summary>
        {t('inUse')} <span className="dim">{chosen.map(nameOf).join('・')}</span>
      </summary>
      <p className={style.quiet}>{t('inUseNote')}</p>
      <div className={style.choices}>
        {names.map(channel => (
          <Checkbox
            key={channel}
            checked={chosen.includes(channel)}
            onChange={event => store(event.target.checked ? [...chosen, channel] : chosen.filter(one => one !== channel))}
          >
            {nameOf(channel)}
          </Checkbox>
        ))}
      </div>
      <div className={style.adding}>
        <Field label={t('ownChannel')}>
          {control => (
            <TextInput
              {...control}
              small
              value={own}
              autoComplete="off"
              onChange={event => setOwn(event.target.value)}
              onKeyDown={event => event.key === 'Enter' && !event.nativeEvent.isComposing && add()}
            />
          )}
        </Field>
        <Button small disabled={own.trim() === ''} onClick={add}>
          {t('add')}
        </Button>
      </div>
    </details>
  );
}
