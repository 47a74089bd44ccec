import type { AttributionModel } from '#core/journey/attribution-question.ts';
import type { QuestionScope } from './question-scope.ts';

/**
 * The share of touch `e`, the `j`th of `n` that count, whose last is at `latest`, in one conversion; and the column that has to be
 * worked out for it before, from the array `counting`. [JRN-42 … JRN-46]
 */
export function shareSql(
  model: AttributionModel,
  index: number,
  { bind }: QuestionScope,
): { readonly share: string; readonly before?: string } {
  switch (model.model) {
    case 'first':
      return { share: 'j = 1' };
    case 'last':
      return { share: 'j = n' };
    case 'last-non-direct': {
      const texts = bind(
        'Array(String)',
        model.direct.filter(value => value !== null),
      );
      const isNone = model.direct.includes(null) ? '((e.3)[1]).1 = 0' : '0';
      const place = `arrayLastIndex(e -> NOT (${isNone} OR (((e.3)[1]).1 = 1 AND has(${texts}, ((e.3)[1]).2))), counting)`;
      return { share: `j = other${index}`, before: `if(${place} = 0, n, ${place}) AS other${index}` };
    }
    case 'linear':
      return { share: '1 / n' };
    case 'decay': {
      const weight = `exp2((e.1 - latest) / ${bind('Float64', model.halfLife)})`;
      return { share: `${weight} / weight${index}`, before: `arraySum(e -> ${weight}, counting) AS weight${index}` };
    }
    case 'position': {
      const [first, last] = [bind('Float64', model.first), bind('Float64', model.last)];
      const ofTwo = model.first + model.last === 0 ? '0.5' : `if(j = 1, ${first}, ${last}) / (${first} + ${last})`;
      const ofMore = `multiIf(j = 1, ${first}, j = n, ${last}, (1 - ${first} - ${last}) / (toInt64(n) - 2))`;
      return { share: `multiIf(n = 1, 1., n = 2, ${ofTwo}, ${ofMore})` };
    }
  }
}
