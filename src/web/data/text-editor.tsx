import { type Ref, useId } from 'react';
import type { WireProblem } from '#contract/problem.ts';
import { classNames } from '../ui/class-names.ts';
import style from './definitions.module.css';

export interface TextEditorProps {
  readonly label: string;
  readonly text: string;
  readonly problems: readonly WireProblem[];
  readonly onChange: (text: string) => void;
  readonly ref?: Ref<HTMLTextAreaElement>;
}

const WEIGHT = { error: 2, warning: 1, info: 0 } as const;

/** A text with the numbers of its lines, problems marked at theirs. It grows with the text, so the page scrolls and not the field. */
export function TextEditor({ label, text, problems, onChange, ref }: TextEditorProps) {
  const id = useId();
  const lines = text.split('\n').length;
  const heaviest = new Map<number, WireProblem['severity']>();
  for (const { line, severity } of problems) {
    if (line === undefined) continue;
    const known = heaviest.get(line);
    if (known === undefined || WEIGHT[severity] > WEIGHT[known]) heaviest.set(line, severity);
  }
  return (
    <div className={style.editor}>
      <label htmlFor={id} className="visually-hidden">
        {label}
      </label>
      <ol className={style.gutter} aria-hidden="true">
        {Array.from({ length: lines }, (_, place) => {
          const severity = heaviest.get(place + 1);
          return (
            <li key={place} className={classNames(severity && style[severity])}>
              {severity && <span>{severity === 'error' ? '■' : severity === 'warning' ? '◆' : '○'}</span>}
              {place + 1}
            </li>
          );
        })}
      </ol>
      <textarea
        ref={ref}
        id={id}
        className={style.text}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        wrap="off"
        rows={Math.max(12, lines)}
        value={text}
        onChange={event => onChange(event.target.value)}
      />
    </div>
  );
}

/** Puts the caret at the start of a line and brings it into sight. */
export function goToLine(field: HTMLTextAreaElement | null, line: number): void {
  if (!field) return;
  const start = field.value
    .split('\n')
    .slice(0, line - 1)
    .reduce((sum, each) => sum + each.length + 1, 0);
  field.focus({ preventScroll: true });
  field.setSelectionRange(start, start);
  const { top } = field.getBoundingClientRect();
  const height = field.scrollHeight / Math.max(1, field.value.split('\n').length);
  window.scrollTo({ top: window.scrollY + top + (line - 1) * height - window.innerHeight / 3 });
}
