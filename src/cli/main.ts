#!/usr/bin/env node
import { run } from './run.js';

process.exitCode = await run(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  color: process.stderr.isTTY && process.env.NO_COLOR === undefined,
  outColor: process.stdout.isTTY && process.env.NO_COLOR === undefined,
  debug: process.env.WIT_GEN_DEBUG !== undefined,
});
