/** What functions are called in JavaScript: the names that the types say. */
import type { FunctionPlan, ScopePlan, WorldPlan } from '../../../abi/plan.js';
import { camelCase, NameScope } from '../../../emit/names.js';
import type { TypeDecl } from '../../../resolve/model.js';
import { itemsOf } from '../world-view.js';

export interface Members {
  /** Functions as members of their interface, resource or world. */
  readonly of: ReadonlyMap<FunctionPlan, string>;
  /** Exported interfaces as members of the world. */
  readonly ofWorld: ReadonlyMap<ScopePlan, string>;
}

/** The names of all functions of a world, and of its exported interfaces. */
export function functionMembers(plan: WorldPlan): Members {
  const functions = new Map<FunctionPlan, string>();
  const interfaces = new Map<ScopePlan, string>();
  const world = new NameScope();
  for (const scope of itemsOf(plan, 'export').interfaces) {
    interfaces.set(scope, world.take(camelCase(scope.path.name)));
  }
  for (const scope of plan.scopes) {
    const isWorld = scope.path.kind === 'world';
    const free = isWorld ? world : new NameScope();
    const resources = new ResourceScopes();
    for (const each of scope.functions) {
      const { form, name } = each.func;
      if (form.kind === 'constructor') continue;
      if (form.kind !== 'free') {
        functions.set(each, resources.of(form.resource)[form.kind].take(camelCase(name)));
      } else if (isWorld && scope.direction === 'import') functions.set(each, 'default');
      else functions.set(each, free.take(camelCase(name)));
    }
  }
  return { of: functions, ofWorld: interfaces };
}

/** Methods and static functions of a resource do not get in each other's way. */
class ResourceScopes {
  readonly #scopes = new Map<TypeDecl, Readonly<Record<'method' | 'static', NameScope>>>();

  of(resource: TypeDecl): Readonly<Record<'method' | 'static', NameScope>> {
    // What a class has under the name `prototype` cannot be a function.
    const scopes = this.#scopes.get(resource) ?? {
      method: new NameScope(),
      static: new NameScope(['prototype']),
    };
    this.#scopes.set(resource, scopes);
    return scopes;
  }
}
