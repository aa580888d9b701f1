import { invariant } from '../base/invariant.js';
import type { RenderTemplate, TemplateFolder } from './templates.js';
import type { Json } from './view.js';

/** A file of the output. `if-missing` files are written once and belong to the user from then on. */
export interface GeneratedFile {
  readonly path: string;
  readonly content: string;
  readonly write: 'always' | 'if-missing';
}

/** Where a backend puts its files. Paths are relative to the output folder and use `/`. */
export interface Output {
  /**
   * A file made from a template of the backend's folder and a view of the same shape. `finish` is what is done to the whole
   * text then.
   */
  template(
    path: string,
    template: string,
    view: Json,
    write?: GeneratedFile['write'],
    finish?: (text: string) => string,
  ): void;
  /** A support file copied as it stands from `runtime/` of the backend's folder, into a folder that ends in `/`. */
  runtime(name: string, folder?: string): void;
  /** A file whose text is already complete. */
  text(path: string, content: string): void;
}

/** Collects what a backend emits; two files of one path are a mistake of the backend. */
export class OutputCollector implements Output {
  readonly #files = new Map<string, GeneratedFile>();

  constructor(
    private readonly folder: TemplateFolder,
    private readonly render: RenderTemplate,
  ) {}

  template(
    path: string,
    template: string,
    view: Json,
    write: GeneratedFile['write'] = 'always',
    finish = (text: string): string => text,
  ): void {
    this.#add({ path, content: finish(this.render(template, view)), write });
  }

  runtime(name: string, folder = ''): void {
    const content = this.folder.get(`runtime/${name}`);
    invariant(content !== undefined, `a runtime file named ${name}`);
    this.#add({ path: `${folder}${name}`, content, write: 'always' });
  }

  text(path: string, content: string): void {
    this.#add({ path, content, write: 'always' });
  }

  /** Everything emitted, sorted by path. */
  get files(): readonly GeneratedFile[] {
    return [...this.#files.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  #add(file: GeneratedFile): void {
    invariant(!this.#files.has(file.path), `one file named ${file.path}, not two`);
    this.#files.set(file.path, file);
  }
}
