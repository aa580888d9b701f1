"""Calls the function `run` of components in wasmtime, twice each. What goes wrong is the error of this program."""

import sys

from wasmtime import Config, Engine, Store
from wasmtime.component import Component, Linker

config = Config()
config.wasm_component_model_map = True
engine = Engine(config)

for path in sys.argv[1:]:
    store = Store(engine)
    instance = Linker(engine).instantiate(store, Component.from_file(engine, path))
    run = instance.get_func(store, "run")
    for _ in range(2):
        run(store)
        run.post_return(store)
