import { describe, expect, it } from 'vitest';
import { type AnchorContext, anchorClassifier, classifyAnchor } from '../../../src/core/anchors/classify-anchor.ts';
import type { AnchorClass } from '../../../src/core/model/anchor-class.ts';

/** An invented flooring shop; no real client. */
const shop: AnchorContext = {
  siteHosts: ['www.acme-floors.example', 'acme-floors.co.uk'],
  brandWords: ['Acme Floors', 'Böden von Acme'],
  moneyWords: ['oak flooring', 'flooring', 'parquet'],
  languages: ['en', 'de'],
  linkType: 'text',
};

const cases: Record<string, readonly (readonly [string | null, AnchorClass])[]> = {
  'an anchor nobody told is unknown, an empty one is empty': [
    [null, 'unknown'],
    ['', 'empty'],
    ['   ', 'empty'],
    ['\u200b\u00ad', 'empty'],
  ],
  'an address alone is a naked URL, with or without scheme, whole or cut': [
    ['https://www.acme-floors.co.uk/oak?x=1', 'naked-url'],
    ['acme-floors.co.uk', 'naked-url'],
    ['acme-floors.example', 'naked-url'],
    ['www.other.org/a-page', 'naked-url'],
    ['<http://other.org/long-pa…>', 'naked-url'],
    ['//other.org/', 'naked-url'],
    ['someone@other.org', 'other'],
    ['Node.js', 'other'],
    ['No. Really', 'other'],
  ],
  'the brand counts spaced, squashed, folded and by host': [
    ['Acme Floors', 'brand'],
    ['ACMEFLOORS', 'brand'],
    ['acme-floors', 'brand'],
    ['Boden von Acme', 'brand'],
    ['the people of Acme Floors in Leeds', 'brand'],
    ['acme-floors.co.uk in Leeds', 'brand'],
    ['Acme', 'other'],
  ],
  'money phrases are exact or partial, and compound with the brand': [
    ['oak flooring', 'money-exact'],
    ['Oak Floorings', 'money-exact'],
    ['best oak flooring Leeds', 'money-partial'],
    ['flooring made of oak', 'money-partial'],
    ['Acme Floors oak flooring', 'compound'],
    ['parqueting', 'other'],
  ],
  'phrases that say nothing of the target are generic in many languages': [
    ['click here', 'generic'],
    ['Click here!', 'generic'],
    ['click here for more', 'generic'],
    ['hier', 'generic'],
    ['ici', 'generic'],
    ['aquí', 'generic'],
    ['AQUI', 'generic'],
    ['qui', 'generic'],
    ['klik hier', 'generic'],
    ['więcej', 'generic'],
    ['här', 'generic'],
    ['здесь', 'generic'],
    ['こちら', 'generic'],
    ['点击这里', 'generic'],
    ['여기', 'generic'],
    ['click here for walnut boards', 'other'],
  ],
  'terms of the adult, pharma, gambling and loan trades are poison': [
    ['buy viagra without prescription', 'poison'],
    ['Best Online Casino Bonus', 'poison'],
    ['casino', 'poison'],
    ['777 casino', 'poison'],
    ['situs slot gacor hari ini', 'poison'],
    ['онлайн казино', 'poison'],
    ['canlı bahis', 'poison'],
    ['préstamos RÁPIDOS', 'poison'],
    ['正规博彩网站', 'poison'],
    ['payday loans', 'poison'],
    ['free porn videos', 'poison'],
  ],
  'the same letters in an honest text are not': [
    ['Essex', 'other'],
    ['specialist', 'other'],
    ['casino royale film review', 'other'],
    ['food porn', 'other'],
    ['your best bet', 'other'],
    ['student loan forgiveness', 'other'],
    ['Ford Escort', 'other'],
    ['free time slot', 'other'],
    ['sex education in schools', 'other'],
    ['Judi Dench', 'other'],
    ['LAN party', 'other'],
  ],
  'signs without letters are symbols': [
    ['»', 'symbols'],
    ['[1]', 'symbols'],
    ['👍', 'symbols'],
    ['2024', 'symbols'],
  ],
  'a common given name before a capitalised word is a person': [
    ['Anna Schmidt', 'person'],
    ['Ludwig Mies', 'other'],
    ['Peter von Hagen', 'person'],
    ['mark my words', 'other'],
    ['Анна Иванова', 'other-language'],
  ],
  'another script, or two stop words of another language, is another language': [
    ['новости дерева', 'other-language'],
    ['le meilleur pour votre maison', 'other-language'],
    ['木の床', 'other-language'],
    ['Café Central', 'other'],
    ['das Beste für den Boden', 'other'],
  ],
  'many words or letters are a title': [
    ['Seven things nobody tells you when a house is old', 'title'],
    ['Deckenbalkenrestaurierungswissensdatenbank Mittelstandsvereinigung', 'title'],
    ['Seven things nobody tells', 'other'],
  ],
};

describe('classifyAnchor', () => {
  describe.each(Object.entries(cases))('%s', (_rule, rows) => {
    it.each(rows)('%j is %s', (anchor, anchorClass) => {
      expect(classifyAnchor(anchor, shop).anchorClass).toBe(anchorClass);
    });
  });

  it('says why in words', () => {
    expect(classifyAnchor('Acme Floors parquet', shop).evidence).toBe(
      'holds the brand “acme floors” and the money phrase “parquet”',
    );
    expect(classifyAnchor('cheap viagra', shop).evidence).toBe('names “viagra” (pharma)');
  });

  it('reads the alt text of an image as such, poison excepted', () => {
    const image: AnchorContext = { ...shop, linkType: 'image' };
    const classes = ['', 'oak flooring', 'free porn videos'].map((alt) => classifyAnchor(alt, image).anchorClass);
    expect(classes).toEqual(['image', 'image', 'poison']);
  });

  it('does not hold the client’s own trade against its links', () => {
    const casino: AnchorContext = { ...shop, brandWords: ['Lucky Casino'], moneyWords: ['online casino'] };
    expect(classifyAnchor('online casino', casino).anchorClass).toBe('money-exact');
    expect(classifyAnchor('cheap viagra', casino).anchorClass).toBe('poison');
  });

  it('calls a domain name made of money words money, not brand', () => {
    const exactMatch: AnchorContext = { ...shop, siteHosts: ['oak-flooring.example'], brandWords: [] };
    expect(classifyAnchor('oak flooring', exactMatch).anchorClass).toBe('money-exact');
  });

  it('calls nothing foreign when the project names no language', () => {
    expect(classifyAnchor('новости дерева', { ...shop, languages: [] }).anchorClass).toBe('other');
  });

  it('matches money words of scripts without blanks inside the text', () => {
    const japanese: AnchorContext = { ...shop, moneyWords: ['無垢フローリング'], languages: ['ja'] };
    expect(classifyAnchor('安い無垢フローリング専門', japanese).anchorClass).toBe('money-partial');
  });

  it('reads anchors of any length and content', () => {
    const classify = anchorClassifier(shop);
    expect(classify('word '.repeat(1_000_000), 'text').anchorClass).toBe('title');
    expect(classify('\ud800\u0000%%%http://', 'text').anchorClass).toBe('other');
  });
});
