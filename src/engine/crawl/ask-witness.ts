import type { CheckSession } from './check-session.ts';
import { fetchPage } from './fetch-page.ts';
import { ProxyFailed } from './proxy-connections.ts';

/** Why nothing can be asked, whatever the host: the network of this machine, or the proxy that all goes through. */
export interface NetworkProblem {
  readonly kind: 'network' | 'proxy' | 'proxy-login';
  /** What was observed, in words for people. */
  readonly evidence: string;
}

/** A witness that takes longer tells nothing. */
const LONGEST_MS = 10_000;

/** Asks an origin for its robots.txt to see whether the network is there. Whatever it answers, it was reached; null then. */
export async function askWitness(origin: string, session: CheckSession): Promise<NetworkProblem | null> {
  const { connections, settings, signal } = session;
  const request = { url: `${origin}/robots.txt`, chain: [], mayFetch: async () => null, signal };
  const timeoutMs = Math.min(LONGEST_MS, settings.timeoutMs);
  try {
    const answer = await fetchPage(connections, request, { ...settings, timeoutMs, maxRedirects: 0 });
    if (answer.kind === 'body' || answer.unreached === undefined) return null;
    return { kind: 'network', evidence: `${new URL(origin).host}: ${answer.evidence}` };
  } catch (error) {
    if (error instanceof ProxyFailed) return proxyProblem(error);
    throw error;
  }
}

function proxyProblem({ wantsLogin, message }: ProxyFailed): NetworkProblem {
  return { kind: wantsLogin ? 'proxy-login' : 'proxy', evidence: message };
}
