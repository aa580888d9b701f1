/* What programs of test/runtime ask, see check.h and calls.rs there. Linked into every component; counting.c knows more. */
#include <stdbool.h>
#include <stddef.h>

__attribute__((__weak__)) long wit_test_live_of_components(void);

long wit_test_live(void) { return wit_test_live_of_components ? wit_test_live_of_components() : 0; }
/* JavaScript copies everything that crosses. */
long wit_test_made(void) { return 0; }
bool wit_test_others_look(void) { return false; }
