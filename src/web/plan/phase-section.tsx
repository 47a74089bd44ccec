import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { PlanView } from '#contract/plan-view.ts';
import { channelName } from '#core/plan/channel.ts';
import { balanceAfter, type PhasedKpi, type PhaseProposal, phaseProposals } from '#core/plan/growth-phase.ts';
import { PHASES } from '#core/plan/schema.ts';
import { useAnswer } from '../app/use-answer.ts';
import { Button } from '../ui/button.tsx';
import { Section } from '../ui/card.tsx';
import { Field, Select } from '../ui/field.tsx';
import { useSay } from '../ui/language.ts';
import { Tag } from '../ui/pill.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { Fine } from '../ui/states.tsx';
import type { ReviewProps } from './coverage-section.tsx';
import type { PlanEdit } from './edit-plan.ts';
import style from './review.module.css';

const WORDS = { add: 'addKpi', demote: 'demote', retire: 'retire' } as const;
const TONES = { add: 'good', demote: 'warn', retire: 'bad' } as const;

/** The phase the business is in, and what reaching it changes among the KPIs, each an edit of the draft. [DES-52] */
export function PhaseSection({ view, planning }: ReviewProps) {
  const { t } = useTranslation('review');
  const say = useSay();
  const { desk } = planning;
  const known = useAnswer('catalogue', {}).data?.metrics;
  const byId = new Map(known?.map(metric => [metric.id, metric]));
  const parts = new Set(view.nodes.flatMap(({ equals }) => equals?.parts ?? []));
  const kpis = view.nodes
    .filter(({ role }) => role === 'kpi')
    .map((node): PhasedKpi => ({ ...node, isNeeded: parts.has(node.id) }));
  const goals = new Set(view.nodes.filter(({ role }) => role === 'goal').map(({ metric }) => metric));
  const fieldsOf = (nodes: readonly { readonly metric: string }[]) =>
    new Set(nodes.flatMap(({ metric }) => byId.get(metric)?.domains.slice(0, 1) ?? []));
  const fields = fieldsOf(view.nodes);
  const found = known
    ? phasedParts(view, kpis)
        .flatMap(({ phase, own }) => phaseProposals(phase, own, own.length === kpis.length ? fields : fieldsOf(own)))
        .filter(
          ({ metric, kind }) =>
            kind !== 'add' || (byId.has(metric) && !goals.has(metric) && !kpis.some(kpi => kpi.metric === metric)),
        )
    : [];
  const { before, after } = balanceAfter(kpis, found, metric => byId.get(metric)?.kind ?? null);
  const goal = view.nodes.find(({ role }) => role === 'goal')?.id ?? '';
  const edit = ({ kind, metric, node, because }: PhaseProposal): PlanEdit => {
    switch (kind) {
      case 'add':
        return { kind: 'add', node: metric, fields: { target: '未定', supports: goal, because: say(because) } };
      case 'demote':
        return { kind: 'watch', node: node ?? '' };
      case 'retire':
        return {
          kind: 'remove',
          node: node ?? '',
          partners: view.nodes.filter(({ pair }) => pair === node).map(({ id }) => id),
        };
    }
  };
  const nameOf = ({ metric, node }: PhaseProposal) =>
    say(view.nodes.find(({ id }) => id === node)?.name ?? byId.get(metric)?.name) || metric;
  return (
    <Section title={t('phase')} note={t('phaseNote')}>
      <Segmented
        label={t('phase')}
        value={view.phase ?? 'none'}
        options={[{ value: 'none', label: t('phaseUnset') }, ...PHASES.map(value => ({ value, label: t(value) }))]}
        onChange={value => void desk.edit({ kind: 'phase', value: value === 'none' ? '' : value })}
      />
      <ChannelPhases view={view} planning={planning} />
      {view.phase === null && <p className={style.quiet}>{t('phaseAsk')}</p>}
      {(view.phase !== null || Object.keys(view.phases).length > 0) && known && found.length === 0 && (
        <Fine>{t('phaseFits')}</Fine>
      )}
      {found.length > 0 && (
        <>
          <ul className={style.proposals}>
            {found.map(proposal => (
              <li key={`${proposal.kind} ${proposal.metric}`}>
                <span className={TONES[proposal.kind]}>
                  <Tag>{t(WORDS[proposal.kind])}</Tag>
                </span>
                <div>
                  <b>
                    {proposal.node === undefined ? (
                      <Link to="/catalogue/$metric" params={{ metric: proposal.metric }}>
                        {nameOf(proposal)}
                      </Link>
                    ) : (
                      nameOf(proposal)
                    )}
                  </b>
                  <p className="mut">{say(proposal.because)}</p>
                </div>
                <Button
                  small
                  aria-label={t('applyOf', { name: nameOf(proposal), what: t(WORDS[proposal.kind]) })}
                  onClick={() => void desk.edit(edit(proposal))}
                >
                  {t('apply')}
                </Button>
              </li>
            ))}
          </ul>
          <div className={style.foot}>
            <Button look="main" onClick={() => void desk.edit({ kind: 'several', edits: found.map(edit) })}>
              {t('applyAll')}
            </Button>
            <span className="dim">
              {t('balance')} {t('balanceNow', { ...before })} → {t('balanceAfter', { ...after })}
            </span>
          </div>
        </>
      )}
    </Section>
  );
}

/** KPIs by the phase that counts for them: that of their channel, else the business's. */
function phasedParts(view: PlanView, kpis: readonly PhasedKpi[]) {
  const channelOf = new Map(view.nodes.map(({ id, channel }) => [id, channel]));
  const phaseOf = (id: string) => view.phases[channelOf.get(id) ?? ''] ?? view.phase;
  return PHASES.flatMap(phase => {
    const own = kpis.filter(({ id }) => phaseOf(id) === phase);
    return own.length > 0 || view.phase === phase ? [{ phase, own }] : [];
  });
}

/** Channels that are further or less far than the business. [DES-52] */
function ChannelPhases({ view, planning }: ReviewProps) {
  const { t } = useTranslation('review');
  const say = useSay();
  const used = view.nodes.flatMap(({ channel }) => channel ?? []);
  const channels = [...new Set([...Object.keys(view.phases), ...view.channels, ...used])];
  if (channels.length === 0) return null;
  return (
    <details className={style.fold} open={Object.keys(view.phases).length > 0}>
      <summary>{t('phaseParts')}</summary>
      <div className={style.parts}>
        {channels.map(channel => (
          <Field key={channel} label={say(channelName(channel))}>
            {control => (
              <Select
                {...control}
                small
                value={view.phases[channel] ?? ''}
                options={[{ value: '', label: t('phaseSame') }, ...PHASES.map(value => ({ value, label: t(value) }))]}
                onChange={event => void planning.desk.edit({ kind: 'channel-phase', channel, value: event.target.value })}
              />
            )}
          </Field>
        ))}
      </div>
    </details>
  );
}
