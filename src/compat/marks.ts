/** Which range of the text the reference implementation marks where it is not the one that we mark. */
import type { Span } from '../base/source.js';
import type { TypeNode } from '../syntax/ast.js';
import { attributesOf, type WrongAttributes, wrongAttributes } from './attributes.js';
import type { Finding } from './finding.js';
import { around, type Place } from './place.js';
import { tokenAfter } from './tokens.js';

/** The first token at or after an offset of a place's file. */
function firstToken(span: Span, offset = span.start): Span {
  const token = tokenAfter(span.file.text, offset);
  return token.kind === 'problem' ? span : { file: span.file, start: token.start, end: token.end };
}

/** The `use` of a top-level use, after its attributes. */
export function topUseKeyword({ place }: Finding): Span {
  const attributes = attributesOf(around(place, 'top-use'));
  return firstToken(place.span, attributes.at(-1)?.span.end);
}

/** A type is marked by its first word, or by the name in it. */
export function markOfType(type: TypeNode): Span {
  if (type.kind === 'named-type') return type.name.span;
  return type.kind === 'handle-type' ? type.resource.span : firstToken(type.span);
}

/** The type that the place is. */
export function typeMark({ place }: Finding): Span {
  const type = place.way.findLast((node): node is TypeNode => node.kind.endsWith('-type'));
  return type ? markOfType(type) : place.span;
}

/** The first type of a `result`, or the `result`. */
export function okTypeMark({ place }: Finding): Span {
  const result = around(place, 'result-type');
  return result ? markOfType(result.ok ?? result) : place.span;
}

/** The second of two names that mean something in a file. */
export function laterName({ diagnostic, place }: Finding): Span {
  const [other] = diagnostic.related;
  return other && other.span.start > place.span.start ? other.span : place.span;
}

/** What is wrong with the attributes that the place is among. */
export function combination({ place }: Finding): WrongAttributes | undefined {
  const item = place.way.findLast((node) =>
    attributesOf(node).some((attribute) => place.way.includes(attribute)),
  );
  return wrongAttributes(item);
}

/**
 * Names of a body are entered in the order used types, types, functions: that decides which one of two is the
 * second. A `use` below a type of the same name goes unnoticed.
 */
export function duplicateMark({ diagnostic, place, find }: Finding): Span | undefined {
  const [earlier] = diagnostic.related;
  const other = earlier && find(earlier.span);
  if (!other) return place.span;
  const [kind, otherKind] = [kindOfName(place), kindOfName(other)];
  if (kind === 'use' && otherKind === 'type') return undefined;
  return kind !== 'function' && otherKind === 'function' ? other.span : place.span;
}

function kindOfName(place: Place): 'function' | 'use' | 'type' {
  if (around(place, 'function-item')) return 'function';
  return around(place, 'use') ? 'use' : 'type';
}
