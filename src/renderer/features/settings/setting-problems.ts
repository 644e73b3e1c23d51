import type { ProjectSettings } from '../../../contract/project.ts';
import { parseHost } from '../../../core/url/host-name.ts';

/** What the engine would refuse, said beside the field it stands in. */
export function findSettingProblems(
  settings: ProjectSettings,
): Readonly<Partial<Record<keyof ProjectSettings, string>>> {
  const problems: Partial<Record<keyof ProjectSettings, string>> = {};
  if (settings.name.trim() === '') problems.name = 'Give the project a name.';
  const badSite = settings.sites.find((site) => parseHost(site)?.includes('.') !== true);
  if (settings.sites.length === 0) problems.sites = 'Give at least one site of the client.';
  else if (badSite !== undefined) problems.sites = `“${badSite}” is not a site. Give a host such as example.com.`;
  const badLanguage = settings.languages.find((language) => !/^[a-z]{2,3}(-[a-z0-9]{2,6})?$/i.test(language));
  if (badLanguage !== undefined) problems.languages = `“${badLanguage}” is no language code. Give one such as en.`;
  const badCountry = settings.countries.find((country) => !/^[a-z]{2,3}$/i.test(country));
  if (badCountry !== undefined) problems.countries = `“${badCountry}” is no country code. Give one such as gb.`;
  return problems;
}
