import { SaxesParser } from 'saxes';
import { LIMITS } from '../limits.ts';
import { Refusal, refuse } from '../refusal.ts';

/** What a reader of one XML part wants to hear of. Names come without their namespace prefix. */
export interface XmlEvents {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  close(name: string): void;
  text(text: string): void;
}

/** Before the first element there is a declaration and perhaps a comment, nothing longer. */
const PROLOG_LIMIT = 64 * 1024;

/**
 * Reads one XML part of a workbook as events, piece by piece; yields after every piece, so that the caller can take out what has
 * gathered. A document type is refused before anything in it is read: entities are never expanded and nothing is fetched. [ING-22]
 */
export async function* readXml(pieces: AsyncIterable<Uint8Array>, events: XmlEvents): AsyncGenerator<void> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
  let quiet = 0;
  let started = false;
  parser.on('error', () => {
    throw refuse('damaged-workbook', {});
  });
  parser.on('doctype', () => {
    throw refuse('xml-doctype', {});
  });
  parser.on('opentag', tag => {
    started = true;
    quiet = 0;
    events.open(localName(tag.name), tag.attributes);
  });
  parser.on('closetag', tag => {
    quiet = 0;
    events.close(localName(tag.name));
  });
  parser.on('text', text => {
    quiet = 0;
    events.text(text);
  });
  parser.on('cdata', text => events.text(text));
  try {
    for await (const piece of pieces) {
      quiet += piece.length;
      const text = decoder.decode(piece, { stream: true });
      if (!started && /<!DOCTYPE/i.test(text)) throw refuse('xml-doctype', {});
      parser.write(text);
      if (!started && quiet > PROLOG_LIMIT) throw refuse('damaged-workbook', {});
      if (quiet > LIMITS.fieldBytes + piece.length) throw refuse('field-too-long', { column: 0, limit: LIMITS.fieldBytes });
      yield;
    }
    parser.write(decoder.decode());
    parser.close();
  } catch (error) {
    if (error instanceof Refusal) throw error;
    if (error instanceof TypeError) throw refuse('damaged-workbook', {});
    throw error;
  }
  yield;
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}
