import { useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WireProblem } from '#contract/problem.ts';
import { Button } from '../ui/button.tsx';
import { Section } from '../ui/card.tsx';
import { useSay } from '../ui/language.ts';
import { Pill } from '../ui/pill.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { Empty, Fine } from '../ui/states.tsx';
import { CodeEditor } from './code-editor.tsx';
import { downloadText } from './download-text.ts';
import type { PlanTexts } from './edit-plan.ts';
import { findingSentence, findingsOf } from './finding-words.ts';
import { PlanPage } from './plan-page.tsx';
import style from './text-page.module.css';
import type { Planning } from './use-planning.ts';

/** The plan as engineers keep it: both texts, with what is wrong at its line. */
export function TextPage() {
  return <PlanPage wide>{planning => <Texts key={planning.answer.plan.id} planning={planning} />}</PlanPage>;
}

type File = keyof PlanTexts;

const TONES = { error: 'bad', warning: 'warn', info: 'none' } as const;
const NAMES: Readonly<Record<File, string>> = { yaml: 'plan.yaml', sheet: 'sheet.csv' };

function Texts({ planning }: { readonly planning: Planning }) {
  const { t } = useTranslation('plan');
  const say = useSay();
  const { line } = useSearch({ from: '/plan/text' });
  const { desk, checked, view, answer } = planning;
  const [file, setFile] = useState<File>('yaml');
  const [at, setAt] = useState<{ readonly line: number }>();
  useEffect(() => {
    const number = Number(line);
    if (Number.isInteger(number) && number > 0) setAt({ line: number });
  }, [line]);
  const { texts } = desk;
  if (!texts) return <Empty icon="code" title={t('noVersions')} />;
  const problems = findingsOf(checked?.check.problems ?? []);
  const here = problems.filter(found => fileOf(found) === file);
  const marks = new Map(
    here.toReversed().flatMap(found => (found.line === undefined ? [] : [[found.line, found.severity] as const])),
  );
  const firstMonth = view?.months[0]?.key ?? '2026-04';
  return (
    <div className={style.columns}>
      <Section
        title={t('textTitle')}
        note={t('textNote')}
        tools={
          <>
            <Segmented
              label={t('file')}
              value={file}
              options={[
                { value: 'yaml', label: NAMES.yaml },
                { value: 'sheet', label: NAMES.sheet },
              ]}
              onChange={value => {
                setFile(value);
                setAt(undefined);
              }}
            />
            <Button
              small
              icon="file"
              onClick={() => downloadText(file === 'yaml' ? `${answer.plan.id}.yaml` : `${answer.plan.id}.csv`, texts[file])}
            >
              {t('download')}
            </Button>
          </>
        }
      >
        {file === 'sheet' && texts.sheet.trim() === '' && (
          <div className={style.noSheet}>
            <p>{t('noSheet', { month: firstMonth })}</p>
            <Button
              small
              onClick={() =>
                void desk.write({
                  ...texts,
                  sheet: `node,kind,department,medium,${(view?.months ?? []).map(({ key }) => key).join(',')}\n`,
                })
              }
            >
              {t('addSheet')}
            </Button>
          </div>
        )}
        <CodeEditor
          key={file}
          label={t('editorLabel', { file: NAMES[file] })}
          hint={t('editorKeys')}
          value={texts[file]}
          marks={marks}
          at={at}
          onChange={value => void desk.write({ ...texts, [file]: value })}
        />
      </Section>
      <Section title={t('problems')} note={problems.length > 0 ? t('countOf', { count: problems.length }) : undefined}>
        {problems.length === 0 ? (
          checked && <Fine>{t('noProblems')}</Fine>
        ) : (
          <ul className={style.problems}>
            {problems.map((found, place) => (
              <li key={`${found.code} ${found.line} ${place}`}>
                <button
                  type="button"
                  className={style.problem}
                  disabled={found.line === undefined}
                  onClick={() => {
                    setFile(fileOf(found));
                    setAt({ line: found.line ?? 1 });
                  }}
                >
                  <span className={style.problemHead}>
                    <Pill tone={TONES[found.severity]}>{t(found.severity)}</Pill>
                    {found.line !== undefined && (
                      <span className="mut">
                        {NAMES[fileOf(found)]} {t('line', { line: found.line })}
                      </span>
                    )}
                  </span>
                  <span>{say(findingSentence(found, view))}</span>
                </button>
              </li>
            ))}
          </ul>
        )}
      </Section>
    </div>
  );
}

/** Which of the two texts a finding's line counts in. */
function fileOf({ at }: WireProblem): File {
  return at[0] === 'sheet' ? 'sheet' : 'yaml';
}
