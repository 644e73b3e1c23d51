import { describe, expect, it } from 'vitest';
import { detectDelimiter } from '../../../src/core/formats/detect-delimiter.ts';

describe('detectDelimiter', () => {
  it.each([
    ['commas', 'Linking page,Last crawled\nhttps://a.example/x;y,2026-01-01\n', ','],
    [
      'tabs with commas inside cells',
      '"Referring page title"\t"Referring page URL"\n"a, b, c"\t"https://a.example"\n',
      '\t',
    ],
    [
      'semicolons under names nobody knows',
      'Wo;Wohin\nhttps://a.example/1,2;https://b.example\nhttps://c.example;https://b.example\n',
      ';',
    ],
    ['pipes', 'Source URL|Target URL\nhttps://a.example|https://b.example\n', '|'],
    ['one column', 'Linking page\nhttps://a.example/x,y\nhttps://b.example/\n', ','],
    ['a quoted header', '"Source URL";"Target; or URL";"Anchor"\n', ';'],
    ['what Excel says', 'sep=;\nA,B;C\n', ';'],
    ['nothing', '', ','],
  ])('finds %s', (_, text, delimiter) => {
    expect(detectDelimiter(text, '\n')).toBe(delimiter);
  });
});
