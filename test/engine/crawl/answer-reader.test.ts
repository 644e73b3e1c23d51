import { afterEach, describe, expect, it } from 'vitest';
import { type AnswerReader, openReaderThreads, readHere } from '../../../src/engine/crawl/answer-reader.ts';
import type { AnswerToRead } from '../../../src/engine/crawl/read-answer.ts';
import { LINK, TARGET, TEXT } from './run-crawl.ts';

const AIM = { sites: ['client.test'], brandWords: ['Client'] };
const readers: AnswerReader[] = [];
afterEach(async () => {
  await Promise.all(readers.splice(0).map((reader) => reader.close()));
});

function answerOf(body: string | Buffer<ArrayBuffer>, index = 0): AnswerToRead {
  const url = `http://host.test/${index}`;
  return {
    requestedUrl: url,
    finalUrl: url,
    chain: [],
    status: 200,
    headers: { 'content-type': ['text/html'], 'x-robots-tag': ['nofollow'] },
    cut: null,
    contentType: 'text/html',
    bytes: Buffer.from(body),
    links: [{ target: null }],
    known: null,
    readAt: 0,
  };
}

function threads(count: number): AnswerReader {
  const reader = openReaderThreads(AIM, count);
  readers.push(reader);
  return reader;
}

describe('openReaderThreads', () => {
  it('reads many answers as this thread does, each for the one who asked', async () => {
    const bodies = Array.from({ length: 150 }, (_, index) => {
      const link = index % 3 === 0 ? '' : `<p>${TEXT}${LINK}`;
      return `<title>${index}</title>${TEXT.repeat(index % 40)}${link}<b><p>`;
    });
    const here = readHere(AIM);
    const expected = await Promise.all(bodies.map((body, index) => here.read(answerOf(body, index))));
    const reader = threads(2);
    const read = await Promise.all(bodies.map((body, index) => reader.read(answerOf(body, index))));
    expect(read).toEqual(expected);
    expect(read[1]?.verdicts[0]?.foundTargets.map(({ url }) => url)).toEqual([TARGET]);
  });

  it('reads bytes of any kind', async () => {
    const bodies = [Buffer.alloc(0), Buffer.from([0xff, 0xfe, 0x3c, 0x00]), Buffer.alloc(10_000, 0)];
    const reader = threads(1);
    const read = await Promise.all(bodies.map((body) => reader.read(answerOf(body))));
    expect(read.map(({ content }) => content)).toEqual(['empty', 'html', 'undecodable']);
  });

  it('rejects what was not read when it is closed', async () => {
    const reader = openReaderThreads(AIM, 1);
    const read = reader.read(answerOf(TEXT));
    const settled = read.then(
      () => 'read',
      (error: Error) => error.message,
    );
    await reader.close();
    expect(await settled).toBe('The thread that reads pages has ended.');
    await expect(reader.read(answerOf(TEXT))).rejects.toThrow('has ended');
  });
});
