/** What a template sees: data and nothing else. Declare views with `type`, not `interface`, so that they fit. */
export type Json =
  string | number | boolean | null | undefined | readonly Json[] | { readonly [key: string]: Json };
