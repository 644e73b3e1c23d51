import { describe, expect, it } from 'vitest';
import type { ProjectSettings } from '../../../../src/contract/project.ts';
import { findSettingProblems } from '../../../../src/renderer/features/settings/setting-problems.ts';

const settings: ProjectSettings = {
  name: 'Client',
  sites: ['client.example', 'https://www.client.example/'],
  brandWords: [],
  moneyWords: [],
  languages: ['en', 'pt-br'],
  countries: ['gb'],
};

describe('findSettingProblems', () => {
  it('has nothing to say about good settings', () => {
    expect(findSettingProblems(settings)).toEqual({});
  });

  it.each<[string, Partial<ProjectSettings>, Partial<Record<keyof ProjectSettings, string>>]>([
    ['a blank name', { name: ' ' }, { name: 'Give the project a name.' }],
    ['no site', { sites: [] }, { sites: 'Give at least one site of the client.' }],
    ['a word for a site', { sites: ['client'] }, { sites: '“client” is not a site. Give a host such as example.com.' }],
    [
      'a language by name',
      { languages: ['English'] },
      { languages: '“English” is no language code. Give one such as en.' },
    ],
    [
      'a country by name',
      { countries: ['Britain'] },
      { countries: '“Britain” is no country code. Give one such as gb.' },
    ],
  ])('names %s', (_, part, problems) => {
    expect(findSettingProblems({ ...settings, ...part })).toEqual(problems);
  });
});
