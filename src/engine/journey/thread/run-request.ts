import type { EventPart } from '../kernel/event-part.ts';
import type { KernelContext } from '../kernel/kernel.ts';
import { kernelContext } from '../kernel/kernel-context.ts';
import { answerOf, passOver } from '../kernel/kernels.ts';
import { DONE, NEXT, type PassOrder, STOP, type ThreadMessage, type ThreadRequest } from './pass-order.ts';

/** What a thread keeps between requests. */
export class RequestRunner {
  private vocabulary: KernelContext['vocabulary'] = { names: [null], dimensions: [] };
  private readonly parts = new Map<string, readonly EventPart[]>();

  run(request: ThreadRequest): ThreadMessage | null {
    switch (request.kind) {
      case 'vocabulary':
        this.vocabulary = request.vocabulary;
        this.parts.clear();
        return null;
      case 'parts':
        this.parts.set(request.key, request.parts);
        return null;
      case 'pass':
        return { kind: 'passed', number: request.number, partial: this.pass(request) };
      case 'answer': {
        const answer = answerOf(request.question, request.partials, kernelContext(this.vocabulary, null));
        return { kind: 'answered', number: request.number, answer };
      }
    }
  }

  private pass({ question, key, sessions, cuts, control }: PassOrder) {
    const parts = this.parts.get(key);
    if (!parts) throw new Error(`no parts ${key}`);
    const pieces = cuts.length - 1;
    let [isFirst, goesOn] = [true, true];
    return passOver(
      question,
      parts,
      kernelContext(this.vocabulary, sessions),
      () => {
        if (!isFirst) Atomics.add(control, DONE, 1);
        isFirst = false;
        const piece = Atomics.add(control, NEXT, 1);
        return goesOn && piece < pieces ? { from: cuts[piece] as number, to: cuts[piece + 1] as number } : null;
      },
      () => {
        goesOn = Atomics.load(control, STOP) === 0;
        return goesOn;
      },
    );
  }
}
