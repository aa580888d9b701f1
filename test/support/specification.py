"""Asks the specification's reference code (design/mvp/canonical-abi/definitions.py) about types and values.

Reads a JSON list of questions from standard input and writes a JSON list of answers. argv[1] is the folder of
definitions.py, argv[2] the type of addresses, `i32` or `i64`. test/support/specification.ts says what the
questions are.
"""

import json
import struct
import sys

sys.path.insert(0, sys.argv[1])
sys.dont_write_bytecode = True
import definitions as spec  # noqa: E402

ADDRESSES = sys.argv[2]
POINTER_BYTES = spec.ptr_size(ADDRESSES)
FIRST_ADDRESS = 1024
RUBBISH = 0xA5

# Every NaN is the canonical one.
spec.DETERMINISTIC_PROFILE = True

PRIMITIVES = {
    "bool": spec.BoolType, "u8": spec.U8Type, "s8": spec.S8Type, "u16": spec.U16Type, "s16": spec.S16Type,
    "u32": spec.U32Type, "s32": spec.S32Type, "u64": spec.U64Type, "s64": spec.S64Type, "f32": spec.F32Type,
    "f64": spec.F64Type, "char": spec.CharType, "string": spec.StringType,
}

RESOURCE = spec.ResourceType(None)


def type_of(text):
    """A type of the reference code's."""
    if text is None:
        return None
    if isinstance(text, str):
        return PRIMITIVES[text]()
    kind, *rest = text
    if kind == "list":
        return spec.ListType(type_of(rest[0]), rest[1] if len(rest) > 1 else None)
    if kind == "map":
        return spec.MapType(type_of(rest[0]), type_of(rest[1]))
    if kind == "tuple":
        return spec.TupleType([type_of(each) for each in rest])
    if kind == "option":
        return spec.OptionType(type_of(rest[0]))
    if kind == "result":
        return spec.ResultType(type_of(rest[0]), type_of(rest[1]))
    if kind == "record":
        return spec.RecordType([spec.FieldType(name, type_of(each)) for name, each in rest])
    if kind == "variant":
        return spec.VariantType([spec.CaseType(name, type_of(each)) for name, each in rest])
    if kind == "enum":
        return spec.EnumType(rest)
    if kind == "flags":
        return spec.FlagsType(rest)
    if kind == "own":
        return spec.OwnType(RESOURCE)
    raise ValueError(kind)


def decoded(text, t):
    """A value of the reference code's: integers come as texts, floats as texts of their bits."""
    t = spec.despecialize(t)
    match t:
        case spec.BoolType():
            return text
        case spec.F32Type():
            return struct.unpack("<f", struct.pack("<I", int(text)))[0]
        case spec.F64Type():
            return struct.unpack("<d", struct.pack("<Q", int(text)))[0]
        case spec.CharType():
            return text
        case spec.StringType():
            return (text, "utf8", len(text.encode("utf-8")))
        case spec.PrimValType() | spec.OwnType():
            return int(text)
        case spec.ListType(element):
            return [decoded(each, element) for each in text]
        case spec.RecordType(fields):
            return {f.label: decoded(each, f.t) for f, each in zip(fields, text)}
        case spec.VariantType(cases):
            label, payload = text
            [chosen] = [c for c in cases if c.label == label]
            return {label: None if chosen.t is None else decoded(payload, chosen.t)}
        case spec.FlagsType(labels):
            return {label: label in text for label in labels}
    raise ValueError(t)


