import { useTranslation } from 'react-i18next';
import { Card } from '../ui/card.tsx';
import { Field, Select, TextArea, TextInput } from '../ui/field.tsx';
import act from './act.module.css';
import type { FieldsProps } from './initiative-form.tsx';

/** What may be said as well: evidence, cause, risk, effort; a trial for what is difficult. */
export function MoreFields({ fields, set, of }: FieldsProps & { readonly of: (field: string) => string | undefined }) {
  const { t } = useTranslation('act');
  const isOpen = fields.evidence !== '' || fields.cause !== '' || fields.risk !== '' || fields.difficulty !== '';
  return (
    <Card>
      <details open={isOpen}>
        <summary>{t('more')}</summary>
        <div className={act.form} style={{ marginTop: 12 }}>
          <Field label={t('evidence')} hint={t('evidenceHint')} problem={of('evidence')}>
            {control => (
              <TextArea {...control} value={fields.evidence} onChange={event => set({ evidence: event.target.value })} />
            )}
          </Field>
          <div className={act.two}>
            <Field label={t('cause')} problem={of('cause')}>
              {control => <TextInput {...control} value={fields.cause} onChange={event => set({ cause: event.target.value })} />}
            </Field>
            <Field label={t('risk')} problem={of('risk')}>
              {control => <TextInput {...control} value={fields.risk} onChange={event => set({ risk: event.target.value })} />}
            </Field>
            <Field label={t('segment')} hint={t('segmentHint')} problem={of('segment')}>
              {control => (
                <TextInput {...control} value={fields.segment} onChange={event => set({ segment: event.target.value })} />
              )}
            </Field>
            <Field label={t('effort')} problem={of('effort')}>
              {control => (
                <TextInput
                  {...control}
                  inputMode="decimal"
                  value={fields.effort}
                  onChange={event => set({ effort: event.target.value })}
                />
              )}
            </Field>
            <Field label={t('difficulty')}>
              {control => (
                <Select
                  {...control}
                  value={fields.difficulty}
                  options={[
                    { value: '', label: t('unset') },
                    { value: 'low', label: t('low') },
                    { value: 'medium', label: t('medium') },
                    { value: 'high', label: t('high') },
                  ]}
                  onChange={event => {
                    const difficulty = event.target.value;
                    if (difficulty === '' || difficulty === 'low' || difficulty === 'medium' || difficulty === 'high')
                      set({ difficulty });
                  }}
                />
              )}
            </Field>
          </div>
          {fields.difficulty === 'high' && (
            <>
              <p className="mut">{t('pilotNote')}</p>
              <div className={act.two}>
                <Field label={t('pilotScope')} problem={of('pilot')}>
                  {control => (
                    <TextInput
                      {...control}
                      value={fields.pilotScope}
                      onChange={event => set({ pilotScope: event.target.value })}
                    />
                  )}
                </Field>
                <Field label={t('pilotShare')}>
                  {control => (
                    <TextInput
                      {...control}
                      inputMode="decimal"
                      value={fields.pilotShare}
                      onChange={event => set({ pilotShare: event.target.value })}
                    />
                  )}
                </Field>
                <Field label={t('pilotDays')}>
                  {control => (
                    <TextInput
                      {...control}
                      inputMode="numeric"
                      value={fields.pilotDays}
                      onChange={event => set({ pilotDays: event.target.value })}
                    />
                  )}
                </Field>
              </div>
            </>
          )}
        </div>
      </details>
    </Card>
  );
}
