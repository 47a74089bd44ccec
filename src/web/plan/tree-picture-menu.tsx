import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import { Menu } from '../ui/menu.tsx';
import { showToast } from '../ui/toasts.tsx';
import { treeLabels } from './tree-labels.ts';
import { printPicture, savePng, saveSvg } from './tree-picture-files.ts';

/** The tree as it stands on the screen, for paper, slides and mail. */
export function TreePictureMenu({
  name,
  title,
  picture,
}: {
  /** Of the file, without its ending. */
  readonly name: string;
  readonly title: string;
  readonly picture: () => string;
}) {
  const { t } = useTranslation('tree');
  const png = async () => {
    if (!(await savePng(name, picture()))) showToast({ kind: 'bad', text: treeLabels.tooLarge });
  };
  return (
    <Menu
      label={t('picture')}
      align="end"
      entries={[
        {
          id: 'print',
          label: t('print'),
          note: t('printNote'),
          icon: 'file',
          onSelect: () => void printPicture(picture(), title),
        },
        { id: 'png', label: t('png'), note: t('pngNote'), onSelect: () => void png() },
        { id: 'svg', label: t('svg'), note: t('svgNote'), onSelect: () => saveSvg(name, picture()) },
      ]}
    >
      {trigger => (
        <Button small look="quiet" {...trigger}>
          {t('picture')}
        </Button>
      )}
    </Menu>
  );
}
