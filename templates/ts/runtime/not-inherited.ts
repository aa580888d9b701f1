/**
 * A member that may be left out, and of whose name every object has a function by itself: one that is inherited is not meant. What
 * else a class has under the name is.
 */
export function notInherited<Value extends object, Name extends keyof Value>(
  value: Value,
  name: Name,
): Value[Name] | undefined {
  const member = value[name];
  return typeof member === 'function' && !Object.hasOwn(value, name) ? undefined : member;
}
