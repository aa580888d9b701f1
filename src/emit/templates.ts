import Handlebars from 'handlebars';
import type { Json } from './view.js';

/** The templates of one backend by name: `header.hbs` is `header`, `partials/record.hbs` the partial `record`. */
export type TemplateFolder = ReadonlyMap<string, string>;

export type RenderTemplate = (name: string, view: Json) => string;

/**
 * Compiles a folder of templates. Handlebars is held to placing text: a missing name in `{{x}}` is
 * an error, text is never HTML-escaped, and no helper but the built-in blocks exists.
 *
 * The partial `lines` prints an array of lines; alone on its line it is indented as a block. Files of
 * `runtime/` are partials by their path and stand as they are, for languages that have one file.
 */
export function compileTemplates(folder: TemplateFolder): RenderTemplate {
  const engine = Handlebars.create();
  engine.registerPartial('lines', '{{#each this}}\n{{this}}\n{{/each}}\n');
  const options = { noEscape: true, strict: true, knownHelpersOnly: true };
  const compiled = new Map<string, Handlebars.TemplateDelegate>();
  for (const [path, text] of folder) {
    if (path.startsWith('runtime/')) engine.registerPartial(path, () => text);
    const name = /^(?:partials\/)?(.*)\.hbs$/.exec(path)?.[1];
    if (name === undefined) continue;
    if (path.startsWith('partials/')) engine.registerPartial(name, engine.compile(text, options));
    else compiled.set(name, engine.compile(text, options));
  }
  return (name, view) => {
    const template = compiled.get(name);
    if (!template) throw new Error(`no template named ${name}`);
    return withoutTrailingSpace(template(view));
  };
}

/** Blank lines inside an indented partial get the indentation; ours have none. */
function withoutTrailingSpace(text: string): string {
  return text.replace(/[ \t]+$/gm, '').replace(/\n*$/, '\n');
}
