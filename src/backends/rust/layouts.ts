/** What the bindings take for granted about memory, for the compiler to agree with. */
import { layoutOf, recordLayout } from '../../abi/layout.js';
import type { Layout } from '../../abi/plan.js';
import { factsOfDecl } from '../../abi/type-facts.js';
import { line, type Block, type Inline } from '../../emit/code.js';
import type { Json } from '../../emit/view.js';
import type { Field, TypeDecl } from '../../resolve/model.js';
import { typesInPlace } from '../types-in-place.js';
import { alignment, size } from './core.js';
import type { ModuleContext } from './module-context.js';

/**
 * Assertions about a type of which lists cross as they lie in memory, as items for the module that has the type;
 * none where there are no such lists. Of an enum `#[repr(u8)]` says all.
 */
export function layoutChecks(decl: TypeDecl, cx: ModuleContext): readonly Record<string, Json>[] {
  if (!typesInPlace(cx.plan).has(decl)) return [];
  const { definition } = decl;
  switch (definition.kind) {
    case 'record':
      return [constant(recordChecks(decl, definition.fields, cx), cx)];
    case 'flags':
      return [constant(flagsChecks(decl, cx), cx)];
    default:
      return [];
  }
}

const constant = (body: Block, cx: ModuleContext): Record<string, Json> => ({
  constant: { attributes: cx.attributes, body: cx.lines(body, 1) },
});

function recordChecks(decl: TypeDecl, fields: readonly Field[], cx: ModuleContext): Block {
  // Of a record with strings only views lie as they cross.
  const form = factsOfDecl(decl).hasList ? 'view' : 'owner';
  const type: Inline = [cx.names.type(decl, form), form === 'view' ? "<'static>" : ''];
  const { layout, offsets } = recordLayout(
    fields.map((field) => field.type),
    'pointer',
  );
  return [
    'use ::core::mem::{align_of, offset_of, size_of};',
    '',
    extentChecks(type, layout),
    ...fields.map((field, index) => {
      const offset = size(offsets[index] ?? layout.size);
      return line('assert!(offset_of!(', type, `, ${cx.names.member(field)}) == `, offset, ');');
    }),
  ];
}

const flagsChecks = (decl: TypeDecl, cx: ModuleContext): Block => [
  'use ::core::mem::{align_of, size_of};',
  '',
  extentChecks(cx.names.type(decl), layoutOf({ kind: 'named', decl }, 'pointer')),
];

const extentChecks = (type: Inline, layout: Layout): Block => [
  line('assert!(size_of::<', type, '>() == ', size(layout.size), ');'),
  line('assert!(align_of::<', type, '>() == ', alignment(layout.align), ');'),
];
