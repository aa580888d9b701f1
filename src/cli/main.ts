#!/usr/bin/env node
import { text } from 'node:stream/consumers';
import { run } from './run.js';

// Who reads no further, as `head` does, has had enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

process.exitCode = await run(process.argv.slice(2), {
  out: (printed) => process.stdout.write(printed),
  err: (printed) => process.stderr.write(printed),
  color: process.stderr.isTTY && process.env.NO_COLOR === undefined,
  outColor: process.stdout.isTTY && process.env.NO_COLOR === undefined,
  input: () => text(process.stdin),
  debug: process.env.WIT_GEN_DEBUG !== undefined,
});
