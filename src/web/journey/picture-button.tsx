import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { downloadFile } from '../plan/download-text.ts';
import { IconButton } from '../ui/button.tsx';

/** Hands a drawing over as a picture, twice as fine as on screen. */
export function PictureButton({ name, drawing }: { readonly name: string; readonly drawing: RefObject<SVGSVGElement | null> }) {
  const { t } = useTranslation('journey');
  const take = () => {
    if (drawing.current) void pictureOf(drawing.current).then(blob => blob && downloadFile(`${name}.png`, blob));
  };
  return <IconButton small icon="chart" name={t('png')} onClick={take} />;
}

const STYLES = ['fill', 'stroke', 'stroke-width', 'font-family', 'font-size', 'font-weight', 'text-anchor', 'opacity'] as const;

async function pictureOf(drawing: SVGSVGElement): Promise<Blob | null> {
  const { width, height } = drawing.getBoundingClientRect();
  const copy = drawing.cloneNode(true);
  if (!(copy instanceof SVGSVGElement)) return null;
  const copies = [copy, ...copy.querySelectorAll('*')];
  for (const [index, original] of [drawing, ...drawing.querySelectorAll('*')].entries()) {
    const shown = getComputedStyle(original);
    for (const property of STYLES) copies[index]?.setAttribute(property, shown.getPropertyValue(property));
  }
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [width * 2, height * 2];
  const context = canvas.getContext('2d');
  if (!context) return null;
  context.fillStyle = getComputedStyle(document.body).getPropertyValue('--surface') || '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise(resolve => canvas.toBlob(resolve, 'image/png'));
}
