/** What people put between an entry and their remark on it. */
const REMARK_MARK = /^(?:#|\/\/|--?\s|–|—|;|\(|\[|!)/;

/** True when a text behind an entry begins like a remark. */
export function startsRemark(text: string): boolean {
  return REMARK_MARK.test(text);
}
