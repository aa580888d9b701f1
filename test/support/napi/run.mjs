// Loads the addons of a job, the runner's first in the list, gives each what the ones after it export, and calls the runner
// three times: what is allocated in the first two runs is there for good, and the third leaves nothing behind.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import process from 'node:process';

const { parts, counts } = JSON.parse(readFileSync(process.argv[2], 'utf8'));

/** `my-interface` as the types have it. */
const camelCase = (name) => name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());

/** What imports are found under: the whole name of an interface, or the name of one of the world's own items. */
function importsFrom(others) {
  const members = new Map();
  return new Proxy(
    {},
    {
      get(_, name) {
        if (!members.has(name)) members.set(name, memberOf(name, [...members.values()]));
        const member = members.get(name);
        const world = others.find((each) => member in each);
        if (!world) throw new Error(`nobody exports ${name}`);
        return typeof world[member] === 'function' ? { default: world[member] } : world[member];
      },
    },
  );
}

/** Interfaces of one name are told apart by underscores, in the order of the world. */
function memberOf(name, taken) {
  let member = camelCase(/(?:.*\/)?([^@]*)/.exec(name)[1]);
  while (taken.includes(member)) member += '_';
  return member;
}

const worlds = [];
for (const { addon, module } of [...parts].reverse()) {
  const { load } = await import(module);
  worlds.unshift(load(addon, importsFrom([...worlds])));
}
const [runner] = worlds;

const live = () => {
  if (!counts) return '';
  const { liveAllocations } = createRequire(import.meta.url)(counts);
  return parts.map(({ world, addon }) => `${world}: ${liveAllocations(addon)}`).join(', ');
};

runner.run();
runner.run();
const before = live();
runner.run();
const after = live();
if (before !== after) throw new Error(`allocations before: ${before}; after: ${after}`);
