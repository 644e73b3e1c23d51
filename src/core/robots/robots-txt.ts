/**
 * robots.txt as RFC 9309 defines it and as Google's open-source parser reads it where the two leave room: a missing
 * colon and common misspellings are understood, agents end at the first character that no token may hold, rules of
 * several groups for one agent are one group, and an allowed `/index.html` allows its folder.
 *
 * Works on bytes, because rules are compared byte by byte after percent-encoding and files are in any encoding.
 */
export interface RobotsTxt {
  readonly groups: readonly RobotsGroup[];
  /** False where the file was longer than the limit and the rest was not read. */
  readonly complete: boolean;
}

export interface RobotsGroup {
  /** Lower-case product tokens; `*` for everyone. */
  readonly agents: readonly string[];
  readonly rules: readonly RobotsRule[];
}

export interface RobotsRule {
  readonly allow: boolean;
  /** Path pattern, percent-encoded; `*` stands for anything and a final `$` for the end. */
  readonly pattern: string;
}

/** Google reads the first 500 KiB of a robots.txt and ignores the rest; RFC 9309 section 2.5 asks for at least that. */
export const ROBOTS_TXT_MAX_BYTES = 500 * 1024;

/** Longer lines are cut here, as Google does. */
const MAX_LINE_BYTES = 2083 * 8;

const UTF8_BOM = [0xef, 0xbb, 0xbf];
const AGENT_KEYS = ['user-agent', 'useragent', 'user agent'];
const ALLOW_KEYS = ['allow'];
const DISALLOW_KEYS = ['disallow', 'dissallow', 'dissalow', 'disalow', 'diasllow', 'disallaw'];

/** A file without a rule: everything is allowed. */
export const NO_RULES: RobotsTxt = { groups: [], complete: true };

/** Reads a robots.txt. Never fails: lines that say nothing known are skipped. */
export function parseRobotsTxt(bytes: Uint8Array): RobotsTxt {
  const text = bytesToText(bytes.subarray(0, ROBOTS_TXT_MAX_BYTES));
  const groups: { agents: string[]; rules: RobotsRule[] }[] = [];
  let groupHasRules = true;
  for (const line of text.split(/\r\n|\n|\r/)) {
    const pair = parseLine(line.slice(0, MAX_LINE_BYTES));
    if (pair === null) continue;
    if (hasKey(pair.key, AGENT_KEYS)) {
      if (groupHasRules) groups.push({ agents: [], rules: [] });
      groupHasRules = false;
      const agent = agentOf(pair.value);
      if (agent !== '') groups.at(-1)?.agents.push(agent);
      continue;
    }
    const allow = hasKey(pair.key, ALLOW_KEYS);
    if (!allow && !hasKey(pair.key, DISALLOW_KEYS)) continue;
    const group = groups.at(-1);
    if (group === undefined) continue;
    groupHasRules = true;
    group.rules.push({ allow, pattern: encodePattern(pair.value) });
  }
  return { groups, complete: bytes.length <= ROBOTS_TXT_MAX_BYTES };
}

/**
 * The same file with only what it says to some agents, in memory of its own: a file that is kept for long would otherwise be kept with
 * all of its text. For other agents it says nothing.
 *
 * @param agents product tokens as {@link isAllowed} takes them
 */
export function rulesFor(robots: RobotsTxt, agents: readonly string[]): RobotsTxt {
  const groups = agents.map((name) => {
    const agent = name.toLowerCase();
    return { agents: [agent], rules: groupsFor(robots, agent).flatMap(({ rules }) => rules) };
  });
  return JSON.parse(JSON.stringify({ ...robots, groups })) as RobotsTxt;
}

/**
 * Whether an agent may fetch a path by these rules: the longest matching pattern wins, and allow wins a tie
 * (RFC 9309 section 2.2.2).
 *
 * @param agent product token as it stands in the user agent, such as `Googlebot`; case does not matter
 * @param pathAndQuery percent-encoded path with query, as in `/a?b=c`
 */
export function isAllowed(robots: RobotsTxt, agent: string, pathAndQuery: string): boolean {
  const path = pathAndQuery.startsWith('/') ? pathAndQuery : `/${pathAndQuery}`;
  let allow = 0;
  let disallow = 0;
  for (const group of groupsFor(robots, agent.toLowerCase())) {
    for (const rule of group.rules) {
      if (rule.allow) allow = Math.max(allow, lengthOfAllow(rule.pattern, path));
      else if (rule.pattern.length > disallow && matchesPath(rule.pattern, path)) disallow = rule.pattern.length;
    }
  }
  return disallow <= allow;
}

/** Escapes of the characters that need none (RFC 3986 section 2.3). */
const NEEDLESS_ESCAPE = /%(?:2[DE]|3\d|4[1-9A-F]|5[\dAF]|6[1-9A-F]|7[\dAE])/gi;

