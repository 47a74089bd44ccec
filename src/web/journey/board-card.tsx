import { type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { JourneyContentsAnswer, SavedAnalysis } from '#contract/journey.ts';
import type { RfmAnswer } from '#core/journey/customer-question.ts';
import { ErrorState } from '../app/error-state.tsx';
import { parseSearch } from '../app/shared-search.ts';
import { useAction } from '../app/use-action.ts';
import { buttonClass, IconButton } from '../ui/button.tsx';
import { Section } from '../ui/card.tsx';
import { Empty, Loading } from '../ui/states.tsx';
import { AnalysisLink } from './analysis-link.tsx';
import { ChannelRanges } from './channel-ranges.tsx';
import { type ChannelsToRead, useChannelsReading } from './channels-reading.ts';
import { CohortPicture } from './cohort-picture.tsx';
import { type CohortsToRead, useCohortReading } from './cohort-reading.ts';
import { FunnelPicture } from './funnel-picture.tsx';
import { type FunnelToRead, useFunnelReading } from './funnel-reading.ts';
import own from './journey.module.css';
import { RfmMap } from './rfm-map.tsx';
import { useSegmentsReading } from './segments-reading.ts';
import { useChannels } from './use-channels.ts';
import { useCustomers } from './use-customers.ts';
import { useLeaving } from './use-leaving.ts';
import { useMeasures } from './use-measures.ts';
import { useReturning } from './use-returning.ts';

interface CardProps {
  readonly analysis: SavedAnalysis;
  readonly contents: JourneyContentsAnswer;
}

/** A pinned analysis as it is answered now: the sentence, its picture, and the way to the whole page. [JNY-12] */
export function BoardCard({ analysis, contents }: CardProps) {
  const { t } = useTranslation('board');
  const { t: journey } = useTranslation('journey');
  const pin = useAction('pinAnalysis');
  return (
    <Section
      title={analysis.name}
      tools={
        <>
          <AnalysisLink page={analysis.page} search={analysis.search} className={buttonClass('quiet', true)}>
            {t('open')}
          </AnalysisLink>
          <IconButton
            small
            icon="close"
            name={t('unpinOf', { name: analysis.name })}
            onClick={() => void pin.run({ analysis: analysis.id, body: { pinned: false, revision: analysis.revision } })}
          />
        </>
      }
    >
      {contents.events === 0 ? <Empty small title={journey('noEvents')} /> : <Answer analysis={analysis} contents={contents} />}
    </Section>
  );
}

function Answer({ analysis, contents }: CardProps) {
  const search = parseSearch(analysis.search);
  switch (analysis.page) {
    case 'leaving':
      return <Leaving search={search} contents={contents} />;
    case 'channels':
      return <Channels search={search} contents={contents} />;
    case 'returning':
      return <Returning search={search} contents={contents} />;
    case 'customers':
      return <Customers search={search} contents={contents} />;
  }
}

interface AnswerProps {
  readonly search: Readonly<Record<string, string>>;
  readonly contents: JourneyContentsAnswer;
}

function Leaving({ search, contents }: AnswerProps) {
  const { steps, window, worth, whole, asked } = useLeaving(contents, search);
  return <Standing error={asked.error}>{whole && <Funnel {...{ contents, steps, whole, worth, window }} />}</Standing>;
}

function Funnel(given: FunnelToRead) {
  const measures = useMeasures(given.contents);
  const { rows, worst, sentence } = useFunnelReading(given);
  const drawing = useRef<SVGSVGElement>(null);
  return (
    <Said sentence={sentence}>
      <FunnelPicture ref={drawing} rows={rows} worst={worst?.index} people={measures.people} share={measures.share} small />
    </Said>
  );
}

function Channels({ search, contents }: AnswerProps) {
  const { asked, paths, direct, lookback, failed } = useChannels(contents, search);
  return (
    <Standing error={failed}>
      {asked.answer && paths.answer && <Credits {...{ contents, answer: asked.answer, paths: paths.answer, direct, lookback }} />}
    </Standing>
  );
}

function Credits(given: ChannelsToRead) {
  const measures = useMeasures(given.contents);
  const { drawn, touched, sentence } = useChannelsReading(given);
  const drawing = useRef<SVGSVGElement>(null);
  return (
    <Said sentence={sentence}>
      {touched > 0 && <ChannelRanges ref={drawing} rows={drawn.slice(0, 6)} text={count => measures.count(count, 1)} small />}
    </Said>
  );
}

function Returning({ search, contents }: AnswerProps) {
  const { asked, repeat, edges, asOf, grain, window, failed, isWhole } = useReturning(contents, search);
  return (
    <Standing error={failed}>
      {isWhole && asked.answer && repeat.answer && (
        <Cohorts {...{ contents, answer: asked.answer, repeat: repeat.answer, edges, asOf, grain, window }} />
      )}
    </Standing>
  );
}

function Cohorts(given: CohortsToRead) {
  const { sentence, ripe } = useCohortReading(given);
  return (
    <Said sentence={sentence}>
      <CohortPicture answer={given.answer} edges={given.edges} grain={given.grain} ripe={ripe} />
    </Said>
  );
}

function Customers({ search, contents }: AnswerProps) {
  const { rfm, failed } = useCustomers(contents, search);
  return <Standing error={failed}>{rfm.answer && <Segments contents={contents} answer={rfm.answer} />}</Standing>;
}

function Segments({ contents, answer }: Pick<AnswerProps, 'contents'> & { readonly answer: RfmAnswer }) {
  const { sentence } = useSegmentsReading(contents, answer);
  const drawing = useRef<SVGSVGElement>(null);
  return (
    <Said sentence={sentence}>
      <RfmMap ref={drawing} answer={answer} />
    </Said>
  );
}

function Standing({ error, children }: { readonly error: unknown; readonly children: ReactNode }) {
  const { t } = useTranslation('journey');
  if (error) return <ErrorState small error={error} />;
  return children || <Loading lines={5} label={t('working')} />;
}

function Said({ sentence, children }: { readonly sentence: string; readonly children: ReactNode }) {
  return (
    <div className={own.said}>
      <p>{sentence}</p>
      {children}
    </div>
  );
}
