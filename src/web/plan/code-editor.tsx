import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { classNames } from '../ui/class-names.ts';
import style from './code-editor.module.css';

export interface CodeEditorProps {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  /** Lines that something is wrong with. */
  readonly marks: ReadonlyMap<number, 'error' | 'warning' | 'info'>;
  /** A line to go to, each time anew. */
  readonly at: { readonly line: number } | undefined;
  readonly onChange: (value: string) => void;
}

/** Pixels; the same in the style. */
const LINE = 20;
const SETTLE = 400;
const SIGNS = { error: '■', warning: '◆', info: '○' } as const;
const TONES = { error: 'bad', warning: 'warn', info: 'dim' } as const;

/** A text with line numbers and marks at its lines. What is typed is handed on when it settles. */
export function CodeEditor({ label, hint, value, marks, at, onChange }: CodeEditorProps) {
  const [typed, setTyped] = useState(value);
  const [top, setTop] = useState(0);
  const [current, setCurrent] = useState(1);
  const area = useRef<HTMLTextAreaElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef({ typed, value, onChange });
  latest.current = { typed, value, onChange };
  const leaves = useRef(false);
  useEffect(() => {
    clearTimeout(timer.current);
    setTyped(value);
  }, [value]);
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      const last = latest.current;
      if (last.typed !== last.value) last.onChange(last.typed);
    },
    [],
  );
  useEffect(() => {
    const element = area.current;
    if (!element || !at) return;
    const lines = latest.current.typed.split('\n');
    const start = lines.slice(0, at.line - 1).reduce((sum, line) => sum + line.length + 1, 0);
    element.focus({ preventScroll: true });
    element.setSelectionRange(start, start + (lines[at.line - 1]?.length ?? 0));
    element.scrollTop = Math.max(0, (at.line - 6) * LINE);
    setCurrent(at.line);
  }, [at]);
  const change = (next: string) => {
    setTyped(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => onChange(next), SETTLE);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === 'Escape') {
      leaves.current = true;
      return;
    }
    if (event.key === 'Tab' && !event.shiftKey && !leaves.current) {
      event.preventDefault();
      // Goes through the browser, so that its own undo knows of it.
      document.execCommand('insertText', false, '  ');
    }
    leaves.current = false;
  };
  const lines = typed.split('\n').length;
  const mark = () => {
    const element = area.current;
    if (element) setCurrent(element.value.slice(0, element.selectionStart).split('\n').length);
  };
  return (
    <>
      <div className={style.editor}>
        <div className={style.gutter} aria-hidden="true">
          <div style={{ transform: `translateY(${-top}px)` }}>
            {Array.from({ length: lines }, (_, place) => {
              const severity = marks.get(place + 1);
              return (
                <div key={place} className={classNames(style.number, place + 1 === current && style.current)}>
                  {severity && <span className={TONES[severity]}>{SIGNS[severity]}</span>}
                  {place + 1}
                </div>
              );
            })}
          </div>
        </div>
        <div className={style.sheet}>
          <div className={style.backs} aria-hidden="true">
            <div style={{ transform: `translateY(${-top}px)` }}>
              {[...marks].map(([line, severity]) => (
                <div key={line} className={style[severity]} style={{ top: (line - 1) * LINE }} />
              ))}
            </div>
          </div>
          <textarea
            ref={area}
            aria-label={label}
            className={style.area}
            value={typed}
            wrap="off"
            spellCheck={false}
            autoComplete="off"
            autoCapitalize="off"
            onChange={event => change(event.target.value)}
            onScroll={event => setTop(event.currentTarget.scrollTop)}
            onKeyDown={onKeyDown}
            onSelect={mark}
          />
        </div>
      </div>
      <p className={style.hint}>{hint}</p>
    </>
  );
}
