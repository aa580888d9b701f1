/** Views of resources: classes for those who use them, interfaces for those who implement them. */
import type { Func, TypeDecl } from '../../resolve/model.js';
import { camelCase, NameScope } from '../../emit/names.js';
import {
  callableView,
  classMember,
  functionDocs,
  interfaceMember,
  parameterList,
  type CallableView,
  type FunctionContext,
} from './functions.js';
import type { ModuleText } from './module-text.js';
import { library } from './types.js';

type ConstructorView = { readonly docs: readonly string[]; readonly parameters: string };

/** What class and interfaces have in common. */
type Members = {
  readonly methods: readonly CallableView[];
  readonly statics: readonly CallableView[];
  /** The name of the method that gives the resource up. */
  readonly dispose: string;
  readonly construct: ConstructorView | undefined;
};

/** A resource that somebody else implements. */
export type ClassView = Members & { readonly disposable: string };

/** A resource that is to be implemented. */
export type ImplementationView = Members & { readonly instance: string; readonly statics_: string };

/** `functions` are those of the whole module. */
export function classView(decl: TypeDecl, functions: readonly Func[], text: ModuleText): ClassView {
  return {
    ...members(decl, functions, { text, role: 'used', methods: classMember, statics: classMember }),
    disposable: text.names.global('Disposable'),
  };
}

/** The same for a resource that is to be implemented. */
export function implementationView(
  decl: TypeDecl,
  functions: readonly Func[],
  text: ModuleText,
): ImplementationView {
  const names = text.names.resource(decl);
  return {
    ...members(decl, functions, {
      text,
      role: 'implemented',
      methods: interfaceMember,
      statics: interfaceMember,
    }),
    instance: names?.instance ?? '',
    statics_: names?.statics ?? '',
  };
}

/** Also how names are written that would mean something else. */
interface MemberContext extends FunctionContext {
  readonly methods: (name: string) => string;
  readonly statics: (name: string) => string;
}

function members(decl: TypeDecl, functions: readonly Func[], cx: MemberContext): Members {
  const { text } = cx;
  const own = functions.filter(({ form }) => form.kind !== 'free' && form.resource === decl);
  const views = (kind: 'method' | 'static', reserved: readonly string[]): readonly CallableView[] => {
    const names = new NameScope(reserved);
    const spell = kind === 'method' ? cx.methods : cx.statics;
    return own
      .filter(({ form }) => form.kind === kind)
      .map((func) => callableView(func, spell(names.take(camelCase(func.name))), cx));
  };
  const construct = own.find(({ form }) => form.kind === 'constructor');
  return {
    methods: views('method', []),
    // What a class has under this name cannot be a method.
    statics: views('static', ['prototype']),
    dispose: text.inline([library.disposable, `[${text.names.global('Symbol')}.dispose]`]),
    construct: construct && {
      docs: functionDocs(construct, text),
      parameters: text.inline(parameterList(construct, cx)),
    },
  };
}
