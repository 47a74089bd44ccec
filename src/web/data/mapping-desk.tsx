import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Api } from '#contract/api.ts';
import type { ResponseOf } from '#contract/endpoint.ts';
import type { WireProblem } from '#contract/problem.ts';
import { parseMapping } from '#core/measure/recognise/mapping-document.ts';
import { succeeded } from '../app/succeeded.ts';
import { useAction } from '../app/use-action.ts';
import { downloadText } from '../plan/download-text.ts';
import { Button } from '../ui/button.tsx';
import style from './definitions.module.css';
import { previewLabels } from './preview-labels.ts';
import { TextDesk } from './text-desk.tsx';

type Stored = ResponseOf<Api['mappings']>['mappings'][number];

const EXAMPLE = `mapping: shop-sales
dataset: shop-sales
kind: aggregate
replaces: period
others: drop
columns:
  date: { from: 日付, type: date }
  shop: { from: 店舗 }
  amount: { from: 売上, type: decimal, currency: JPY }
`;

/** A mapping of headings to columns as text; the server says what is wrong with it. */
export function MappingDesk({
  stored,
  onStored,
}: {
  readonly stored: Stored | undefined;
  readonly onStored: (name: string) => void;
}) {
  const { t } = useTranslation('data');
  const put = useAction('putMapping');
  const file = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(stored?.text ?? EXAMPLE);
  const [problems, setProblems] = useState<readonly WireProblem[]>(stored?.problems ?? []);
  const save = async () => {
    const answer = await put.run({ body: { text } });
    const onProblems = (found: readonly WireProblem[]) => {
      setProblems(found);
      return [];
    };
    if (succeeded(answer, { toast: { kind: 'good', text: previewLabels.mappingSaved }, onProblems }))
      onStored(answer.value.mapping.name);
  };
  return (
    <TextDesk
      label={stored ? t('mappingYaml', { name: stored.name }) : t('newMapping')}
      text={text}
      stored={stored}
      problems={problems}
      isChecked={problems.length > 0 || (stored !== undefined && text === stored.text) || parseMapping(text).ok}
      onChange={changed => {
        setText(changed);
        setProblems([]);
      }}
      save={{ word: t('storeMapping'), busy: put.busy, disabled: text === stored?.text, run: () => void save() }}
    >
      <div className={style.share}>
        <input
          ref={file}
          type="file"
          accept=".yaml,.yml,.txt"
          hidden
          aria-label={t('mappingFromFile')}
          onChange={event => {
            const [chosen] = event.target.files ?? [];
            event.target.value = '';
            if (!chosen || chosen.size > LARGEST) return;
            void chosen.text().then(read => {
              setText(read);
              setProblems([]);
            });
          }}
        />
        <Button small onClick={() => file.current?.click()}>
          {t('mappingFromFile')}
        </Button>
        <Button small onClick={() => downloadText(`${stored?.name ?? 'mapping'}.yaml`, text)}>
          {t('mappingToFile')}
        </Button>
        <span className="mut">{t('mappingShare')}</span>
      </div>
    </TextDesk>
  );
}

/** A mapping has at most so many bytes. [ING-50] */
const LARGEST = 1024 * 1024;
