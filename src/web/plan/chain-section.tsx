import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlanView } from '#contract/plan-view.ts';
import { Section } from '../ui/card.tsx';
import { useFigures } from '../ui/figures.ts';
import { useSay } from '../ui/language.ts';
import { Empty } from '../ui/states.tsx';
import style from './chain-section.module.css';
import type { ReviewProps } from './coverage-section.tsx';
import { HORIZON_LABELS } from './use-working-words.ts';

type Chain = PlanView['chains'][number];

/** How short-term KPIs lead to long-term ones: of every arrow which share arrives, and when. [DES-45] */
export function ChainSection({ view }: Pick<ReviewProps, 'view'>) {
  const { t } = useTranslation('review');
  return (
    <Section title={t('chains')} note={t('chainsNote')}>
      {view.chains.length === 0 ? (
        <Empty icon="target" title={t('chainsEmpty')}>
          {t('chainsEmptyText')}
        </Empty>
      ) : (
        <>
          {view.chains.slice(0, SHOWN).map(chain => (
            <ChainRow key={chain.nodes.join(' ')} chain={chain} view={view} />
          ))}
          {view.chains.length > SHOWN && (
            <details>
              <summary>{t('chainsMore', { count: view.chains.length - SHOWN })}</summary>
              {view.chains.slice(SHOWN).map(chain => (
                <ChainRow key={chain.nodes.join(' ')} chain={chain} view={view} />
              ))}
            </details>
          )}
        </>
      )}
    </Section>
  );
}

/** Chains that are shown before one asks for more. */
const SHOWN = 4;

function ChainRow({ chain, view }: { readonly chain: Chain; readonly view: PlanView }) {
  const { t: design } = useTranslation('design');
  const say = useSay();
  const nodeOf = (id: string) => view.nodes.find(node => node.id === id);
  return (
    <ol className={style.chain}>
      {chain.nodes.map((id, place) => {
        const node = nodeOf(id);
        const link = chain.links[place - 1];
        return (
          <Fragment key={id}>
            {link && <Arrow link={link} view={view} />}
            <li className={style.kpi}>
              {node?.horizon && <small>{design(HORIZON_LABELS[node.horizon])}</small>}
              <Link to="/plan" search={previous => ({ ...previous, node: id })}>
                {say(node?.name) || id}
              </Link>
            </li>
          </Fragment>
        );
      })}
    </ol>
  );
}

function Arrow({ link, view }: { readonly link: Chain['links'][number]; readonly view: PlanView }) {
  const { t } = useTranslation('review');
  const say = useSay();
  const figures = useFigures();
  const { by, rate, between, days } = link;
  const names = between.map(id => say(view.nodes.find(node => node.id === id)?.name) || id);
  const isShare = rate !== null && Number(rate) <= 1;
  const arrives = isShare ? figures.percent(Number(rate), Number(rate) < 0.1 ? 1 : 0) : '';
  const after = days === null ? '' : t('daysAfter', { days: Math.round(days) });
  return (
    <li className={style.arrow} data-by={by}>
      <b className="num">{arrives || (names.length > 0 ? `× ${names.join(' × ')}` : by === 'influence' ? t('rateOpen') : '')}</b>
      <span aria-hidden="true">→</span>
      <small>
        {[isShare ? names.join(' × ') : '', after].filter(Boolean).join(' · ') || (by === 'influence' && t('hypothesisLink'))}
      </small>
    </li>
  );
}
