/**
 * The parts of undici that a crawl needs, each loaded alone: the package brings fetch, WebSocket, caches and mocks with them, which take
 * longer to load than a few pages to check. They are the classes that the package exports, and have its types.
 */

declare module 'undici/lib/dispatcher/client.js' {
  import { Client } from 'undici';
  export default Client;
}

declare module 'undici/lib/core/errors.js' {
  import { errors } from 'undici';
  export default errors;
}

declare module 'undici/lib/core/connect.js' {
  import { buildConnector } from 'undici';
  export default buildConnector;
}
