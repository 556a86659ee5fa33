import { Worker } from 'node:worker_threads';
import type { LoadOrder, LoadResult } from './http-load.worker.js';

/** Puts load on 127.0.0.1 from a thread of its own: closed-loop clients on kept-alive connections. */
export function load(order: LoadOrder): Promise<LoadResult> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./http-load.worker.js', import.meta.url), { workerData: order });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the load ended with ${code} before it said anything`)));
  });
}
