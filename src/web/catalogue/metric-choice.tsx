import { useTranslation } from 'react-i18next';
import type { MetricEntry } from '#contract/catalogue.ts';
import { Combobox } from '../ui/combobox.tsx';
import { useSay } from '../ui/language.ts';

export interface MetricChoiceProps {
  readonly label: string;
  readonly metrics: readonly MetricEntry[];
  /** Undefined or empty: none. */
  readonly value: string | null;
  readonly onChange: (metric: string | null) => void;
  readonly required?: boolean;
  readonly hint?: string;
  readonly problem?: string | undefined;
}

/** One metric, found by any of its names. */
export function MetricChoice({ label, metrics, value, onChange, required = false, hint, problem }: MetricChoiceProps) {
  const { t } = useTranslation('own');
  const say = useSay();
  return (
    <Combobox
      label={label}
      required={required}
      problem={problem}
      hint={hint}
      placeholder={value ? '' : t('find')}
      choices={metrics.map(({ id, name, aliases }) => ({ id, name: say(name), aliases: [name.ja, name.en, id, ...aliases] }))}
      chosen={value ? [value] : []}
      onChange={chosen => onChange(chosen.at(-1) ?? null)}
    />
  );
}
