import { useTranslation } from 'react-i18next';
import { Section } from '../ui/card.tsx';
import { Field, TextArea, TextInput } from '../ui/field.tsx';
import { useLang } from '../ui/language.ts';
import style from './own-metric.module.css';
import type { OwnMetricPart } from './own-metric-form.tsx';

/** What it is called and what it means, in the reader's language first. */
export function OwnMetricMeaning({ draft, set, of }: OwnMetricPart) {
  const { t } = useTranslation('own');
  const lang = useLang();
  const other = lang === 'ja' ? 'en' : 'ja';
  return (
    <Section title={t('meaningPart')}>
      <div className={style.fields}>
        <Field label={t('name')} required hint={t('nameHint')} problem={of('name')}>
          {control => (
            <TextInput
              {...control}
              autoComplete="off"
              value={draft.name[lang]}
              onChange={event => set({ name: { ...draft.name, [lang]: event.target.value } })}
            />
          )}
        </Field>
        <Field label={t('nameOther')} hint={t('nameOtherHint')}>
          {control => (
            <TextInput
              {...control}
              lang={other}
              autoComplete="off"
              value={draft.name[other]}
              onChange={event => set({ name: { ...draft.name, [other]: event.target.value } })}
            />
          )}
        </Field>
        <Field label={t('meaning')} required hint={t('meaningHint')} problem={of('meaning')}>
          {control => (
            <TextArea
              {...control}
              rows={2}
              value={draft.meaning[lang]}
              onChange={event => set({ meaning: { ...draft.meaning, [lang]: event.target.value } })}
            />
          )}
        </Field>
        <Field label={t('meaningOther')}>
          {control => (
            <TextArea
              {...control}
              rows={2}
              lang={other}
              value={draft.meaning[other]}
              onChange={event => set({ meaning: { ...draft.meaning, [other]: event.target.value } })}
            />
          )}
        </Field>
        <Field label={t('aliases')} hint={t('aliasesHint')} className={style.whole}>
          {control => (
            <TextInput
              {...control}
              autoComplete="off"
              value={draft.aliases}
              onChange={event => set({ aliases: event.target.value })}
            />
          )}
        </Field>
      </div>
    </Section>
  );
}
