/** Uses the component in a worker. */
import { both } from './both.js';

postMessage(await both());
