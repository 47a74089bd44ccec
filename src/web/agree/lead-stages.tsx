import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LeadStagesAnswer } from '#contract/lead-stage.ts';
import { STAGE_SIDES, type StageMove, type StageSide } from '#core/agree/stage-definition.ts';
import { addDays, type Day } from '#core/calendar/day.ts';
import { formatDay } from '#core/calendar/format-day.ts';
import { succeeded } from '../app/succeeded.ts';
import { useAction } from '../app/use-action.ts';
import { useAnswer } from '../app/use-answer.ts';
import { usePeople, useWorkspace } from '../app/workspace-context.ts';
import { Button } from '../ui/button.tsx';
import { Section } from '../ui/card.tsx';
import { DateField } from '../ui/date-field.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field, TextArea } from '../ui/field.tsx';
import { useFigures } from '../ui/figures.ts';
import { Pill } from '../ui/pill.tsx';
import { agreeLabels } from './agree-labels.ts';
import style from './lead-stages.module.css';

type Stage = LeadStagesAnswer['stages'][number];

/** What marketing and sales mean by an MQL and an SQL: what holds, since when, and a change that waits for its approvals. [SHR-07] */
export function LeadStages() {
  const { t } = useTranslation('agree');
  const asked = useAnswer('leadStages', {});
  if (!asked.data) return null;
  return (
    <Section title={t('stages')} note={t('stagesNote')}>
      {asked.data.stages.map(stage => (
        <StageCard key={stage.stage} {...stage} />
      ))}
    </Section>
  );
}

function StageCard({ stage, definition }: Stage) {
  const { t } = useTranslation('agree');
  const { lang } = useFigures();
  const [isWriting, setWriting] = useState(false);
  const { run, busy } = useAction('putLeadStage');
  const { versions, proposed, revision } = definition;
  const current = versions.at(-1);
  const name = stage.toUpperCase();
  const move = async (next: StageMove) => {
    const done = await run({ stage, body: { revision, move: next } });
    if (succeeded(done, { toast: { kind: 'good', text: agreeLabels.stageKept } })) setWriting(false);
  };
  return (
    <div className={style.stage}>
      <h3>{name}</h3>
      {current ? (
        <>
          <Terms criteria={current.criteria} handOver={current.handOver} />
          <p className="dim">
            {t('stageSince', { day: formatDay(current.since, lang) })} <Approvals approvals={current.approvals} />
          </p>
        </>
      ) : (
        !proposed && <p className="mut">{t('stageNone', { name })}</p>
      )}
      {proposed && <Proposed proposed={proposed} busy={busy} onMove={next => void move(next)} />}
      {versions.length > 1 && (
        <details className={style.earlier}>
          <summary>{t('stageEarlier', { count: versions.length - 1 })}</summary>
          {versions
            .slice(0, -1)
            .reverse()
            .map(version => (
              <div key={version.since}>
                <p className="dim">{t('stageSince', { day: formatDay(version.since, lang) })}</p>
                <Terms criteria={version.criteria} handOver={version.handOver} />
              </div>
            ))}
        </details>
      )}
      {!proposed && (
        <Button small onClick={() => setWriting(true)}>
          {t(current ? 'stageChange' : 'stageBegin')}
        </Button>
      )}
      {isWriting && (
        <StageDialog
          name={name}
          current={current}
          busy={busy}
          onSend={next => void move(next)}
          onClose={() => setWriting(false)}
        />
      )}
    </div>
  );
}

function Terms({ criteria, handOver }: { readonly criteria: readonly string[]; readonly handOver: string }) {
  const { t } = useTranslation('agree');
  return (
    <>
      <ul className={style.criteria}>
        {criteria.map(one => (
          <li key={one}>{one}</li>
        ))}
      </ul>
      <p>
        <span className="dim">{t('stageHandOver')}</span> {handOver}
      </p>
    </>
  );
}

function Approvals({ approvals }: { readonly approvals: Stage['definition']['versions'][number]['approvals'] }) {
  const { t } = useTranslation('agree');
  const people = usePeople();
  return approvals.map(({ side, by }) => (
    <Pill key={side} tone="good">
      {t('stageApproved', { side: t(side), name: people.nameOf(by) })}
    </Pill>
  ));
}

function Proposed({
  proposed,
  busy,
  onMove,
}: {
  readonly proposed: NonNullable<Stage['definition']['proposed']>;
  readonly busy: boolean;
  readonly onMove: (move: StageMove) => void;
}) {
  const { t } = useTranslation('agree');
  const { lang } = useFigures();
  const people = usePeople();
  const has = (side: StageSide) => proposed.approvals.some(approval => approval.side === side);
  return (
    <div className={style.proposed}>
      <p>
        <Pill tone="warn">{t('stageProposed')}</Pill> {t('stageFrom', { day: formatDay(proposed.since, lang) })}{' '}
        <span className="dim">{people.nameOf(proposed.by)}</span>
      </p>
      <Terms criteria={proposed.criteria} handOver={proposed.handOver} />
      <p className="mut">{proposed.because}</p>
      <div className={style.row}>
        <Approvals approvals={proposed.approvals} />
        {STAGE_SIDES.filter(side => !has(side)).map(side => (
          <Button key={side} small disabled={busy} onClick={() => onMove({ kind: 'approve', side })}>
            {t('stageApprove', { side: t(side) })}
          </Button>
        ))}
        <Button small look="quiet" disabled={busy} onClick={() => onMove({ kind: 'withdraw' })}>
          {t('stageWithdraw')}
        </Button>
      </div>
    </div>
  );
}

function StageDialog({
  name,
  current,
  busy,
  onSend,
  onClose,
}: {
  readonly name: string;
  readonly current: Stage['definition']['versions'][number] | undefined;
  readonly busy: boolean;
  readonly onSend: (move: StageMove) => void;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('agree');
  const { t: ui } = useTranslation('ui');
  const { today } = useWorkspace();
  const [criteria, setCriteria] = useState(current?.criteria.join('\n') ?? '');
  const [handOver, setHandOver] = useState(current?.handOver ?? '');
  const [because, setBecause] = useState('');
  const [since, setSince] = useState<Day | null>(addDays(today, 1));
  const isReady = criteria.trim() !== '' && handOver.trim() !== '' && because.trim() !== '' && since !== null;
  return (
    <Dialog
      title={t('stageTitle', { name })}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button
            look="main"
            disabled={!isReady || busy}
            onClick={() =>
              since && onSend({ kind: 'propose', criteria: criteria.split('\n'), handOver: handOver.trim(), since, because })
            }
          >
            {t('stageSend')}
          </Button>
        </>
      }
    >
      <div className={style.fields}>
        <Field label={t('stageCriteria')} required hint={t('stageCriteriaHint')}>
          {control => <TextArea {...control} rows={4} value={criteria} onChange={event => setCriteria(event.target.value)} />}
        </Field>
        <Field label={t('stageHandOver')} required hint={t('stageHandOverHint')}>
          {control => <TextArea {...control} rows={2} value={handOver} onChange={event => setHandOver(event.target.value)} />}
        </Field>
        <DateField
          label={t('stageSinceField')}
          required
          value={since}
          today={today}
          onChange={setSince}
          hint={t('stageSinceHint')}
        />
        <Field label={t('stageBecause')} required>
          {control => <TextArea {...control} rows={2} value={because} onChange={event => setBecause(event.target.value)} />}
        </Field>
      </div>
    </Dialog>
  );
}
