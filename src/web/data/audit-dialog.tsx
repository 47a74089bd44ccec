import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Api } from '#contract/api.ts';
import type { ResponseOf } from '#contract/endpoint.ts';
import type { WireProblem } from '#contract/problem.ts';
import { addDays, addMonths, type Day } from '#core/calendar/day.ts';
import { sampleAgrees } from '#core/quality/check-audit.ts';
import { AUDIT_CHECKS, type AuditCheck } from '#core/quality/data-audit.ts';
import { succeeded } from '../app/succeeded.ts';
import { useAction } from '../app/use-action.ts';
import { useAnswer } from '../app/use-answer.ts';
import { usePeople } from '../app/workspace-context.ts';
import { Button } from '../ui/button.tsx';
import { DateField } from '../ui/date-field.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Checkbox, Field, Select, TextArea, TextInput } from '../ui/field.tsx';
import { useSay } from '../ui/language.ts';
import { Segmented } from '../ui/segmented.tsx';
import { Loading } from '../ui/states.tsx';
import { auditLabels } from './audit-labels.ts';
import { AuditSamples } from './audit-samples.tsx';
import type { AuditedSource } from './audits-page.tsx';
import { ProblemList } from './problem-list.tsx';
import style from './quality.module.css';

export type Sample = ResponseOf<Api['auditSamples']>['samples'][number];

/** Carries out an audit: values held against the source, what is gone through, and what follows from it. */
export function AuditDialog({
  source,
  today,
  onClose,
}: {
  readonly source: AuditedSource;
  readonly today: Day;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('data');
  const { t: ui } = useTranslation('ui');
  const say = useSay();
  const people = usePeople();
  const add = useAction('addAudit');
  const samples = useAnswer('auditSamples', { dataset: source.dataset }).data?.samples;
  const [theirs, setTheirs] = useState<Readonly<Record<number, string>>>({});
  const [checks, setChecks] = useState<ReadonlySet<AuditCheck>>(new Set());
  const [chosen, setChosen] = useState<'passed' | 'failed'>();
  const [note, setNote] = useState('');
  const [what, setWhat] = useState('');
  const [owner, setOwner] = useState(source.owner ?? '');
  const [due, setDue] = useState<Day | null>(addDays(today, 14));
  const [next, setNext] = useState<Day | null>(addMonths(today, source.months ?? 3));
  const [problems, setProblems] = useState<readonly WireProblem[]>([]);
  const audited = (samples ?? []).map((sample, place) => ({ ...sample, theirs: plainNumber(theirs[place] ?? '') }));
  const differs = audited.some(sample => sampleAgrees(sample) === false);
  const result = chosen ?? (differs ? 'failed' : 'passed');
  const save = async () => {
    if (next === null) return;
    const correction = result === 'failed' && due !== null ? { what, owner, due } : null;
    const body = { dataset: source.dataset, samples: audited, checks: [...checks], result, note, correction, next };
    const answer = await add.run({ body });
    const onProblems = (found: readonly WireProblem[]) => {
      setProblems(found);
      return [];
    };
    if (succeeded(answer, { toast: { kind: 'good', text: auditLabels.auditSaved }, onProblems })) onClose();
  };
  return (
    <Dialog
      wide
      title={t('auditOf', { name: say(source.name) })}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button look="main" busy={add.busy} disabled={!samples || next === null} onClick={() => void save()}>
            {t('auditSave')}
          </Button>
        </>
      }
    >
      <div className={style.audit}>
        {problems.length > 0 && <ProblemList problems={problems} />}
        <section>
          <h3>{t('auditSamples')}</h3>
          {!samples ? (
            <Loading lines={4} />
          ) : samples.length === 0 ? (
            <p className="mut">{t('auditNoSamples')}</p>
          ) : (
            <>
              <p className="mut">{t('auditSamplesText')}</p>
              <AuditSamples samples={audited} typed={theirs} onType={(place, text) => setTheirs({ ...theirs, [place]: text })} />
            </>
          )}
        </section>
        <section>
          <h3>{t('auditChecks')}</h3>
          {AUDIT_CHECKS.map(one => (
            <Checkbox
              key={one}
              checked={checks.has(one)}
              onChange={event =>
                setChecks(new Set(event.target.checked ? [...checks, one] : [...checks].filter(each => each !== one)))
              }
            >
              {t(`check-${one}`)}
            </Checkbox>
          ))}
        </section>
        <section>
          <h3>{t('auditResult')}</h3>
          <div className={style.outcome}>
            <Segmented
              label={t('auditResult')}
              value={result}
              options={[
                { value: 'passed', label: t('auditPassed') },
                { value: 'failed', label: t('auditFailed') },
              ]}
              onChange={setChosen}
            />
          </div>
          {result === 'failed' && (
            <div className={style.putRight}>
              <Field label={t('auditWhat')} required>
                {control => <TextInput {...control} value={what} onChange={event => setWhat(event.target.value)} />}
              </Field>
              <Field label={t('auditOwner')} required>
                {control => (
                  <Select
                    {...control}
                    value={owner}
                    options={[
                      { value: '', label: t('auditNobody') },
                      ...people.active.map(({ id, name }) => ({ value: id, label: name })),
                    ]}
                    onChange={event => setOwner(event.target.value)}
                  />
                )}
              </Field>
              <DateField label={t('auditBy')} value={due} today={today} onChange={setDue} required />
            </div>
          )}
          <div className={style.putRight}>
            <Field label={t('auditNote')}>
              {control => <TextArea {...control} rows={2} value={note} onChange={event => setNote(event.target.value)} />}
            </Field>
            <DateField label={t('auditNext')} value={next} today={today} onChange={setNext} required />
          </div>
        </section>
      </div>
    </Dialog>
  );
}

/** What was typed as plain digits; thousands may be set apart as on screen, full-width digits are digits. Nothing typed is nothing. */
function plainNumber(typed: string): string | null {
  const plain = typed
    .normalize('NFKC')
    .replace(/[,\s¥円]/g, '')
    .replace('−', '-');
  return plain === '' ? null : plain;
}
