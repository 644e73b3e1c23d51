import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectArgument } from '../../src/main/project-argument.ts';

describe('projectArgument', () => {
  it.each([
    [['client.anchorage'], 'client.anchorage'],
    [['.', '--inspect', 'sub/Client.ANCHORAGE', 'other.anchorage'], 'sub/Client.ANCHORAGE'],
    [['/data/client.anchorage'], '/data/client.anchorage'],
  ])('finds the project in %j', (args, path) => {
    expect(projectArgument(args, '/work')).toBe(resolve('/work', path));
  });

  it.each([[[]], [['.']], [['--file=client.anchorage']], [['export.csv']], [['anchorage']]])(
    'finds none in %j',
    (args) => {
      expect(projectArgument(args, '/work')).toBeNull();
    },
  );
});
