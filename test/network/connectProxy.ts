import http from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import net from 'node:net';

/** A proxy that knows `CONNECT` and nothing else, and keeps what it sees. */
export interface ConnectProxy {
  /** `127.0.0.1:PORT`. */
  address: string;
  /** The hosts that it was asked to connect to. */
  connected: string[];
  /** The `Proxy-Authorization` headers that it was sent. */
  credentials: (string | undefined)[];
  /** All bytes that came to it from its clients. */
  seen(): string;
  /** Connections that are open now. */
  open(): number;
  close(): Promise<void>;
}

/**
 * Starts a proxy that leads every host to one port of this computer.
 *
 * @param answer the status with which it refuses, `never` where it does not answer at all
 */
export async function startConnectProxy(
  port: number,
  answer: number | 'never' = 200,
): Promise<ConnectProxy> {
  const connected: string[] = [];
  const credentials: (string | undefined)[] = [];
  const bytes: Buffer[] = [];
  const sockets = new Set<Socket>();
  const keep = (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.once('close', () => sockets.delete(socket));
  };

  const proxy = http.createServer((_, response) => {
    bytes.push(Buffer.from('a request that is no CONNECT'));
    response.writeHead(405).end();
  });
  proxy.on('connection', keep);
  proxy.on('connect', (request, socket: Socket) => {
    connected.push(request.url ?? '');
    credentials.push(request.headers['proxy-authorization']);
    bytes.push(Buffer.from(JSON.stringify(request.headers)));
    if (answer === 'never') {
      socket.resume().once('end', () => socket.end());
      return;
    }
    if (answer !== 200) {
      socket.end(`HTTP/1.1 ${answer} Refused\r\n\r\n`);
      return;
    }
    const target = net.connect(port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connected\r\n\r\n');
      socket.on('data', (chunk: Buffer) => bytes.push(chunk));
      socket.pipe(target).pipe(socket);
    });
    keep(target);
    socket.once('close', () => target.destroy());
  });
  await new Promise<void>((resolve) =>
    proxy.listen(0, '127.0.0.1', () => resolve()),
  );
  return {
    address: `127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    connected,
    credentials,
    seen: () => Buffer.concat(bytes).toString('latin1'),
    open: () => sockets.size,
    close: () =>
      new Promise((resolve) => {
        proxy.close(() => resolve());
        sockets.forEach((socket) => socket.destroy());
      }),
  };
}