def encoded(value, t):
    """The reverse of `decoded`. Of equal keys of a map the last counts."""
    if isinstance(t, spec.MapType):
        entries = [encoded(each, spec.TupleType([t.k, t.v])) for each in value]
        return [list(each) for each in {json.dumps(key): (key, entry) for key, entry in entries}.values()]
    t = spec.despecialize(t)
    match t:
        case spec.BoolType() | spec.CharType():
            return value
        case spec.F32Type() | spec.F64Type():
            return str(bits_of(value, "f32" if isinstance(t, spec.F32Type) else "f64"))
        case spec.StringType():
            return value[0]
        case spec.PrimValType() | spec.OwnType():
            return str(value)
        case spec.ListType(element):
            return [encoded(each, element) for each in value]
        case spec.RecordType(fields):
            return [encoded(value[f.label], f.t) for f in fields]
        case spec.VariantType(cases):
            [(label, payload)] = value.items()
            [chosen] = [c for c in cases if c.label == label]
            return [label, None if chosen.t is None else encoded(payload, chosen.t)]
        case spec.FlagsType(labels):
            return [label for label in labels if value[label]]
    raise ValueError(t)


def bits_of(value, core):
    if core == "f32":
        return struct.unpack("<I", struct.pack("<f", value))[0]
    if core == "f64":
        return struct.unpack("<Q", struct.pack("<d", value))[0]
    return value


class Context(spec.LiftLowerContext):
    """An allocator that never uses an address again, with a byte of nobody's behind each block."""

    def __init__(self, size):
        memory = spec.MemInst(bytearray(size), ADDRESSES)
        super().__init__(spec.CanonicalOptions(memory=memory), spec.ComponentInstance(None))
        self.end = FIRST_ADDRESS

    def reallocate(self, old, old_byte_length, alignment, new_byte_length):
        assert old == 0 and old_byte_length == 0
        if new_byte_length == 0:
            return alignment
        start = spec.align_to(self.end, alignment)
        self.end = start + new_byte_length + 1
        self.opts.memory.bytes[start:start + new_byte_length] = bytes([RUBBISH]) * new_byte_length
        return start


def lifted(cx, cores, flat, types):
    bits = [int(each) for each in cores]
    floats = {"f32": ("<I", "<f"), "f64": ("<Q", "<d")}
    values = [
        struct.unpack(floats[core][1], struct.pack(floats[core][0], each))[0] if core in floats else each
        for core, each in zip(flat, bits)
    ]
    try:
        results = spec.lift_flat_values(cx, spec.MAX_FLAT_PARAMS, spec.CoreValueIter(values), types)
    except spec.Trap:
        return "trap"
    return [encoded(value, t) for value, t in zip(results, types)]


def answer(question):
    types = [type_of(each) for each in question["types"]]
    values = [decoded(each, t) for each, t in zip(question["values"], types)]
    cx = Context(question["memory"])
    flat = spec.flatten_types(types, cx.opts)
    cores = spec.lower_flat_values(cx, spec.MAX_FLAT_PARAMS, values, types)
    passed = flat if len(flat) <= spec.MAX_FLAT_PARAMS else [ADDRESSES]
    bits = [str(bits_of(each, core)) for each, core in zip(cores, passed)]
    memory = cx.opts.memory.bytes[FIRST_ADDRESS:cx.end].hex()
    place, change = question["damage"]
    if cx.end > FIRST_ADDRESS:
        cx.opts.memory.bytes[FIRST_ADDRESS + place % (cx.end - FIRST_ADDRESS)] ^= change
    handles = [list(cx.inst.handles.array), list(cx.inst.handles.free)]
    damaged = lifted(cx, bits, passed, types)
    cx.inst.handles.array, cx.inst.handles.free = handles
    function = spec.FuncType([("p", t) for t in types], types[:1])
    signatures = [spec.flatten_functype(cx.opts, function, context) for context in ("lower", "lift")]
    return {
        "layouts": [[spec.elem_size(t, ADDRESSES), spec.alignment(t, ADDRESSES)] for t in types],
        "flat": [spec.flatten_type(t, cx.opts) for t in types],
        "cores": bits,
        "memory": memory,
        "damaged": damaged,
        "signatures": [[each.params, each.results] for each in signatures],
    }


json.dump([answer(question) for question in json.load(sys.stdin)], sys.stdout)
