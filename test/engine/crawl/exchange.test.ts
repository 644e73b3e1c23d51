import { afterEach, describe, expect, it } from 'vitest';
import { type Connections, openConnections } from '../../../src/engine/crawl/connections.ts';
import { DEFAULT_CRAWL_SETTINGS } from '../../../src/engine/crawl/crawl-settings.ts';
import { Exchange, ExchangeAborted, type HostAnswer } from '../../../src/engine/crawl/exchange.ts';
import { type HostAnswers, type LoopbackWeb, openLoopbackWeb } from './loopback-web.ts';

const open: { web: LoopbackWeb; connections: Connections }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).flatMap(({ web, connections }) => [web.close(), connections.destroy()]));
});

async function exchangeWith(answer: HostAnswers, exchange: Exchange): Promise<HostAnswer> {
  const web = await openLoopbackWeb({ 'a.test': answer });
  const resolve = [{ host: '*', address: '127.0.0.1', port: web.port }];
  const connections = openConnections({ ...DEFAULT_CRAWL_SETTINGS, allowPrivate: true, resolve });
  open.push({ web, connections });
  return await connections.request({ origin: 'http://a.test', path: '/', method: 'GET' }, exchange);
}

const sayHello: HostAnswers = (_request, response) => {
  response.writeHead(200, { 'set-cookie': ['a=1', 'b=2'], 'content-type': 'text/plain' });
  response.write('hel');
  setImmediate(() => response.end('lo'));
};

describe('Exchange', () => {
  it.each([
    ['all that is wanted', 5, 'hello', 'whole'],
    ['no more than was wanted, and says so', 4, 'hello', 'enough'],
    ['nothing of a body nobody wants', 0, '', 'enough'],
  ] as const)('takes %s', async (_, wanted, text, end) => {
    let heads = 0;
    const exchange = new Exchange(
      () => wanted,
      () => heads++,
    );
    const answer = await exchangeWith(sayHello, exchange);
    expect({ text: Buffer.concat(answer.chunks).toString(), end: answer.end, heads }).toEqual({
      text,
      end,
      heads: 1,
    });
    expect(answer).toMatchObject({
      status: 200,
      headers: { 'set-cookie': ['a=1', 'b=2'], 'content-type': ['text/plain'] },
    });
  });

  it('can be called off before anything is sent', async () => {
    const exchange = neverMind();
    exchange.abort();
    await expect(exchangeWith(sayHello, exchange)).rejects.toBeInstanceOf(ExchangeAborted);
  });

  it('can be called off while the answer is awaited', async () => {
    const exchange = neverMind();
    await expect(exchangeWith(() => exchange.abort(), exchange)).rejects.toBeInstanceOf(ExchangeAborted);
    expect(exchange.received('broken')).toBeNull();
  });

  it('can be called off while the body comes', async () => {
    const exchange = neverMind(() => setImmediate(() => exchange.abort()));
    const sayHalf: HostAnswers = (_request, response) => void response.write('hel');
    await expect(exchangeWith(sayHalf, exchange)).rejects.toBeInstanceOf(ExchangeAborted);
    expect(exchange.received('broken')).toMatchObject({ status: 200, end: 'broken' });
  });

  it('gives what had come of a body that breaks off', async () => {
    const exchange = neverMind();
    const breakOff: HostAnswers = (_request, response) => {
      response.writeHead(200, { 'content-length': '9' });
      response.write('hel', () => response.destroy());
    };
    await expect(exchangeWith(breakOff, exchange)).rejects.toThrow();
    expect(Buffer.concat(exchange.received('broken')?.chunks ?? []).toString()).toBe('hel');
  });
});

function neverMind(onHead: () => void = () => undefined): Exchange {
  return new Exchange(() => 1_000, onHead);
}
