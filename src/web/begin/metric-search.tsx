import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Catalogue } from '#core/metric/catalogue.ts';
import { normalise } from '#core/text/normalise.ts';
import { Field, TextInput } from '../ui/field.tsx';
import { useSay } from '../ui/language.ts';

export interface MetricSearchProps {
  readonly label: string;
  readonly hint?: string;
  readonly catalogue: Catalogue;
  /** A metric's id, or a name of one's own. */
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A metric by any of its names; a name nobody knows stays what it is. */
export function MetricSearch({ label, hint, catalogue, value, onChange }: MetricSearchProps) {
  const { t } = useTranslation('begin');
  const say = useSay();
  const list = useId();
  const shown = say(catalogue.metrics.get(value)?.name) || value;
  const [typed, setTyped] = useState<string>();
  const take = (text: string) => {
    const wanted = normalise(text);
    const found = [...catalogue.metrics.values()].find(({ name, aliases }) =>
      [name.ja, name.en, ...aliases].some(one => normalise(one) === wanted),
    );
    onChange(found?.id ?? text.trim());
    setTyped(undefined);
  };
  return (
    <Field label={label} hint={hint ?? t('searchHint')}>
      {control => (
        <>
          <TextInput
            {...control}
            list={list}
            autoComplete="off"
            value={typed ?? shown}
            onChange={event => setTyped(event.target.value)}
            onBlur={() => typed !== undefined && take(typed)}
            onKeyDown={event => event.key === 'Enter' && typed !== undefined && take(typed)}
          />
          <datalist id={list}>
            {[...catalogue.metrics.values()].map(({ id, name }) => (
              <option key={id} value={say(name)} />
            ))}
          </datalist>
        </>
      )}
    </Field>
  );
}
