import {
  type InputHTMLAttributes,
  type ReactNode,
  type Ref,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
  useId,
} from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from './class-names.ts';
import style from './field.module.css';

export interface FieldProps {
  readonly label: string;
  readonly hint?: ReactNode;
  /** What is wrong with what stands in it. */
  readonly problem?: string | undefined;
  readonly required?: boolean;
  readonly hideLabel?: boolean;
  readonly className?: string | undefined;
  /** The control: gets the ids that tie it to its label and its problem. */
  readonly children: (control: ControlProps) => ReactNode;
}

export interface ControlProps {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
  readonly 'aria-required': true | undefined;
}

/** A control with its label above, a hint and, where there is one, its problem below. */
export function Field({ label, hint, problem, required, hideLabel, className, children }: FieldProps) {
  const { t } = useTranslation('ui');
  const id = useId();
  const about = problem || hint ? `${id}-about` : undefined;
  return (
    <div className={classNames(style.field, className)}>
      <label htmlFor={id} className={hideLabel ? 'visually-hidden' : style.label}>
        {label}
        {required && <span className={style.need}>{t('required')}</span>}
      </label>
      {children({
        id,
        'aria-describedby': about,
        'aria-invalid': problem ? true : undefined,
        'aria-required': required || undefined,
      })}
      {problem ? (
        <div id={about} className={style.problem}>
          <span aria-hidden="true">■</span>
          {problem}
        </div>
      ) : (
        hint && (
          <div id={about} className={style.hint}>
            {hint}
          </div>
        )
      )}
    </div>
  );
}

export function TextInput({
  small,
  className,
  ...rest
}: InputHTMLAttributes<HTMLInputElement> & { readonly small?: boolean; readonly ref?: Ref<HTMLInputElement> }) {
  return <input {...rest} className={classNames(style.input, small && style.small, className)} />;
}

export function TextArea({
  className,
  ...rest
}: TextareaHTMLAttributes<HTMLTextAreaElement> & { readonly ref?: Ref<HTMLTextAreaElement> }) {
  return <textarea rows={3} {...rest} className={classNames(style.input, style.area, className)} />;
}

export interface SelectOption {
  readonly value: string;
  readonly label: string;
  readonly disabled?: boolean;
}

export function Select({
  options,
  small,
  className,
  ...rest
}: SelectHTMLAttributes<HTMLSelectElement> & { readonly options: readonly SelectOption[]; readonly small?: boolean }) {
  return (
    <select {...rest} className={classNames(style.input, style.select, small && style.small, className)}>
      {options.map(({ value, label, disabled }) => (
        <option key={value} value={value} disabled={disabled}>
          {label}
        </option>
      ))}
    </select>
  );
}

export function Checkbox({ children, ...rest }: InputHTMLAttributes<HTMLInputElement> & { readonly children: ReactNode }) {
  return (
    <label className={style.check}>
      <input type="checkbox" {...rest} />
      <span>{children}</span>
    </label>
  );
}
