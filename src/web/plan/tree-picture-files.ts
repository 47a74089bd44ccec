import { downloadFile } from './download-text.ts';
import style from './tree-print.module.css';

/** Dots of a PNG for each pixel of the tree, as long as no side becomes larger than browsers draw. */
const DENSITY = 2;
const LARGEST = 16_000;

/** Saves the picture as it is. */
export function saveSvg(name: string, svg: string): void {
  downloadFile(`${name}.svg`, new Blob([svg], { type: 'image/svg+xml' }));
}

/** Saves the picture as dots; false where the browser cannot draw that many. */
export async function savePng(name: string, svg: string): Promise<boolean> {
  const picture = await loaded(svg);
  const density = Math.min(DENSITY, LARGEST / Math.max(picture.naturalWidth, picture.naturalHeight));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(picture.naturalWidth * density);
  canvas.height = Math.round(picture.naturalHeight * density);
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const dots = await new Promise<Blob | null>(resolve => {
    canvas.toBlob(resolve, 'image/png');
  });
  if (!dots) return false;
  downloadFile(`${name}.png`, dots);
  return true;
}

/** Prints the picture alone on one A4 sheet, lying; the browser's dialog also saves it as PDF. */
export async function printPicture(svg: string, title: string): Promise<void> {
  const picture = await loaded(svg);
  picture.alt = title;
  const sheet = document.createElement('div');
  sheet.className = style.sheet ?? '';
  sheet.append(picture);
  document.body.append(sheet);
  document.documentElement.dataset.printing = 'picture';
  const done = () => {
    sheet.remove();
    delete document.documentElement.dataset.printing;
  };
  window.addEventListener('afterprint', done, { once: true });
  window.print();
}

async function loaded(svg: string): Promise<HTMLImageElement> {
  const picture = new Image();
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await picture.decode();
  return picture;
}
