/**
 * Glue as somebody writes it who has one component to call and reads the canonical ABI with care: what the component
 * says is checked, what the caller says is made to fit.
 */
const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const shortText = 24;

export function instantiate(module, { host }) {
  const counters = [];
  const freeHandles = [];
  const exported = '[export]bench:glue/api@0.1.0';
  const { exports: core } = new WebAssembly.Instance(module, {
    'bench:glue/host@0.1.0': { add: (a, b) => host.add(a >>> 0, b >>> 0) },
    [exported]: {
      '[resource-new]counter': (representation) => {
        const handle = freeHandles.pop() ?? counters.length + 1;
        counters[handle - 1] = representation;
        return handle;
      },
      '[resource-drop]counter': (handle) => take(handle),
    },
  });
  const { memory, cabi_realloc: realloc } = core;
  const api = Object.fromEntries(
    Object.entries(core)
      .filter(([name]) => name.includes('#'))
      .map(([name, item]) => [
        name.startsWith('cabi_post_') ? `after ${name.split('#')[1]}` : name.split('#')[1],
        item,
      ]),
  );
  core._initialize();

  let bytes = new Uint8Array(memory.buffer);
  let view = new DataView(memory.buffer);
  const refresh = () => {
    if (bytes.buffer === memory.buffer) return;
    bytes = new Uint8Array(memory.buffer);
    view = new DataView(memory.buffer);
  };

  let trap;
  const fail = (reason) => {
    trap = new WebAssembly.RuntimeError(reason);
    throw trap;
  };
  const enter = () => {
    if (trap) throw trap;
  };
  /** A call into the component: what it throws ends it. */
  const guarded = (call) => {
    try {
      return call();
    } catch (error) {
      trap = error;
      throw error;
    }
  };

  const within = (pointer, size, align) => {
    if (pointer % align !== 0 || pointer + size > bytes.length) fail('out of memory or not aligned');
    return pointer;
  };
  const allocate = (size, align) => {
    if (size === 0) return align;
    const pointer = realloc(0, 0, align, size) >>> 0;
    refresh();
    return within(pointer, size, align);
  };

  let length = 0;
  const lowerText = (text) => {
    const units = text.length;
    let pointer = allocate(units, 1);
    length = units;
    let done = 0;
    if (units <= shortText) {
      for (; done < units; done++) {
        const code = text.charCodeAt(done);
        if (code > 0x7f) break;
        bytes[pointer + done] = code;
      }
      if (done === units) return pointer;
    }
    const { read, written } = encoder.encodeInto(text, bytes.subarray(pointer, pointer + units));
    if (read === units) return pointer;
    pointer = realloc(pointer, units, 1, 3 * units) >>> 0;
    refresh();
    within(pointer, 3 * units, 1);
    const rest = encoder.encodeInto(text.slice(read), bytes.subarray(pointer + written, pointer + 3 * units));
    length = written + rest.written;
    return pointer;
  };
  const liftText = (start, size) => {
    within(start, size, 1);
    if (size <= shortText) {
      let text = '';
      let at = start;
      for (const end = start + size; at < end && bytes[at] < 0x80; at++)
        text += String.fromCharCode(bytes[at]);
      if (at === start + size) return text;
    }
    try {
      return decoder.decode(bytes.subarray(start, start + size));
    } catch {
      return fail('not UTF-8');
    }
  };

  const take = (handle) => {
    const representation = counters[handle - 1];
    if (representation === undefined) fail('no such handle');
    counters[handle - 1] = undefined;
    freeHandles.push(handle);
    return representation;
  };

  const { add, 'add-wide': addWide, 'add-by-host': addByHost } = api;
  const { '[constructor]counter': make, '[method]counter.next': next, '[dtor]counter': end } = api;
  const { 'echo-text': echoText, 'after echo-text': afterText } = api;
  const { 'echo-numbers': echoNumbers, 'after echo-numbers': afterNumbers } = api;
  const { 'echo-readings': echoReadings, 'after echo-readings': afterReadings } = api;
  const { 'echo-entries': echoEntries, 'after echo-entries': afterEntries } = api;

  const forgotten = new FinalizationRegistry((representation) => {
    if (!trap) guarded(() => end(representation));
  });

  class Counter {
    #representation;
    constructor(start) {
      enter();
      this.#representation = guarded(() => take(make(start)));
      forgotten.register(this, this.#representation, this);
    }
    next() {
      enter();
      try {
        return next(this.#representation) >>> 0;
      } catch (error) {
        trap = error;
        throw error;
      }
    }
    [Symbol.dispose]() {
      if (this.#representation === undefined) return;
      enter();
      const representation = this.#representation;
      this.#representation = undefined;
      forgotten.unregister(this);
      guarded(() => end(representation));
    }
  }

  return {
    api: {
      Counter,
      add(a, b) {
        enter();
        try {
          return add(a, b) >>> 0;
        } catch (error) {
          trap = error;
          throw error;
        }
      },
      addWide(a, b) {
        enter();
        try {
          return BigInt.asUintN(64, addWide(a, b));
        } catch (error) {
          trap = error;
          throw error;
        }
      },
      addByHost(count) {
        enter();
        try {
          return addByHost(count) >>> 0;
        } catch (error) {
          trap = error;
          throw error;
        }
      },
      echoText(text) {
        enter();
        try {
          const pointer = lowerText(text);
          const area = echoText(pointer, length) >>> 0;
          refresh();
          within(area, 8, 4);
          const result = liftText(view.getUint32(area, true), view.getUint32(area + 4, true));
          afterText(area);
          return result;
        } catch (error) {
          trap = error;
          throw error;
        }
      },
      echoNumbers(numbers) {
        enter();
        try {
          const pointer = allocate(4 * numbers.length, 4);
          new Uint32Array(memory.buffer, pointer, numbers.length).set(numbers);
          const area = echoNumbers(pointer, numbers.length) >>> 0;
          refresh();
          within(area, 8, 4);
          const start = view.getUint32(area, true);
          const size = view.getUint32(area + 4, true);
          const result = new Uint32Array(memory.buffer, within(start, 4 * size, 4), size).slice();
          afterNumbers(area);
          return result;
        } catch (error) {
          trap = error;
          throw error;
        }
      },
      echoReadings(readings) {
        enter();
        try {
          const pointer = allocate(16 * readings.length, 8);
          for (let index = 0, at = pointer; index < readings.length; index++, at += 16) {
            const { id, value } = readings[index];
            view.setUint32(at, id, true);
            view.setFloat64(at + 8, value, true);
          }
          const area = echoReadings(pointer, readings.length) >>> 0;
          refresh();
          within(area, 8, 4);
          const start = view.getUint32(area, true);
          const count = view.getUint32(area + 4, true);
          within(start, 16 * count, 8);
          const result = new Array(count);
          for (let index = 0, at = start; index < count; index++, at += 16) {
            result[index] = { id: view.getUint32(at, true), value: view.getFloat64(at + 8, true) };
          }
          afterReadings(area);
          return result;
        } catch (error) {
          trap = error;
          throw error;
        }
      },
      echoEntries(entries) {
        enter();
        try {
          const pointer = allocate(12 * entries.length, 4);
          for (let index = 0, at = pointer; index < entries.length; index++, at += 12) {
            const { id, name } = entries[index];
            const text = lowerText(name);
            view.setUint32(at, id, true);
            view.setUint32(at + 4, text, true);
            view.setUint32(at + 8, length, true);
          }
          const area = echoEntries(pointer, entries.length) >>> 0;
          refresh();
          within(area, 8, 4);
          const start = view.getUint32(area, true);
          const count = view.getUint32(area + 4, true);
          within(start, 12 * count, 4);
          const result = new Array(count);
          for (let index = 0, at = start; index < count; index++, at += 12) {
            const name = liftText(view.getUint32(at + 4, true), view.getUint32(at + 8, true));
            result[index] = { id: view.getUint32(at, true), name };
          }
          afterEntries(area);
          return result;
        } catch (error) {
          trap = error;
          throw error;
        }
      },
    },
  };
}
