import { Parser } from 'htmlparser2';

/** What is wanted of the elements of a workbook part; names come without their namespace prefix. */
export interface XmlEvents {
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
}

/**
 * Reads XML as it streams in, and forgives as a spreadsheet program would. Only the five entities of XML are known: a document
 * that defines its own gets them as text, so no entity can be blown up.
 */
export function createXmlReader(events: XmlEvents): { write(text: string): void } {
  const parser = new Parser(
    {
      onopentag: (name, attributes) => events.open?.(localName(name), attributes),
      ontext: (text) => events.text?.(text),
      onclosetag: (name) => events.close?.(localName(name)),
    },
    { xmlMode: true, decodeEntities: true },
  );
  return { write: (text) => parser.write(text) };
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon === -1 ? name : name.slice(colon + 1);
}
