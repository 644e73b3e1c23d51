/**
 * Top-level domains that abuse reports name year after year. Plenty of honest small sites live there too, which is why the
 * signal made of this list weighs little.
 */
export const SPAM_RECORD_TLDS: ReadonlySet<string> = new Set(
  `accountant bar bid bond buzz cam cf cfd click country cricket cyou date download faith fit fun ga gdn gq hair icu link
  loan lol men ml mom monster party pics pw quest racing rest review sbs science skin stream surf tk top trade vip wang win
  work xin xyz zip`.split(/\s+/),
);

/** Two-letter top-level domains used the world over, whatever country they belong to. */
export const NON_COUNTRY_TLDS: ReadonlySet<string> = new Set(
  'ac ag ai am cc cd cf co eu fm ga gg gl gq im io is la li ly me ml mn ms mu nu pm pw re sc sh so st su sx tf tk to tv vc vg wf ws'.split(
    ' ',
  ),
);
