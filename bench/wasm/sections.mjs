/** What a WebAssembly module or object consists of, as far as sizes need it: its sections, and the functions that it defines. */

/** Of custom sections the identifier is 0 and the name tells them apart; others have neither name. */
const custom = 0;

/** The subsection of `linking` with the symbols of an object, their flags and their kinds. */
const symbolTable = 8;
const flag = { weak: 0x1, local: 0x2, isUndefined: 0x10, isNamed: 0x40 };
const kinds = { function: 0, data: 1, section: 3 };

/** A reader of numbers and names at an offset that moves on. */
function reader(bytes, at, end) {
  const number = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++];
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value >>> 0;
    }
  };
  return {
    number,
    byte: () => bytes[at++],
    name: () => {
      const length = number();
      return bytes.toString('utf8', at, (at += length));
    },
    offset: () => at,
    skip: (count) => void (at += count),
    atEnd: () => at >= end,
  };
}

/** All sections: identifier, name of a custom section, and the bytes of its content; `size` counts its head as well. */
export function sections(bytes) {
  const found = [];
  const all = reader(bytes, 8, bytes.length);
  while (!all.atEnd()) {
    const start = all.offset();
    const id = all.byte();
    const length = all.number();
    const end = all.offset() + length;
    const content = reader(bytes, all.offset(), end);
    const name = id === custom ? content.name() : undefined;
    found.push({ id, name, content, end, size: end - start });
    all.skip(length);
  }
  return found;
}

/** Sizes of a linked module in bytes: what the bindings are for, and what is told of them. */
export function sizes(bytes) {
  const sum = (wanted) =>
    sections(bytes)
      .filter(wanted)
      .reduce((total, { size }) => total + size, 0);
  const [exported, code, data] = [7, 10, 11];
  return {
    code: sum(({ id }) => id === code || id === data),
    module: sum(({ id }) => id !== custom && id !== exported),
    world: sum(({ name }) => name?.startsWith('component-type')),
  };
}

/** The functions that an object file defines for other objects, inline ones not among them. */
export function definedFunctions(bytes) {
  const linking = sections(bytes).find(({ name }) => name === 'linking');
  const names = [];
  const { content, end } = linking;
  content.number(); // The version.
  while (content.offset() < end) {
    const kind = content.byte();
    const length = content.number();
    if (kind === symbolTable) symbols(content, names);
    else content.skip(length);
  }
  return names;
}

function symbols(content, names) {
  for (let count = content.number(); count > 0; count--) {
    const kind = content.byte();
    const flags = content.number();
    const isDefined = (flags & flag.isUndefined) === 0;
    if (kind === kinds.section) content.number();
    else if (kind === kinds.data) {
      content.name();
      if (!isDefined) continue;
      content.number(); // The segment,
      content.number(); // where in it,
      content.number(); // and how long.
    } else {
      content.number(); // The index.
      const isNamed = isDefined || (flags & flag.isNamed) !== 0;
      const name = isNamed ? content.name() : '';
      const isForOthers = isDefined && (flags & (flag.weak | flag.local)) === 0;
      if (kind === kinds.function && isForOthers) names.push(name);
    }
  }
}
