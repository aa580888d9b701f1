/** What linking knows about all packages so far. */
import type { Report } from '../base/diagnostics.js';
import type { Span } from '../base/source.js';
import type { PackagePath, UsePath } from '../syntax/ast.js';
import type { Draft } from './draft.js';
import { errors } from './errors.js';
import type { Features } from './gates.js';
import { isTypedef } from './item-kinds.js';
import {
  type Interface,
  type Ledger,
  type Package,
  packageNameText,
  type TypeDecl,
  type World,
} from './model.js';
import type { PackageUnit } from './packages.js';
import type { TypeScope } from './scope.js';

/** A package whose items can be found by name; some may not be filled yet. */
export interface LinkedPackage {
  readonly package: Package;
  readonly origin: PackagePath;
  readonly items: ReadonlyMap<string, Interface | World>;
  /** Whether it may have items that are not known, because its text has mistakes. */
  readonly isIncomplete: boolean;
  /** Worlds of other packages that a top-level `use` takes for interfaces, and where it does. */
  readonly takenForInterfaces: Map<World, Span>;
  /** The ledger of the package, to be continued. */
  readonly ledger: Draft<Ledger>;
}

/** Who refers to something: it is named where it refers to what is left out. */
export interface Referrer {
  readonly name: string;
  readonly span: Span;
  /** False for what is left out itself: it may refer to anything. */
  readonly isEnabled: boolean;
}

/** Paths and names of packages that were cut out of a circle. */
export type CutPaths = Set<UsePath | PackagePath>;

/** The state of linking, shared by all packages. */
export class Program {
  readonly packages = new Map<string, LinkedPackage>();
  /** All packages that were read, linked or not: for suggestions. */
  readonly units: PackageUnit[] = [];
  readonly typeScopes = new Map<Interface, TypeScope>();
  /** The circle is reported; what these would bring is unknown. */
  readonly cutPaths: CutPaths = new Set();
  /** Whether there are packages that could not be read or whose name is not known. */
  hasUnknownPackages = false;
  /** Of these some names may not be known, because their text has mistakes. */
  readonly incomplete = new Set<Interface | World>();
  #suggestionsLeft = 110;
  readonly #missingFeatures = new Map<Interface | World | TypeDecl, string>();

  constructor(
    readonly features: Features,
    readonly report: Report,
  ) {}

  /** Makes a hint. Nobody reads more than a hundred, and looking for what was meant is slow. */
  suggest<Suggestion>(make: () => Suggestion | undefined): Suggestion | undefined {
    return this.#suggestionsLeft-- > 0 ? make() : undefined;
  }

  /** The interfaces of a package that declare a type, linked or not. */
  interfacesWithType(name: string, { name: owner }: Package): readonly string[] {
    const unit = this.units.find(({ name: own }) => packageNameText(own) === packageNameText(owner));
    const items = unit?.sources.flatMap((source) => source.items) ?? [];
    return items.flatMap((item) =>
      item.kind === 'interface' && item.items.some((inner) => isTypedef(inner) && inner.name.text === name)
        ? [item.name.text]
        : [],
    );
  }

  /** Notes that something is left out because a feature is off. */
  exclude(item: Interface | World | TypeDecl, feature: string | undefined): void {
    if (feature !== undefined) this.#missingFeatures.set(item, feature);
  }

  isExcluded(item: Interface | World | TypeDecl): boolean {
    return this.#missingFeatures.has(item);
  }

  /** Reports a reference from something that is there to something that is left out. */
  requireEnabled(item: Interface | World | TypeDecl, what: string, referrer: Referrer): boolean {
    const feature = this.#missingFeatures.get(item);
    if (feature === undefined || !referrer.isEnabled) return true;
    const hint = `give the reference the same \`@unstable(feature = ${feature})\`, or switch the feature on`;
    const related = [{ span: item.origin, message: 'this is left out' }];
    const values = { referrer: referrer.name, item: `${what} \`${item.name}\``, feature };
    this.report(errors.gatedReference, referrer.span, values, { hint, related });
    return false;
  }
}
