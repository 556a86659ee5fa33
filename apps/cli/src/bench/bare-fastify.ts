import { fastify } from 'fastify';

/** Bare Fastify with one prepared answer: what reading a board is measured against. A process of its own, told by IPC. */
process.once('message', ({ port, etag, body }: { port: number; etag: string; body: string }) => {
  const bytes = Buffer.from(body);
  const app = fastify();
  app.get('/board', (request, reply) => {
    void reply.header('ETag', etag).header('Cache-Control', 'public, max-age=0, must-revalidate');
    if (request.headers['if-none-match'] === etag) void reply.code(304).send();
    else void reply.type('application/json; charset=utf-8').send(bytes);
  });
  app.listen({ port, host: '127.0.0.1' }).then(
    () => process.send?.('ready'),
    () => process.exit(1),
  );
});
process.once('disconnect', () => process.exit(0));
