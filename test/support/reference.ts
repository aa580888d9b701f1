/** Asking the reference implementation: wit-parser as jco carries it, which says what is wrong but not where. */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/** What it says: `undefined` if it accepts the WIT, `trap` if it crashes. */
export type Verdict = { readonly message: string } | 'trap' | undefined;

interface Answer {
  readonly kind: 'accepted' | 'error' | 'trap';
  readonly message?: string;
}

/** A thread with the reference implementation; after a trap there is a new one. */
export class Reference {
  #worker: Worker | undefined;

  async verdict(wit: string): Promise<Verdict> {
    this.#worker ??= new Worker(new URL('reference-worker.js', import.meta.url), { stderr: true });
    const answered = once(this.#worker, 'message');
    this.#worker.postMessage(wit);
    // The worker sends nothing else.
    const [{ kind, message = '' }] = (await answered) as [Answer];
    if (kind === 'trap') {
      await this.close();
      return 'trap';
    }
    // It is asked for a world that nobody declares: that this is missing is said last.
    return kind === 'accepted' || message.startsWith('World `no-such-world` not found')
      ? undefined
      : { message };
  }

  async close(): Promise<void> {
    await this.#worker?.terminate();
    this.#worker = undefined;
  }
}
