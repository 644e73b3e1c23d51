import { LINK_RISK_SIGNALS } from './link-risk-signals.ts';
import { QUALITY_SIGNALS } from './quality-signals.ts';
import type { SignalDefinition } from './signal-definition.ts';
import { SOURCE_RISK_SIGNALS } from './source-risk-signals.ts';

/** Every signal there is. docs/signals.md explains each of them. */
export const SIGNALS: readonly SignalDefinition[] = [...SOURCE_RISK_SIGNALS, ...LINK_RISK_SIGNALS, ...QUALITY_SIGNALS];

const BY_ID: ReadonlyMap<string, SignalDefinition> = new Map(SIGNALS.map((signal) => [signal.id, signal]));

/** The signal of an id; undefined for ids of other rule sets, which old project files may hold. */
export function signalOf(id: string): SignalDefinition | undefined {
  return BY_ID.get(id);
}
