import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import { Select, TextInput } from '../ui/field.tsx';
import { Icon } from '../ui/icon.tsx';
import style from './catalogue.module.css';
import { DOMAINS } from './domain-labels.ts';

const STAGES = ['awareness', 'interest', 'consideration', 'conversion', 'retention', 'advocacy', 'outcome'] as const;

/** What is looked for; all of it stands in the address. */
export function CatalogueFilters() {
  const { t } = useTranslation('catalogue');
  const { t: domain } = useTranslation('domain');
  const navigate = useNavigate();
  const search = useSearch({ from: '/catalogue' });
  const [typed, setTyped] = useState(search.words ?? '');
  const [sent, setSent] = useState(search.words ?? '');
  const set = (change: Partial<Record<keyof typeof search, string | undefined>>, replace = false) =>
    void navigate({
      to: '/catalogue',
      search: previous => ({ ...previous, ...change }) as typeof search,
      replace,
      resetScroll: false,
    });
  // Words may change in the address without having been typed here: by going back, or by clearing.
  useEffect(() => {
    const words = search.words ?? '';
    if (words === sent) return;
    setSent(words);
    setTyped(words);
  }, [search.words, sent]);
  const choice = (
    key: 'domain' | 'stage' | 'timing' | 'kind' | 'use',
    label: string,
    options: readonly (readonly [string, string])[],
  ) => (
    <Select
      small
      aria-label={label}
      value={search[key] ?? ''}
      options={options.map(([value, word]) => ({ value, label: word }))}
      onChange={event => set({ [key]: event.target.value || undefined })}
    />
  );
  const isNarrowed = Object.values({ ...search, words: typed || undefined }).some(value => value !== undefined);
  return (
    <search className={style.filters}>
      <div className={style.search}>
        <Icon name="search" size={18} />
        <TextInput
          type="search"
          aria-label={t('searchLabel')}
          placeholder={t('searchHint')}
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={event => {
            const words = event.target.value;
            setTyped(words);
            setSent(words);
            set({ words: words || undefined }, true);
          }}
        />
      </div>
      {choice('domain', t('domain'), [['', t('anyDomain')], ...DOMAINS.map(id => [id, domain(id)] as const)])}
      {choice('stage', t('stage'), [['', t('anyStage')], ...STAGES.map(id => [id, t(id)] as const)])}
      {choice('timing', t('timing'), [
        ['', t('anyTiming')],
        ['leading', t('leading')],
        ['lagging', t('lagging')],
      ])}
      {choice('kind', t('kind'), [
        ['', t('anyKind')],
        ['quantity', t('quantity')],
        ['quality', t('quality')],
      ])}
      {choice('use', t('use'), [
        ['', t('anyUse')],
        ['plan', t('inPlan')],
        ['data', t('measured')],
        ['own', t('own')],
      ])}
      {isNarrowed && (
        <Button
          small
          look="quiet"
          onClick={() =>
            set({ words: undefined, domain: undefined, stage: undefined, timing: undefined, kind: undefined, use: undefined })
          }
        >
          {t('clear')}
        </Button>
      )}
    </search>
  );
}
