/**
 * What is measured. Each case makes, from what the component exports, a loop of so many calls. Whoever measures imports
 * this file once for each glue, so that the engine learns no more than one about each loop.
 */

const short = 'sixteen letters.';
const long = short.repeat(4096);
const accented = 'é'.repeat(32768);
const numbers = Uint32Array.from({ length: 1000 }, (_, index) => index);
const readings = Array.from({ length: 1000 }, (_, index) => ({ id: index, value: index / 2 }));
const entries = Array.from({ length: 1000 }, (_, index) => ({ id: index, name: short }));

/** Titles, the factor that ours is to be faster than jco's, and the loops. */
export const cases = [
  {
    title: 'add(u32, u32)',
    target: 50,
    loop:
      ({ add }) =>
      (times) => {
        let sum = 0;
        for (let time = 0; time < times; time++) sum = add(sum & 0xffff, time);
        return sum;
      },
  },
  {
    title: 'add(u64, u64)',
    target: 50,
    loop:
      ({ addWide }) =>
      (times) => {
        let sum = 0n;
        for (let time = 0; time < times; time++) sum = addWide(sum & 0xffffn, 3n);
        return sum;
      },
  },
  {
    title: "the host's add(u32, u32)",
    target: 50,
    // The component makes all calls but one in a thousand. In one call they would become slower and slower for jco.
    loop:
      ({ addByHost }) =>
      (times) => {
        let sum = 0;
        for (let left = times; left > 0; left -= 1000) sum += addByHost(Math.min(left, 1000));
        return sum;
      },
  },
  {
    title: 'method of a resource',
    target: 50,
    loop: ({ Counter }) => {
      const counter = new Counter(0);
      return (times) => {
        let last = 0;
        for (let time = 0; time < times; time++) last = counter.next();
        return last > 0;
      };
    },
  },
  {
    title: 'new and drop',
    loop:
      ({ Counter }) =>
      (times) => {
        for (let time = 0; time < times; time++) new Counter(time)[Symbol.dispose]();
      },
  },
  {
    title: 'string of 16 bytes',
    loop:
      ({ echoText }) =>
      (times) => {
        let length = 0;
        for (let time = 0; time < times; time++) length += echoText(short).length;
        return length;
      },
  },
  {
    title: 'string of 64 KiB, ASCII',
    target: 10,
    loop:
      ({ echoText }) =>
      (times) => {
        let length = 0;
        for (let time = 0; time < times; time++) length += echoText(long).length;
        return length;
      },
  },
  {
    title: 'string of 64 KiB, é',
    loop:
      ({ echoText }) =>
      (times) => {
        let length = 0;
        for (let time = 0; time < times; time++) length += echoText(accented).length;
        return length;
      },
  },
  {
    title: 'list of 1,000 u32',
    loop:
      ({ echoNumbers }) =>
      (times) => {
        let sum = 0;
        for (let time = 0; time < times; time++) sum += echoNumbers(numbers)[999];
        return sum;
      },
  },
  {
    title: '1,000 records (u32, f64)',
    target: 10,
    loop:
      ({ echoReadings }) =>
      (times) => {
        let sum = 0;
        for (let time = 0; time < times; time++) sum += echoReadings(readings)[999].value;
        return sum;
      },
  },
  {
    title: '1,000 records (u32, string)',
    loop:
      ({ echoEntries }) =>
      (times) => {
        let sum = 0;
        for (let time = 0; time < times; time++) sum += echoEntries(entries)[999].name.length;
        return sum;
      },
  },
];
