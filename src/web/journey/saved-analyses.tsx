import { useLocation } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AnalysisPage } from '#contract/journey.ts';
import { useAction } from '../app/use-action.ts';
import { useAnswer } from '../app/use-answer.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Section } from '../ui/card.tsx';
import { Field, TextInput } from '../ui/field.tsx';
import { showToast } from '../ui/toasts.tsx';
import { AnalysisLink } from './analysis-link.tsx';
import own from './journey.module.css';

/** Choices of this page that were kept, and a place to keep the present ones. [JNY-11] */
export function SavedAnalyses({ kind }: { readonly kind: AnalysisPage }) {
  const { t } = useTranslation('journey');
  const { t: board } = useTranslation('board');
  const location = useLocation();
  const asked = useAnswer('savedAnalyses', {});
  const save = useAction('saveAnalysis');
  const pin = useAction('pinAnalysis');
  const remove = useAction('removeAnalysis');
  const [name, setName] = useState('');
  const kept = (asked.data?.analyses ?? []).filter(({ page }) => page === kind);
  const keep = async () => {
    const answer = await save.run({ body: { name, page: kind, search: location.searchStr } });
    if (answer?.kind !== 'value') return;
    showToast({ kind: 'good', text: { ja: `「${name}」を保存しました`, en: `Saved “${name}”` } });
    setName('');
  };
  return (
    <Section title={t('saved')}>
      {kept.length > 0 && (
        <ul className={own.saved}>
          {kept.map(analysis => (
            <li key={analysis.id}>
              <AnalysisLink page={kind} search={analysis.search}>
                {analysis.name}
              </AnalysisLink>
              <IconButton
                small
                icon={analysis.pinnedAt ? 'check' : 'progress'}
                aria-pressed={analysis.pinnedAt !== null}
                name={board(analysis.pinnedAt ? 'unpinOf' : 'pinOf', { name: analysis.name })}
                onClick={() =>
                  void pin.run({
                    analysis: analysis.id,
                    body: { pinned: analysis.pinnedAt === null, revision: analysis.revision },
                  })
                }
              />
              <IconButton
                small
                icon="trash"
                name={t('remove', { name: analysis.name })}
                onClick={() => void remove.run({ analysis: analysis.id, revision: analysis.revision })}
              />
            </li>
          ))}
        </ul>
      )}
      <form
        className={own.keep}
        onSubmit={event => {
          event.preventDefault();
          if (name.trim() !== '') void keep();
        }}
      >
        <Field label={t('saveName')}>
          {control => <TextInput {...control} value={name} maxLength={200} onChange={event => setName(event.target.value)} />}
        </Field>
        <Button type="submit" busy={save.busy} disabled={name.trim() === ''}>
          {t('save')}
        </Button>
      </form>
    </Section>
  );
}
