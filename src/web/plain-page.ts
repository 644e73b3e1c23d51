/** A page of the web host itself, for people who land where there is no window. */
export interface PlainPage {
  readonly status: number;
  readonly title: string;
  readonly text: string;
}

const OPEN_THE_PRINTED_ADDRESS =
  'Open the full address that "anchorage serve" printed in the terminal; it ends in a token that changes with every start.';

/** The refusals of the gate and the ordinary failures, by reason. */
export const PLAIN_PAGES = {
  'no-token': { status: 401, title: 'This window needs its key', text: OPEN_THE_PRINTED_ADDRESS },
  'wrong-token': { status: 403, title: 'This key is of another start', text: OPEN_THE_PRINTED_ADDRESS },
  'foreign-host': {
    status: 403,
    title: 'Wrong address',
    text: 'Anchorage answers on this machine only, under 127.0.0.1 or localhost and its own port.',
  },
  'foreign-origin': {
    status: 403,
    title: 'Wrong origin',
    text: 'Only the Anchorage window may connect to its engine.',
  },
  'not-found': { status: 404, title: 'Nothing here', text: 'The window is at the root of this address: "/".' },
  'wrong-method': { status: 405, title: 'Only for reading', text: 'Pages here answer GET and HEAD.' },
} as const satisfies Record<string, PlainPage>;

export type PlainPageName = keyof typeof PLAIN_PAGES;

/** The page as HTML. Only texts from this file go in, so nothing needs escaping. */
export function plainPageHtml({ title, text }: PlainPage): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} - Anchorage</title>
<h1>${title}</h1>
<p>${text}</p>
</html>
`;
}
