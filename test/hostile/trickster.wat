;; World trickster of hostile.wit, honest as it stands here. A test puts something else in the place of a function.
(module
  (import "test:hostile/things" "[constructor]thing" (func $new-thing (param i32) (result i32)))
  (import "test:hostile/things" "[method]thing.number" (func $number (param i32) (result i32)))
  (import "test:hostile/things" "[resource-drop]thing" (func $drop-thing (param i32)))
  (import "test:hostile/things" "[constructor]lamp" (func $new-lamp (result i32)))
  (import "test:hostile/things" "[resource-drop]lamp" (func $drop-lamp (param i32)))
  (import "test:hostile/things" "take" (func $take (param i32)))
  (import "test:hostile/things" "look" (func $look (param i32)))
  (import "test:hostile/things" "name" (func $name (param i32)))
  (import "test:hostile/things" "call" (func $call))
  (import "[export]test:hostile/tricks" "[resource-new]coin" (func $new-coin (param i32) (result i32)))
  (import "[export]test:hostile/tricks" "[resource-rep]coin" (func $coin (param i32) (result i32)))
  (import "[export]test:hostile/tricks" "[resource-drop]coin" (func $drop-coin (param i32)))
  (memory (export "memory") 1)
  (global $next (mut i32) (i32.const 1024))
  (global $kept (mut i32) (i32.const 0))
  (func (export "cabi_realloc") (param $old i32) (param $size i32) (param $align i32) (param $wanted i32) (result i32)
    (local $block i32)
    ;; realloc:
    (local.set $block (i32.and (i32.add (global.get $next) (i32.const 7)) (i32.const -8)))
    (global.set $next (i32.add (local.get $block) (local.get $wanted)))
    (local.get $block)
    ;; end
  )
  (func (export "test:hostile/tricks#run")
    (local $thing i32)
    ;; run:
    (local.set $thing (call $new-thing (i32.const 5)))
    (if (i32.ne (call $number (local.get $thing)) (i32.const 5)) (then unreachable))
    (call $look (local.get $thing))
    (call $take (local.get $thing))
    (call $name (i32.const 64))
    ;; end
  )
  (func (export "test:hostile/tricks#lend") (param $thing i32)
    ;; lend:
    (call $look (local.get $thing))
    (call $drop-thing (local.get $thing))
    ;; end
  )
  (func (export "test:hostile/tricks#give") (result i32)
    ;; give:
    (call $new-thing (i32.const 6))
    ;; end
  )
  (func (export "test:hostile/tricks#[constructor]coin") (param $number i32) (result i32)
    (call $new-coin (local.get $number))
  )
  (func (export "test:hostile/tricks#[method]coin.number") (param $coin i32) (result i32)
    (local.get $coin)
  )
  (func (export "test:hostile/tricks#[dtor]coin") (param $coin i32)
    ;; end-coin:
    ;; end
  )
  (func (export "test:hostile/tricks#mint") (result i32)
    ;; mint:
    (call $new-coin (i32.const 8))
    ;; end
  )
  (func (export "test:hostile/tricks#spend") (param $coin i32)
    ;; spend:
    (if (i32.eqz (call $coin (local.get $coin))) (then unreachable))
    (call $drop-coin (local.get $coin))
    ;; end
  )
  (func (export "test:hostile/tricks#swap") (param $coin i32) (param $list i32) (param $count i32) (result i32)
    ;; swap:
    (call $drop-coin (i32.load (local.get $list)))
    (local.get $coin)
    ;; end
  )
  (func (export "test:hostile/tricks#read") (param i32 i32)
    ;; read:
    ;; end
  )
  (func (export "test:hostile/tricks#write") (result i32)
    ;; write:
    (i32.store (i32.const 32) (i32.const 48))
    (i32.store (i32.const 36) (i32.const 0))
    (i32.const 32)
    ;; end
  )
  (func (export "cabi_post_test:hostile/tricks#write") (param i32)
    ;; after-write:
    ;; end
  )
)
