import { messages, problemsOf } from '../../problem/problem.ts';

export const peopleMessages = messages({
  'person-not-named': {
    severity: 'error',
    ja: () => '消去する人のメールアドレスかIDを入力してください。例：taro@example.jp、C-10234',
    en: () => 'Name the person to erase by mail address or id, such as taro@example.jp or C-10234.',
  },
});

export const peopleProblem = problemsOf(peopleMessages);