/**
 * The same where escapes that nobody needs are undone before rules and path are compared, as RFC 9309 section 2.2.2 asks. Google's parser
 * takes `/~a` and `/%7Ea` for two paths, and its tests insist on it. A crawler that wants to be welcome asks both.
 *
 * @example isAllowedDecoded(parse('user-agent: *\ndisallow: /%7Ea'), 'Bot', '/~a/') // false
 */
export function isAllowedDecoded(robots: RobotsTxt, agent: string, pathAndQuery: string): boolean {
  const groups = groupsFor(robots, agent.toLowerCase()).map(({ agents, rules }) => ({
    agents,
    rules: rules.map(({ allow, pattern }) => ({ allow, pattern: undoNeedless(pattern) })),
  }));
  return isAllowed({ ...robots, groups }, agent, undoNeedless(pathAndQuery));
}

function undoNeedless(text: string): string {
  return text.includes('%') ? text.replace(NEEDLESS_ESCAPE, decodeURIComponent) : text;
}

/** The groups that name the agent; those for everyone where none does. */
function groupsFor(robots: RobotsTxt, agent: string): RobotsGroup[] {
  const own = agent === '' ? [] : robots.groups.filter((group) => group.agents.includes(agent));
  return own.length > 0 ? own : robots.groups.filter((group) => group.agents.includes('*'));
}

function lengthOfAllow(pattern: string, path: string): number {
  if (matchesPath(pattern, path)) return pattern.length;
  const slash = pattern.lastIndexOf('/');
  if (slash === -1 || !pattern.startsWith('/index.htm', slash)) return 0;
  const folder = `${pattern.slice(0, slash + 1)}$`;
  return matchesPath(folder, path) ? folder.length : 0;
}

/** Leftmost search of each part between asterisks: enough, since every part may only be followed by another asterisk. */
function matchesPath(pattern: string, path: string): boolean {
  if (!pattern.includes('*') && !pattern.endsWith('$')) return path.startsWith(pattern);
  const anchored = pattern.endsWith('$');
  const parts = (anchored ? pattern.slice(0, -1) : pattern).split('*');
  const first = parts[0] ?? '';
  if (!path.startsWith(first)) return false;
  if (parts.length === 1) return !anchored || path.length === first.length;
  let position = first.length;
  const last = parts.length - 1;
  for (let index = 1; index < last + (anchored ? 0 : 1); index++) {
    const part = parts[index] ?? '';
    const found = path.indexOf(part, position);
    if (found === -1) return false;
    position = found + part.length;
  }
  const tail = parts[last] ?? '';
  return !anchored || (path.length - tail.length >= position && path.endsWith(tail));
}

/** `key: value` without the comment; a blank may stand for the colon where the line has exactly two words. */
function parseLine(line: string): { key: string; value: string } | null {
  const hash = line.indexOf('#');
  const content = trimBlanks(hash === -1 ? line : line.slice(0, hash));
  const colon = content.indexOf(':');
  if (colon !== -1) {
    const key = trimBlanks(content.slice(0, colon));
    return key === '' ? null : { key: key.toLowerCase(), value: trimBlanks(content.slice(colon + 1)) };
  }
  const words = content.split(/[ \t]+/);
  const [key, value] = words;
  return words.length !== 2 || key === undefined || value === undefined ? null : { key: key.toLowerCase(), value };
}

/** A key is known by its beginning, as Google reads it: `disallow-me: /` is a disallow. */
function hasKey(key: string, known: readonly string[]): boolean {
  return known.some((name) => key.startsWith(name));
}

/** The product token at the start of a user-agent value; `*` alone or before a blank is everyone. */
function agentOf(value: string): string {
  if (/^\*(\s|$)/.test(value)) return '*';
  return (/^[a-z_-]*/i.exec(value)?.[0] ?? '').toLowerCase();
}

/** Percent-encodes bytes above ASCII and writes existing escapes in upper case. */
function encodePattern(value: string): string {
  return value.replace(/%[\da-f]{2}|[\x80-\xff]/gi, (match) =>
    match.length === 3 ? match.toUpperCase() : `%${match.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function trimBlanks(text: string): string {
  return text.replace(/^[ \t\v\f]+|[ \t\v\f]+$/g, '');
}

/** One character per byte. A byte order mark is dropped, a broken-off one too, as Google does. */
function bytesToText(bytes: Uint8Array): string {
  let start = 0;
  while (start < UTF8_BOM.length && bytes[start] === UTF8_BOM[start]) start++;
  const chunks: string[] = [];
  for (let from = start; from < bytes.length; from += 8192) {
    chunks.push(String.fromCharCode(...bytes.subarray(from, from + 8192)));
  }
  return chunks.join('');
}
