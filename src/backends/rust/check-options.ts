/** Whether what options name is there. */
import type { ScopePlan, WorldPlan } from '../../abi/plan.js';
import type { Report } from '../../base/diagnostics.js';
import { decoratedName, qualifiedName, type TypeDecl } from '../../resolve/model.js';
import { reportUnused, type NamedParts } from '../check-names.js';
import { backendErrors } from '../errors.js';
import { checkLinking } from '../native-linking/linking-files.js';
import type { RustOptions } from './options.js';
import { scopeSelector, typeSelectors } from '../selectors.js';

/** Reports options that name what the world does not have, and interfaces that have to be mapped and are not. */
export function checkOptions(plan: WorldPlan, options: RustOptions, report: Report): void {
  for (const [option, parts] of Object.entries(namesIn(plan, options))) {
    reportUnused(option, parts, plan, report);
  }
  checkLinking(plan, options, report);
  if (!options.generateAll) checkMapped(plan, options, report);
}

function namesIn(
  plan: WorldPlan,
  options: RustOptions,
): Readonly<Partial<Record<keyof RustOptions, NamedParts>>> {
  const imports = plan.scopes.filter(({ direction }) => direction === 'import');
  const asked = new Set(plan.scopes.flatMap(mappable));
  const functions = plan.scopes.flatMap((scope) => scope.functions);
  const declared = plan.scopes.flatMap((scope) => scope.types.map((decl) => ({ decl, scope })));
  const attributed = declared.filter(({ decl }) => membersOf(decl) !== undefined);
  return {
    deriveIgnore: { names: options.deriveIgnore, known: declared.map(({ decl }) => decl.name) },
    typeAttribute: {
      names: options.typeAttribute.map(({ selector }) => selector),
      known: attributed.flatMap(({ decl, scope }) => typeSelectors(decl, scope)),
    },
    memberAttribute: {
      names: options.memberAttribute.map(({ selector }) => selector),
      known: attributed.flatMap(({ decl, scope }) =>
        typeSelectors(decl, scope).flatMap((type) =>
          (membersOf(decl) ?? []).map((member) => `${type}.${member}`),
        ),
      ),
    },
    with: {
      // Everything can be asked for; only imports can be found elsewhere.
      names: options.with
        .filter(({ key, path }) => path !== undefined || !asked.has(key))
        .map(({ key }) => key),
      known: imports.flatMap(mappable),
    },
    skip: { names: options.skip, known: functions.map(({ func }) => decoratedName(func)) },
  };
}

/** The names of fields or cases of a type that can have attributes. */
function membersOf({ definition }: TypeDecl): readonly string[] | undefined {
  switch (definition.kind) {
    case 'record':
      return definition.fields.map(({ name }) => name);
    case 'variant':
    case 'enum':
      return definition.cases.map(({ name }) => name);
    default:
      return undefined;
  }
}

/** What of a scope can be found elsewhere: the whole, and each type that it declares itself. */
function mappable(scope: ScopePlan): readonly string[] {
  const whole = scopeSelector(scope);
  const own = scope.types.filter(({ definition }) => definition.kind !== 'alias');
  return [...(whole === undefined ? [] : [whole]), ...own.flatMap((decl) => typeSelectors(decl, scope))];
}

function checkMapped(plan: WorldPlan, options: RustOptions, report: Report): void {
  const mapped = new Set(options.with.map(({ key }) => key));
  for (const { direction, owner, path } of plan.scopes) {
    if (direction !== 'import' || path.kind !== 'interface') continue;
    const name = qualifiedName(owner);
    if (owner.package === plan.world.package || mapped.has(name)) continue;
    report(backendErrors.mappingMissing, plan.world.origin, { name });
  }
}
