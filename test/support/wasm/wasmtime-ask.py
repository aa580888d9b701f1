"""Asks components in wasmtime: each argument is a file, `=` and the function to call. Prints what is told, or `refused`."""

import sys

from wasmtime import Engine, Store, Trap, WasmtimeError
from wasmtime.component import Component, Linker

engine = Engine()

for argument in sys.argv[1:]:
    path, name = argument.split("=")
    store = Store(engine)
    instance = Linker(engine).instantiate(store, Component.from_file(engine, path))
    interface = instance.get_export_index(store, "test:hostile/asked")
    ask = instance.get_func(store, instance.get_export_index(store, name, interface))
    try:
        print(ask(store))
    except (Trap, WasmtimeError) as error:
        print("refused")
        print(error, file=sys.stderr)
