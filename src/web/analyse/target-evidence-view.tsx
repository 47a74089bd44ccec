import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NodeView } from '#contract/plan-view.ts';
import type { TargetEvidenceAnswer } from '#contract/target-evidence.ts';
import { ErrorState } from '../app/error-state.tsx';
import { usePlace } from '../app/place.ts';
import { useAnswer } from '../app/use-answer.ts';
import type { Steps } from '../plan/staged-cells.ts';
import { measureOf } from '../progress/node-words.ts';
import { Button } from '../ui/button.tsx';
import { Section } from '../ui/card.tsx';
import { useFigures } from '../ui/figures.ts';
import { useSay } from '../ui/language.ts';
import { Pill, type Tone } from '../ui/pill.tsx';
import { Loading } from '../ui/states.tsx';
import style from './evidence.module.css';
import { EvidenceBaseline } from './evidence-baseline.tsx';
import { EvidenceBridge } from './evidence-bridge.tsx';
import { EvidenceLadder } from './evidence-ladder.tsx';
import { type EvidenceWays, USUAL_WAYS } from './evidence-ways.ts';
import { tidy } from './explained.ts';
import { TargetTalk } from './target-talk.tsx';

export interface TargetEvidenceProps {
  readonly plan: string;
  readonly node: NodeView;
  /** Of a draft; the published plan when absent. */
  readonly texts?: { readonly yaml: string; readonly sheet: string } | undefined;
  /** Takes steps towards the target as targets of months; absent where nothing can be changed. */
  readonly onSteps?: ((steps: Steps) => void) | undefined;
}

/** What a KPI's target rests on, as a card of its page. */
export function TargetEvidenceCard(props: TargetEvidenceProps) {
  const { t } = useTranslation('evidence');
  return (
    <Section title={t('title')}>
      <TargetEvidence {...props} />
    </Section>
  );
}

/** The same folded away where there is little room; worked out when it is opened. */
export function TargetEvidenceFold(props: TargetEvidenceProps) {
  const { t } = useTranslation('evidence');
  const [isOpen, setOpen] = useState(false);
  return (
    <details className={style.fold} onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>{t('open')}</summary>
      {isOpen && <TargetEvidence {...props} />}
    </details>
  );
}

const TONES: Readonly<Record<TargetEvidenceAnswer['ambition']['verdict'], Tone>> = {
  'too-easy': 'warn',
  reachable: 'good',
  stretch: 'accent',
  'very-ambitious': 'warn',
  unrealistic: 'bad',
  'cannot-tell': 'none',
};

function TargetEvidence({ plan, node, texts, onSteps }: TargetEvidenceProps) {
  const { t } = useTranslation('evidence');
  const [ways, setWays] = useState<EvidenceWays>(USUAL_WAYS);
  const { to } = usePlace();
  const asked = { ...ways, ...(to ? { to } : {}) };
  const one = { plan, node: node.id };
  const published = useAnswer('targetEvidence', { ...one, ...asked }, { keep: true, when: texts === undefined });
  const draft = useAnswer(
    'draftEvidence',
    { ...one, body: { ...asked, texts: texts ?? { yaml: '', sheet: '' } } },
    { keep: true, when: texts !== undefined },
  );
  const { data, error, refetch, isPlaceholderData } = texts ? draft : published;
  const answer = data?.node === node.id ? data : undefined;
  if (!answer) {
    return error ? <ErrorState small error={error} onRetry={() => void refetch()} /> : <Loading lines={4} label={t('working')} />;
  }
  return (
    <div className={style.evidence} aria-busy={isPlaceholderData}>
      <Verdict answer={answer} node={node} />
      <EvidenceLadder answer={answer} node={node} />
      <EvidenceBaseline answer={answer} node={node} ways={ways} onChange={setWays} />
      <EvidenceBridge answer={answer} node={node} ways={ways} onChange={setWays} />
      <Staged answer={answer} node={node} onSteps={onSteps} />
      <TargetTalk plan={plan} node={node} />
    </div>
  );
}

interface Shown {
  readonly answer: TargetEvidenceAnswer;
  readonly node: NodeView;
}

function Verdict({ answer: { ambition, source, measure, months, target }, node }: Shown) {
  const { t } = useTranslation('evidence');
  const say = useSay();
  const figures = useFigures();
  return (
    <div className={style.verdict}>
      <p>
        {target !== null && (
          <>
            <b className="num">{figures.value(tidy(target), measureOf(node))}</b>{' '}
            <span className="mut">{measure === 'whole' ? t('whole', { count: months }) : t('perMonth')}</span>{' '}
          </>
        )}
        <Pill tone={TONES[ambition.verdict]}>{say(ambition.label)}</Pill>
      </p>
      {ambition.because.map(({ code, message }) => (
        <p key={code}>{say(message)}</p>
      ))}
      {source && (
        <p className="mut">
          {t('source', { from: t(`from-${source.from}`) })}
          {source.value !== null && ` ${figures.value(source.value, measureOf(node))}`}
          {source.note && ` ${say(source.note)}`}
        </p>
      )}
    </div>
  );
}

function Staged({
  answer: { ambition, present, measure, months: count },
  node,
  onSteps,
}: Shown & Pick<TargetEvidenceProps, 'onSteps'>) {
  const { t } = useTranslation('evidence');
  const figures = useFigures();
  if (ambition.staged.length === 0) return null;
  // Of a whole of several months, each gets its part.
  const share = measure === 'whole' ? count : 1;
  return (
    <div>
      <h3 className={style.title}>{t('staged')}</h3>
      <ol className={style.steps}>
        {ambition.staged.map(({ months, value }) => (
          <li key={months}>
            <span>{t('inMonths', { count: months })}</span>
            <b className="num">{figures.value(Number(value.toPrecision(4)), measureOf(node))}</b>
          </li>
        ))}
      </ol>
      {onSteps && (
        <Button
          small
          onClick={() =>
            onSteps({
              steps: ambition.staged.map(({ months, value }) => ({ months, value: value / share })),
              present: present && present.value / share,
            })
          }
        >
          {t('takeSteps')}
        </Button>
      )}
    </div>
  );
}
