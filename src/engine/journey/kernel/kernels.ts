import type { JourneyAnswers, JourneyQuestion } from '#core/journey/journey-question.ts';
import { activationKernel } from './activation.ts';
import { attributionKernel } from './attribution.ts';
import { BlockRows } from './block-rows.ts';
import { compileFilters } from './compiled-filters.ts';
import { type DayCounts, type DayCountsQuestion, dayCountsKernel } from './day-counts.ts';
import { type EventPart, NAME, type Vocabulary } from './event-part.ts';
import { flowKernel } from './flow.ts';
import { funnelKernel } from './funnel.ts';
import type { Kernel, KernelContext, Pass, Reading } from './kernel.ts';
import { PersonRows } from './person-rows.ts';
import { purchasePatternsKernel } from './purchase-patterns.ts';
import { repeatKernel } from './repeat.ts';
import { retentionKernel } from './retention.ts';
import { rfmKernel } from './rfm.ts';
import { rollingKernel } from './rolling.ts';
import { seriesKernel } from './series.ts';
import { stagesKernel } from './stages.ts';
import { touchPathsKernel } from './touch-paths.ts';

/** What threads are asked: what users ask, and what the engine asks itself. */
export type KernelQuestion = JourneyQuestion | DayCountsQuestion;

/** What a thread has found; only `answerOf` of the same question looks inside. */
export type KernelPartial = { readonly ask: KernelQuestion['ask']; readonly found: unknown };

/** Runs of people: from … to, handed out one by one; null when there are no more or nobody waits for the answer any longer. */
export type NextPeople = () => { readonly from: number; readonly to: number } | null;

/** One thread's pass over the people it is handed. `goesOn` is asked after every block. */
export function passOver(
  question: KernelQuestion,
  parts: readonly EventPart[],
  context: KernelContext,
  next: NextPeople,
  goesOn: () => boolean,
): KernelPartial {
  const kernel = kernelOf(question);
  const reading = kernel.reads(context.vocabulary);
  const filters = compileFilters(reading.filters, context.vocabulary);
  const wanted = { ...reading, isWide: filters.banks > 1 };
  const rows = new PersonRows(parts, filters, wanted);
  const begun = kernel.begin(context);
  const pass = 'block' in begun ? new BlockRows(begun, wanted) : begun;
  for (let people = next(); people && goesOn(); people = next()) rows.run(people.from, people.to, pass, goesOn);
  return { ask: question.ask, found: pass.partial() };
}

/** Columns that a question reads, so that only these need to be loaded. */
export function columnsRead(question: KernelQuestion, vocabulary: Vocabulary) {
  const reading = kernelOf(question).reads(vocabulary);
  const filters = compileFilters(reading.filters, vocabulary);
  return {
    dimensions: [...new Set([...reading.dimensions, ...filters.dimensions.map(({ dimension }) => dimension)])].filter(
      d => d !== NAME,
    ),
    value: reading.value || filters.bounds.length > 0,
    session: reading.session,
    /** Sessions of one moment are told apart by their texts. */
    sessionTexts: question.ask === 'attribution' || question.ask === 'touch-paths',
  };
}

/** The answer out of the partials of all threads. */
export function answerOf(question: KernelQuestion, partials: readonly KernelPartial[], context: KernelContext): AnyAnswer {
  return kernelOf(question).answer(
    partials.map(({ found }) => found),
    context,
  );
}

export type AnyAnswer = JourneyAnswers[keyof JourneyAnswers] | DayCounts;

/** A kernel together with its question. */
interface AskedKernel {
  reads(vocabulary: Vocabulary): Reading;
  begin(context: KernelContext): Pass<unknown>;
  answer(partials: readonly unknown[], context: KernelContext): AnyAnswer;
}

function asked<Question extends KernelQuestion, Partial, Answer extends AnyAnswer>(
  kernel: Kernel<Question, Partial, Answer>,
  question: Question,
): AskedKernel {
  return {
    reads: vocabulary => kernel.reads(question, vocabulary),
    begin: context => kernel.begin(question, context),
    answer: (partials, context) => kernel.answer(question, partials as readonly Partial[], context),
  };
}

function kernelOf(question: KernelQuestion): AskedKernel {
  switch (question.ask) {
    case 'funnel':
      return asked(funnelKernel, question);
    case 'retention':
      return asked(retentionKernel, question);
    case 'series':
      return asked(seriesKernel, question);
    case 'rolling':
      return asked(rollingKernel, question);
    case 'attribution':
      return asked(attributionKernel, question);
    case 'touch-paths':
      return asked(touchPathsKernel, question);
    case 'repeat':
      return asked(repeatKernel, question);
    case 'rfm':
      return asked(rfmKernel, question);
    case 'purchase-patterns':
      return asked(purchasePatternsKernel, question);
    case 'stages':
      return asked(stagesKernel, question);
    case 'activation':
      return asked(activationKernel, question);
    case 'flow':
      return asked(flowKernel, question);
    case 'day-counts':
      return asked(dayCountsKernel, question);
  }
}
