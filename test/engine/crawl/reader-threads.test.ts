import { setImmediate as turnOfLoop } from 'node:timers/promises';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type AnswerReader, readHere } from '../../../src/engine/crawl/answer-reader.ts';
import { type AnswerToRead, readAnswer } from '../../../src/engine/crawl/read-answer.ts';
import { openReaderForFew, openReaderThreads } from '../../../src/engine/crawl/reader-threads.ts';
import { LINK, TARGET, TEXT } from './run-crawl.ts';

// Seen on this thread only: the others load the module by themselves.
vi.mock('../../../src/engine/crawl/read-answer.ts', { spy: true });
const readings = vi.mocked(readAnswer);

const AIM = { sites: ['client.test'], brandWords: ['Client'] };
const readers: AnswerReader[] = [];
afterEach(async () => {
  await Promise.all(readers.splice(0).map((reader) => reader.close()));
  readings.mockReset();
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

  it('reads what threads fall behind with on this one, an answer in each turn of the loop', async () => {
    const reader = threads(1);
    const all = Promise.all(Array.from({ length: 100 }, (_, index) => reader.read(answerOf(TEXT, index))));
    expect(readings).not.toHaveBeenCalled();
    const readInTurns: number[] = [];
    // Threads that start have answered nothing in so few turns.
    for (let turn = 0; turn < 20; turn++) {
      await turnOfLoop();
      readInTurns.push(readings.mock.calls.length);
      readings.mockClear();
    }
    expect(readInTurns).toEqual(Array.from({ length: 20 }, () => 1));
    expect(await all).toHaveLength(100);
  });

  it('leaves to the threads what they keep up with', async () => {
    const reader = threads(1);
    await Promise.all(Array.from({ length: 8 }, (_, index) => reader.read(answerOf(TEXT, index))));
    expect(readings).not.toHaveBeenCalled();
  });

  it('leaves large answers to the threads', async () => {
    const reader = threads(1);
    const large = `${TEXT}<!--${'-'.repeat(64 * 1024)}-->`;
    const bodies = Array.from({ length: 60 }, (_, index) => (index % 2 === 0 ? large : TEXT));
    const read = await Promise.all(bodies.map((body, index) => reader.read(answerOf(body, index))));
    expect(read.map(({ sizeBytes }) => sizeBytes)).toEqual(bodies.map((body) => body.length));
    expect(readings).toHaveBeenCalled();
    expect(readings.mock.calls.map(([{ bytes }]) => bytes.length)).not.toContain(large.length);
  });

  it('rejects only the answer that this thread fails with', async () => {
    readings.mockImplementationOnce(() => {
      throw new Error('no such page');
    });
    const reader = threads(1);
    const read = Array.from({ length: 100 }, (_, index) => reader.read(answerOf(TEXT, index)));
    const failed = (await Promise.allSettled(read)).filter(({ status }) => status === 'rejected');
    expect(failed).toEqual([{ status: 'rejected', reason: new Error('no such page') }]);
  });

  it('rejects all that was not read when a thread fails', async () => {
    const reader = threads(1);
    const unreadable: AnswerToRead = { ...answerOf(TEXT), links: null as never };
    const read = [unreadable, ...Array.from({ length: 100 }, (_, index) => answerOf(TEXT, index))].map((answer) =>
      reader.read(answer),
    );
    const settled = await Promise.allSettled(read);
    expect(settled[0]?.status).toBe('rejected');
    expect(settled.at(-1)).toEqual(settled[0]);
    await expect(reader.read(answerOf(TEXT))).rejects.toThrow(TypeError);
  });

  it('has rejected what was not read once it is closed', async () => {
    const reader = openReaderThreads(AIM, 1);
    const read = Promise.allSettled(Array.from({ length: 20 }, () => reader.read(answerOf(TEXT))));
    await reader.close();
    expect(new Set((await read).map((one) => (one.status === 'rejected' ? String(one.reason) : 'read')))).toEqual(
      new Set(['Error: The thread that reads pages has ended.', 'Error: The reader of pages was closed.']),
    );
    await expect(reader.read(answerOf(TEXT))).rejects.toThrow('closed');
    expect(readings).not.toHaveBeenCalled();
  });
});

describe('openReaderForFew', () => {
  it('reads on this thread, but for large answers', async () => {
    const reader = openReaderForFew(AIM);
    readers.push(reader);
    const [small, large] = [answerOf(`${TEXT}${LINK}`), answerOf(`${'<p>text</p>'.repeat(40_000)}${LINK}`)];
    expect((await reader.read(small)).hasClientLinks).toBe(true);
    expect(readings).toHaveBeenCalledTimes(1);
    expect((await reader.read(large)).hasClientLinks).toBe(true);
    expect(readings).toHaveBeenCalledTimes(1);
  });
});
