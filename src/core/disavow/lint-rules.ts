/** Errors keep an entry or the file from working, warnings deserve a look, infos are harmless. */
export type LintLevel = 'error' | 'warning' | 'info';

/** The ids of the rules; the letter is the level. */
export type LintRuleId =
  | 'E1'
  | 'E2'
  | 'E3'
  | 'E4'
  | 'E5'
  | 'E6'
  | 'E7'
  | 'W1'
  | 'W2'
  | 'W3'
  | 'W4'
  | 'W5'
  | 'W6'
  | 'W7'
  | 'W8'
  | 'W9'
  | 'W10'
  | 'W11'
  | 'I1'
  | 'I2';

/** One thing the lint looks for. */
export interface LintRule {
  readonly id: LintRuleId;
  readonly level: LintLevel;
  /** A few words, for a list of rules. */
  readonly title: string;
  /** Why it matters and what to do, in one or two sentences. */
  readonly explanation: string;
}

/** Every rule, errors first. Ids are fixed: people suppress and cite them. */
export const LINT_RULES: readonly LintRule[] = [
  {
    id: 'E1',
    level: 'error',
    title: 'Not UTF-8',
    explanation: 'Google takes UTF-8 or 7-bit ASCII only. Fixing the file converts it.',
  },
  {
    id: 'E2',
    level: 'error',
    title: 'Over the size limits',
    explanation:
      'A file may hold 2,000,000 bytes and 100,000 lines, blank lines and comments included; a warning comes from 99,000 lines. Replace pages by their domain, and remove duplicates and entries whose links are gone.',
  },
  {
    id: 'E3',
    level: 'error',
    title: 'URL too long',
    explanation: 'A URL may have 2,048 characters. Disavow the domain instead.',
  },
  {
    id: 'E4',
    level: 'error',
    title: 'Not an entry',
    explanation:
      'A line is a URL with http or https, a domain: entry, a comment with # in front, or blank. Bare hosts, table rows, wildcards, regular expressions and IP ranges do nothing.',
  },
  {
    id: 'E5',
    level: 'error',
    title: 'More than a host behind domain:',
    explanation: 'Only a bare host may follow domain:, without scheme, user name, port, path, query or stray dots.',
  },
  {
    id: 'E6',
    level: 'error',
    title: 'Misspelt directive',
    explanation: 'The directive is exactly "domain:", in lower case, with the host directly behind the colon.',
  },
  {
    id: 'E7',
    level: 'error',
    title: "The project's own site",
    explanation:
      "The entry covers one of the project's own hosts. Links within a site are never disavowed: delete the line.",
  },
  {
    id: 'W1',
    level: 'warning',
    title: 'URL that looks like a folder',
    explanation:
      'A URL entry covers that one page, nothing below it; folders were an idea of the retired Bing tool. Use domain: when the site is meant.',
  },
  {
    id: 'W2',
    level: 'warning',
    title: 'Top-level domain or public suffix',
    explanation:
      'The entry covers every site whose name ends so, good ones included. Google follows it without a question. List the sites that are meant.',
  },
  {
    id: 'W3',
    level: 'warning',
    title: 'Shared platform or well-known site',
    explanation:
      'Many people publish there, and most of their links are honest. Disavow the subdomain or the pages that are meant.',
  },
  {
    id: 'W4',
    level: 'warning',
    title: 'Conflicts with a keep verdict',
    explanation: 'The entry covers a link or domain that the project marks keep. Change the verdict or the entry.',
  },
  {
    id: 'W5',
    level: 'warning',
    title: 'Redundant',
    explanation:
      'Another line covers the same: a duplicate, a domain: entry above it, or the same page with other scheme or www. It costs room and does nothing.',
  },
  {
    id: 'W6',
    level: 'warning',
    title: 'Non-ASCII or mixed-script host',
    explanation:
      'Hosts are compared in their ASCII (punycode) form. A name that mixes scripts or imitates another deserves a look.',
  },
  {
    id: 'W7',
    level: 'warning',
    title: 'Untidy entry',
    explanation:
      'Blanks, fragments, broken percent-escapes and tracking parameters keep a URL from matching the page Google knows.',
  },
  {
    id: 'W8',
    level: 'warning',
    title: 'No link that counts',
    explanation:
      'No known backlink matches the entry, or the matching ones are gone, nofollow or on noindex pages. The line may no longer be needed.',
  },
  {
    id: 'W9',
    level: 'warning',
    title: 'Text behind an entry, tab, or long comment',
    explanation:
      'What Google does with text behind an entry is not defined. Comments stand on lines of their own, at most 200 characters.',
  },
  {
    id: 'W10',
    level: 'warning',
    title: 'Covers much of the profile',
    explanation:
      'The file covers more than a set share of all referring domains, or of those rated good. A disavow file is for the few that caused, or will likely cause, a manual action.',
  },
  {
    id: 'W11',
    level: 'warning',
    title: 'www. behind domain:',
    explanation:
      'domain:www.example.com covers that host only. Write domain:example.com to cover the site with every subdomain.',
  },
  {
    id: 'I1',
    level: 'info',
    title: 'Byte order mark or line ends',
    explanation:
      'Mixed line ends, a missing final newline or a byte order mark. Harmless, and tidied when the file is fixed.',
  },
  {
    id: 'I2',
    level: 'info',
    title: 'Property or upload date unknown',
    explanation:
      'A file belongs to one Search Console property, and each upload replaces the one before. Record where and when it was uploaded.',
  },
];
