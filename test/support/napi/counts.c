/* Asks addons how many allocations of theirs are alive, as malloc-count.c says in each of them. */
#include <dlfcn.h>
#include <node_api.h>

static napi_value live_allocations(napi_env env, napi_callback_info info) {
  napi_value path = NULL;
  size_t count = 1;
  char text[4096];
  napi_get_cb_info(env, info, &count, &path, NULL, NULL);
  napi_get_value_string_utf8(env, path, text, sizeof text, NULL);
  void *library = dlopen(text, RTLD_LAZY | RTLD_NOLOAD);
  long (*live)(void) = library ? (long (*)(void))dlsym(library, "wit_test_live_allocations") : NULL;
  napi_value number = NULL;
  napi_create_int64(env, live ? live() : -1, &number);
  return number;
}

NAPI_MODULE_INIT() {
  napi_value function = NULL;
  napi_create_function(env, "liveAllocations", NAPI_AUTO_LENGTH, live_allocations, NULL, &function);
  napi_set_named_property(env, exports, "liveAllocations", function);
  return exports;
}
