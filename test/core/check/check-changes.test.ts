import { describe, expect, it } from 'vitest';
import { describeChanges, type LinkSnapshot } from '../../../src/core/check/check-changes.ts';

const HOME = { key: 'acme.example/', url: 'https://acme.example/' };
const SHOP = { key: 'acme.example/shop', url: 'https://acme.example/shop' };
const LIVE: LinkSnapshot = { state: 'live', anchor: 'Acme', rel: [], placement: 'content', target: HOME };

describe('describeChanges', () => {
  it.each<[string, Partial<LinkSnapshot>, Partial<LinkSnapshot>, string[]]>([
    ['nothing', {}, {}, []],
    ['a link that went', {}, { state: 'gone' }, ['the link is gone']],
    ['a link that came back', { state: 'gone' }, {}, ['the link is back']],
    ['a look that was blocked', {}, { state: 'unknown', anchor: null }, []],
    ['a first look after a block', { state: 'unknown' }, {}, []],
    ['another anchor', {}, { anchor: 'cheap  shoes' }, ['anchor changed from “Acme” to “cheap shoes”']],
    ['another spacing of the anchor', { anchor: 'a b' }, { anchor: ' a  b ' }, []],
    ['rel added', {}, { rel: ['nofollow'] }, ['rel changed from none to nofollow']],
    ['rel in another order', { rel: ['nofollow', 'ugc'] }, { rel: ['UGC,', 'nofollow'] }, []],
    ['rel nobody knew before', { rel: null }, { rel: ['nofollow'] }, []],
    ['another placement', {}, { placement: 'footer' }, ['placement changed from content to footer']],
    ['another target', {}, { target: SHOP }, [`target changed from ${HOME.url} to ${SHOP.url}`]],
    ['another spelling of the target', {}, { target: { key: HOME.key, url: 'http://www.acme.example' } }, []],
    ['a target nobody knew before', { target: null }, {}, []],
    ['a target that cannot be seen', {}, { state: 'unknown', anchor: null, target: null }, []],
    ['a placement nobody knew before', { placement: 'unknown' }, {}, []],
  ])('%s', (_, before, after, expected) => {
    expect(describeChanges({ ...LIVE, ...before }, { ...LIVE, ...after }).map(({ text }) => text)).toEqual(expected);
  });

  it('names the kind of each difference', () => {
    const after: LinkSnapshot = { state: 'live', anchor: 'shoes', rel: ['ugc'], placement: 'footer', target: SHOP };
    const kinds = (before: LinkSnapshot) => describeChanges(before, after).map(({ kind }) => kind);
    expect(kinds(LIVE)).toEqual(['target', 'anchor', 'rel', 'placement']);
    expect(kinds({ ...after, state: 'gone' })).toEqual(['back']);
  });
});
