/** Uses the component in a page, and in a worker of the page. */
import { both } from './both.js';

export async function main() {
  const worker = new Worker('/worker.js', { type: 'module' });
  const inWorker = await new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = ({ message }) => reject(new Error(message));
  });
  return { page: await both(), worker: inWorker };
}
