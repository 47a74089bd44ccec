import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCheckedPlan } from '../plan/use-checked-plan.ts';
import { Button } from '../ui/button.tsx';
import { Section } from '../ui/card.tsx';
import { Field, TextArea } from '../ui/field.tsx';
import { useSay } from '../ui/language.ts';
import style from './begin.module.css';
import { BegunCheck } from './begun-check.tsx';
import { useBeginPlan } from './use-begin-plan.ts';
import { WayPage } from './way-page.tsx';

/** A plan from its text: checked while it is pasted, made a draft when it can be read. */
export function TextWayPage() {
  const { t } = useTranslation('begin');
  const { t: plan } = useTranslation('plan');
  const say = useSay();
  const [yaml, setYaml] = useState('');
  const [sheet, setSheet] = useState('');
  const settled = useDeferredValue(yaml);
  const isEmpty = settled.trim() === '';
  const checked = useCheckedPlan(isEmpty ? null : { yaml: settled, sheet });
  const { begin, busy } = useBeginPlan();
  const shown = isEmpty ? undefined : checked;
  return (
    <WayPage title={t('textTitle')}>
      <div className={style.columns}>
        <Section title={plan('newPaste')} className={style.form}>
          <Field
            label={plan('newPasteLabel')}
            required
            hint={shown?.view ? plan('newReadable', { name: say(shown.view.name) }) : plan('newPasteHint')}
          >
            {control => (
              <TextArea
                {...control}
                rows={16}
                spellCheck={false}
                className={style.code}
                value={yaml}
                onChange={event => setYaml(event.target.value)}
              />
            )}
          </Field>
          <Field label={plan('newSheetLabel')}>
            {control => (
              <TextArea
                {...control}
                rows={4}
                spellCheck={false}
                className={style.code}
                value={sheet}
                onChange={event => setSheet(event.target.value)}
              />
            )}
          </Field>
          <div className={style.foot}>
            <Button look="main" busy={busy} disabled={!shown?.view} onClick={() => void begin({ texts: { yaml, sheet } })}>
              {t('makeDraft')}
            </Button>
          </div>
        </Section>
        <BegunCheck checked={shown} empty={plan('newCheckEmpty')} />
      </div>
    </WayPage>
  );
}
