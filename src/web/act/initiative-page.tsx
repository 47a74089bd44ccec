import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Api } from '#contract/api.ts';
import type { ResponseOf } from '#contract/endpoint.ts';
import type { WireProblem } from '#contract/problem.ts';
import { STAGES, type Stage, stageName } from '#core/act/stage.ts';
import { ErrorState } from '../app/error-state.tsx';
import page from '../app/page.module.css';
import { Page } from '../app/page.tsx';
import { succeeded } from '../app/succeeded.ts';
import { useAction } from '../app/use-action.ts';
import { useAnswer } from '../app/use-answer.ts';
import { Button, buttonClass } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { classNames } from '../ui/class-names.ts';
import { useSay } from '../ui/language.ts';
import { Banner, Loading } from '../ui/states.tsx';
import act from './act.module.css';
import { CloseDialog } from './close-dialog.tsx';
import { ClosingCard } from './closing-card.tsx';
import { EffectCard } from './effect-card.tsx';
import style from './initiative.module.css';
import { InitiativeAbout } from './initiative-about.tsx';
import { InitiativeFacts } from './initiative-facts.tsx';
import { isUntracked, UntrackedDialog } from './untracked-dialog.tsx';

export type InitiativeAnswer = ResponseOf<Api['readInitiative']>;

/** One initiative: what and why, where it stands, what it did. */
export function InitiativePage() {
  const { t } = useTranslation('act');
  const { initiative: id } = useParams({ from: '/initiatives/$initiative' });
  const asked = useAnswer('readInitiative', { initiative: id }, { keep: true });
  const found = asked.data;
  return (
    <Page
      title={found?.initiative.title ?? t('title')}
      crumb={
        <Link to="/initiatives" className={page.crumb}>
          {t('title')}
        </Link>
      }
    >
      {found ? (
        <InitiativeBody answer={found} />
      ) : (
        <Card>
          {asked.error ? <ErrorState error={asked.error} onRetry={() => void asked.refetch()} /> : <Loading lines={8} />}
        </Card>
      )}
    </Page>
  );
}

function InitiativeBody({ answer }: { readonly answer: InitiativeAnswer }) {
  const say = useSay();
  const { initiative, problems } = answer;
  return (
    <>
      <StageBar answer={answer} />
      {problems.map(problem => (
        <Banner key={`${problem.code} ${JSON.stringify(problem.params)}`} tone="warn">
          <span>{say(problem.message)}</span>
        </Banner>
      ))}
      <div className={act.columns}>
        <div className={act.column}>
          {initiative.closing && <ClosingCard closing={initiative.closing} />}
          <InitiativeAbout initiative={initiative} />
          <EffectCard initiative={initiative} />
        </div>
        <div className={act.column}>
          <InitiativeFacts answer={answer} />
        </div>
      </div>
    </>
  );
}

/** The six stages, where it is among them, and what can be done next. */
function StageBar({ answer }: { readonly answer: InitiativeAnswer }) {
  const { t } = useTranslation('act');
  const say = useSay();
  const move = useAction('moveInitiative');
  const [isClosing, setClosing] = useState(false);
  const { initiative, moves } = answer;
  const place = STAGES.findIndex(({ id }) => id === initiative.stage);
  const forward = moves.filter(to => STAGES.findIndex(({ id }) => id === to) > place);
  const back = moves.filter(to => STAGES.findIndex(({ id }) => id === to) < place);
  const [untracked, setUntracked] = useState<readonly WireProblem[]>();
  const go = async (to: Stage, reason?: string) => {
    const body = { revision: initiative.revision, to, ...(reason === undefined ? {} : { untracked: reason }) };
    const moved = await move.run({ initiative: initiative.id, body });
    const name = stageName(to);
    const onProblems = (found: readonly WireProblem[]) => {
      if (!isUntracked(found)) return found;
      setUntracked(found);
      return [];
    };
    const went = succeeded(moved, {
      onProblems,
      toast: { kind: 'good', text: { ja: `「${name.ja}」に移しました`, en: `Moved to ${name.en}` } },
    });
    if (went) setUntracked(undefined);
  };
  return (
    <Card className={style.stages}>
      <ol className={style.steps} aria-label={t('stage')}>
        {STAGES.map(({ id, name }, at) => (
          <li
            key={id}
            className={classNames(style.step, at < place && style.past)}
            aria-current={at === place ? 'step' : undefined}
          >
            {say(name)}
          </li>
        ))}
      </ol>
      {initiative.stage !== 'done' && (
        <div className={style.moves}>
          {back.map(to => (
            <Button key={to} look="quiet" icon="left" busy={move.busy} onClick={() => void go(to)}>
              {t('back', { stage: say(stageName(to)) })}
            </Button>
          ))}
          <Link to="/initiatives/$initiative/edit" params={{ initiative: initiative.id }} className={buttonClass()}>
            {t('edit')}
          </Link>
          <Button look={forward.length === 0 ? 'main' : 'plain'} onClick={() => setClosing(true)}>
            {t('close')}
          </Button>
          {forward.map(to => (
            <Button key={to} look="main" busy={move.busy} onClick={() => void go(to)}>
              {t('forward', { stage: say(stageName(to)) })}
            </Button>
          ))}
        </div>
      )}
      {untracked && (
        <UntrackedDialog
          problems={untracked}
          busy={move.busy}
          onStart={reason => void go('running', reason)}
          onClose={() => setUntracked(undefined)}
        />
      )}
      {isClosing && <CloseDialog initiative={initiative} onClose={() => setClosing(false)} />}
    </Card>
  );
}
