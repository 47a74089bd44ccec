import { Link } from '@tanstack/react-router';
import { type DragEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WireProblem } from '#contract/problem.ts';
import { OUTCOMES } from '#core/act/outcome.ts';
import { movesFrom, type Phase, STAGES, type Stage, stageName } from '#core/act/stage.ts';
import { formatDay } from '#core/calendar/format-day.ts';
import { succeeded } from '../app/succeeded.ts';
import { useAction } from '../app/use-action.ts';
import { usePeople, useWorkspace } from '../app/workspace-context.ts';
import { Avatar } from '../ui/avatar.tsx';
import { IconButton } from '../ui/button.tsx';
import { classNames } from '../ui/class-names.ts';
import { useLang, useSay } from '../ui/language.ts';
import { Menu } from '../ui/menu.tsx';
import { Tag } from '../ui/pill.tsx';
import { showToast } from '../ui/toasts.tsx';
import style from './board.module.css';
import { CloseDialog } from './close-dialog.tsx';
import { type Initiative, useInitiativeWords } from './initiative-words.ts';
import { isUntracked, UntrackedDialog } from './untracked-dialog.tsx';

const PHASES: Readonly<Record<Phase, string>> = { plan: 'P', do: 'D', check: 'C', act: 'A' };

/** Initiatives by stage. Cards are dragged, or moved by their menu; what a stage asks for is said when it is missing. */
export function Board({ initiatives }: { readonly initiatives: readonly Initiative[] }) {
  const { t } = useTranslation('act');
  const say = useSay();
  const move = useAction('moveInitiative');
  const [dragged, setDragged] = useState<Initiative>();
  const [over, setOver] = useState<Stage>();
  const [closing, setClosing] = useState<Initiative>();
  const [untracked, setUntracked] = useState<{ readonly initiative: Initiative; readonly problems: readonly WireProblem[] }>();
  const moveTo = async (initiative: Initiative, to: Stage, reason?: string): Promise<void> => {
    if (to === 'done') {
      setClosing(initiative);
      return;
    }
    const body = { revision: initiative.revision, to, ...(reason === undefined ? {} : { untracked: reason }) };
    const answer = await move.run({ initiative: initiative.id, body });
    const onProblems = (problems: readonly WireProblem[]) => {
      if (!isUntracked(problems)) return problems;
      setUntracked({ initiative, problems });
      return [];
    };
    if (!succeeded(answer, { onProblems })) return;
    setUntracked(undefined);
    const { initiative: moved } = answer.value;
    const name = stageName(to);
    const text = { ja: `「${name.ja}」に移しました`, en: `Moved to ${name.en}` };
    const isBackPossible = movesFrom(to).includes(initiative.stage);
    showToast({ kind: 'good', text, ...(isBackPossible ? { undo: () => void moveTo(moved, initiative.stage) } : {}) });
  };
  const mayDrop = (stage: Stage) => dragged !== undefined && targetsOf(dragged).includes(stage);
  const dropOn = (stage: Stage) => ({
    onDragOver: (event: DragEvent) => {
      if (!mayDrop(stage)) return;
      event.preventDefault();
      setOver(stage);
    },
    onDragLeave: (event: DragEvent<HTMLElement>) => {
      if (!event.currentTarget.contains(event.relatedTarget instanceof Node ? event.relatedTarget : null)) setOver(undefined);
    },
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      setOver(undefined);
      if (dragged && mayDrop(stage)) void moveTo(dragged, stage);
    },
  });
  return (
    <>
      <div className={style.board}>
        {STAGES.map(({ id, name, phase }) => {
          const here = initiatives.filter(({ stage }) => stage === id);
          return (
            <section
              key={id}
              aria-label={say(name)}
              className={classNames(style.column, mayDrop(id) && style.open, over === id && style.over)}
              {...dropOn(id)}
            >
              <div className={style.head}>
                <span className={style.phase} title={phase} aria-hidden="true">
                  {PHASES[phase]}
                </span>
                <h2>{say(name)}</h2>
                <span className={style.count}>{here.length}</span>
              </div>
              <div className={style.cards}>
                {here.map(initiative => (
                  <BoardCard
                    key={initiative.id}
                    initiative={initiative}
                    isDragged={dragged?.id === initiative.id}
                    onDrag={setDragged}
                    onMove={to => void moveTo(initiative, to)}
                  />
                ))}
              </div>
            </section>
          );
        })}
      </div>
      <p className={style.hint}>{t('boardHint')}</p>
      {untracked && (
        <UntrackedDialog
          problems={untracked.problems}
          busy={move.busy}
          onStart={reason => void moveTo(untracked.initiative, 'running', reason)}
          onClose={() => setUntracked(undefined)}
        />
      )}
      {closing && <CloseDialog initiative={closing} onClose={() => setClosing(undefined)} />}
    </>
  );
}

/** Where it may be moved by hand; finishing asks for a decision first. */
export function targetsOf({ stage }: Pick<Initiative, 'stage'>): readonly Stage[] {
  return stage === 'done' ? [] : [...movesFrom(stage), 'done'];
}

interface BoardCardProps {
  readonly initiative: Initiative;
  readonly isDragged: boolean;
  readonly onDrag: (initiative: Initiative | undefined) => void;
  readonly onMove: (to: Stage) => void;
}

function BoardCard({ initiative, isDragged, onDrag, onMove }: BoardCardProps) {
  const { t } = useTranslation('act');
  const say = useSay();
  const lang = useLang();
  const people = usePeople();
  const words = useInitiativeWords();
  const { today } = useWorkspace();
  const { id, title, kpis, owner, due, expected, closing } = initiative;
  const targets = targetsOf(initiative);
  const outcome = closing && OUTCOMES.find(one => one.id === closing.outcome);
  const isLate = closing === null && due < today;
  return (
    <article
      className={classNames(style.card, isDragged && style.dragged)}
      draggable={targets.length > 0}
      onDragStart={event => {
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('text/plain', title);
        onDrag(initiative);
      }}
      onDragEnd={() => onDrag(undefined)}
    >
      <Link to="/initiatives/$initiative" params={{ initiative: id }} className={style.title} draggable={false}>
        {title}
      </Link>
      {targets.length > 0 && (
        <span className={style.menu}>
          <Menu
            label={t('move', { title })}
            align="end"
            entries={targets.map(to => ({
              id: to,
              label: to === 'done' ? t('close') : t('moveTo', { stage: say(stageName(to)) }),
              icon: to === 'done' ? ('check' as const) : ('right' as const),
              onSelect: () => onMove(to),
            }))}
          >
            {trigger => <IconButton small {...trigger} name={t('move', { title })} icon="more" />}
          </Menu>
        </span>
      )}
      <div className={style.kpis}>
        {kpis.map(kpi => (
          <Tag key={`${kpi.plan} ${kpi.node}`}>{words.nameOf(kpi.node)}</Tag>
        ))}
        {outcome && <Tag>{say(outcome.name)}</Tag>}
      </div>
      {expected && !closing && <span className={style.effect}>{words.expected(expected)}</span>}
      <div className={style.foot}>
        <Avatar name={people.nameOf(owner)} />
        {people.nameOf(owner)}
        <span className={isLate ? 'bad' : undefined}>
          {closing ? formatDay(closing.on, lang, 'numeric') : t('until', { day: formatDay(due, lang, 'numeric') })}
        </span>
      </div>
    </article>
  );
}
