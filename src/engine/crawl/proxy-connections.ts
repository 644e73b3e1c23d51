import type { buildConnector, Dispatcher, Pool as PoolType, ProxyAgent as ProxyAgentType } from 'undici';
import type { Exchange, HostAnswer } from './exchange.ts';

/** The way through a proxy, whose own failures are told from those of the hosts behind it. */
export interface ProxyConnections {
  /** Sends one request. Rejects with {@link ProxyFailed} where the proxy cannot be reached or does not serve us. */
  request(options: Dispatcher.DispatchOptions, exchange: Exchange): Promise<HostAnswer>;
  destroy(): Promise<void>;
}

/** Thrown into a request that did not get as far as its host: says nothing of any page. */
export class ProxyFailed extends Error {
  readonly code = 'ANCHORAGE_PROXY_FAILED';
  /** True where the proxy asks who we are (407). */
  readonly wantsLogin: boolean;

  constructor(message: string, wantsLogin: boolean) {
    super(message);
    this.wantsLogin = wantsLogin;
  }
}

const LOGIN_WANTED = 407;

/** Opens the way through a proxy. Of the whole package, which gives undici's classes the method that opens a tunnel. */
export function openProxyConnections(uri: string, options: Omit<ProxyAgentType.Options, 'uri'>): ProxyConnections {
  const opened = import('undici').then(({ Pool, ProxyAgent }) => {
    const proxyHref = new URL(uri).href;
    return new ProxyAgent({
      ...options,
      uri,
      clientFactory: (origin, given) => askingForTunnels(new Pool(origin, toldApart(given))),
      // Plain http is asked of the proxy itself; other connections are to hosts, through a tunnel.
      factory: (origin, given) =>
        new Pool(origin, String(origin) === proxyHref ? { ...options, ...toldApart(given) } : given),
    });
  });
  return {
    async request(request, exchange) {
      const agent = await opened;
      try {
        return await exchange.over(agent, request);
      } catch (error) {
        throw isLoginWanted(error, exchange) ? loginWanted() : error;
      }
    },
    destroy: async () => await (await opened).destroy(),
  };
}

/** Options of a client of the proxy, with a connector whose failures are the proxy's. */
function toldApart(given: object): PoolType.Options {
  const { connect } = given as { readonly connect: buildConnector.connector };
  return {
    ...given,
    connect: (target, callback) =>
      connect(target, (error, socket) => {
        if (error === null) callback(null, socket);
        else callback(new ProxyFailed(error.message, false), null);
      }),
  };
}

function askingForTunnels(pool: PoolType): PoolType {
  const connect = async (params: Dispatcher.ConnectOptions): Promise<Dispatcher.ConnectData> => {
    const answer = await Object.getPrototypeOf(pool).connect.call(pool, params);
    if (answer.statusCode !== LOGIN_WANTED) return answer;
    answer.socket.on('error', () => undefined).destroy();
    throw loginWanted();
  };
  return Object.assign(pool, { connect });
}

/** undici makes a 407 to a request that it forwards an argument that is wrong, as nothing else is once a request was sent. */
function isLoginWanted(error: unknown, exchange: Exchange): boolean {
  return exchange.wasSent && error instanceof Error && 'code' in error && error.code === 'UND_ERR_INVALID_ARG';
}

function loginWanted(): ProxyFailed {
  return new ProxyFailed(`it answers ${LOGIN_WANTED}`, true);
}
