import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import { Section } from '../ui/card.tsx';
import { Field, TextArea } from '../ui/field.tsx';
import { useSay } from '../ui/language.ts';
import style from './new-plan.module.css';
import { NewPlanCheck } from './new-plan-check.tsx';
import { useCheckedPlan } from './use-checked-plan.ts';
import { useCreatePlan } from './use-create-plan.ts';

/** A plan from its text: checked while it is pasted, made a draft when it can be read. */
export function NewPlanPaste() {
  const { t } = useTranslation('plan');
  const say = useSay();
  const [yaml, setYaml] = useState('');
  const [sheet, setSheet] = useState('');
  const settled = useDeferredValue(yaml);
  const isEmpty = settled.trim() === '';
  const checked = useCheckedPlan(isEmpty ? null : { yaml: settled, sheet });
  const { create, busy } = useCreatePlan();
  const shown = isEmpty ? undefined : checked;
  return (
    <div className={style.columns}>
      <Section title={t('newPaste')} className={style.form}>
        <Field
          label={t('newPasteLabel')}
          required
          hint={shown?.view ? t('newReadable', { name: say(shown.view.name) }) : t('newPasteHint')}
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
        <Field label={t('newSheetLabel')}>
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
          <Button look="main" busy={busy} disabled={!shown?.view} onClick={() => void create({ yaml, sheet })}>
            {t('newCreate')}
          </Button>
        </div>
      </Section>
      <NewPlanCheck checked={shown} />
    </div>
  );
}
