import { describe, expect, it } from 'vitest';
import { detectLayout } from '../../../src/core/formats/detect-layout.ts';

describe('detectLayout', () => {
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
    ['carets', 'Source URL^Target URL^Anchor\nhttps://a.example/x,y^https://b.example^roses\n', '^'],
    ['tildes', 'Source URL~Target URL\nhttps://a.example/~https://b.example\n', '~'],
    ['no tildes in addresses', 'https://a.example/~joe\nhttps://b.example/~ann\nhttps://c.example/~sue\n', ','],
    [
      'columns lined up with blanks',
      'Source URL         Anchor text\nhttps://a.example  roses\nhttps://b.example  best roses\n',
      '  ',
    ],
    ['nothing', '', ','],
  ])('finds %s', (_, text, delimiter) => {
    expect(detectLayout(text, '\n').delimiter).toBe(delimiter);
  });

  it.each([
    ['cells', "'Wo','Wohin'\n'https://a.example','https://b.example'\n", "'"],
    ['cells that hold the delimiter', "Source URL,Anchor\nhttps://a.example,'a, b'\nhttps://b.example,'c, d'\n", "'"],
    ['words', "Source URL,Anchor\nhttps://a.example,'tis, the season\nhttps://b.example,'roses'\n", '"'],
    ['words in double quotes', '"Source URL","Anchor"\n"https://a.example","\'a\'"\n"b","\'b\'"\n', '"'],
  ])('tells the quotes around %s', (_, text, quote) => {
    expect(detectLayout(text, '\n').quote).toBe(quote);
  });
});
