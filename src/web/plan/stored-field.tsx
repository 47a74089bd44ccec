import { useEffect, useRef, useState } from 'react';
import { Field, TextArea, TextInput } from '../ui/field.tsx';

/** A field whose value stands in the plan: what is typed is written there on Enter or when it is left; Escape takes it back. */
export function StoredField({
  label,
  value,
  onStore,
  hint,
  problem,
  placeholder,
  hideLabel,
  lines,
  className,
}: {
  readonly label: string;
  readonly value: string;
  readonly onStore: (value: string) => void;
  readonly hint?: string | undefined;
  readonly problem?: string | undefined;
  readonly placeholder?: string | undefined;
  readonly hideLabel?: boolean;
  /** More than one: a text area. */
  readonly lines?: number;
  readonly className?: string | undefined;
}) {
  const [typed, setTyped] = useState(value);
  // Enter stores, and leaving the field right after it must not store the same again.
  const last = useRef(value);
  useEffect(() => {
    last.current = value;
    setTyped(value);
  }, [value]);
  const store = () => {
    if (typed.trim() === last.current.trim()) return;
    last.current = typed.trim();
    onStore(typed.trim());
  };
  return (
    <Field label={label} hint={hint} problem={problem} hideLabel={hideLabel ?? false} className={className}>
      {control => {
        const shared = {
          ...control,
          value: typed,
          placeholder,
          autoComplete: 'off',
          'data-stored': value,
          onBlur: store,
        };
        return lines === undefined ? (
          <TextInput
            {...shared}
            small
            onChange={event => setTyped(event.target.value)}
            onKeyDown={event => {
              if (event.key === 'Enter' && !event.nativeEvent.isComposing) store();
              if (event.key === 'Escape' && typed !== value) {
                event.stopPropagation();
                event.preventDefault();
                setTyped(value);
              }
            }}
          />
        ) : (
          <TextArea {...shared} rows={lines} onChange={event => setTyped(event.target.value)} />
        );
      }}
    </Field>
  );
}
