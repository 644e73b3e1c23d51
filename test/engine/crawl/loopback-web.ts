import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

/** Answers for one host of a loopback web. */
export type HostAnswers = (request: IncomingMessage, response: ServerResponse) => void;

export interface LoopbackWeb {
  readonly port: number;
  /** `host path` of every request, in order. */
  readonly requests: string[];
  close(): Promise<void>;
}

/** A real HTTP server that plays many hosts; hosts it does not know and robots.txt files not given answer 404. */
export async function openLoopbackWeb(hosts: Readonly<Record<string, HostAnswers>>): Promise<LoopbackWeb> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const host = (request.headers.host ?? '').replace(/:\d+$/, '');
    requests.push(`${host} ${request.url ?? ''}`);
    response.on('error', () => response.destroy());
    const answers = hosts[host];
    if (answers === undefined) response.writeHead(404).end();
    else answers(request, response);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  return {
    port,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** Answers by path; robots.txt answers 404 unless it is among them. */
export function paths(answers: Readonly<Record<string, HostAnswers>>): HostAnswers {
  return (request, response) => {
    const answer = answers[(request.url ?? '').split('?')[0] ?? ''];
    if (answer === undefined) response.writeHead(404).end();
    else answer(request, response);
  };
}

/** An HTML page. */
export function html(body: string, headers: Readonly<Record<string, string>> = {}, status = 200): HostAnswers {
  return (_request, response) => {
    response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(body);
  };
}

/** A redirect. */
export function redirect(to: string, status = 301): HostAnswers {
  return (_request, response) => {
    response.writeHead(status, { location: to }).end();
  };
}
