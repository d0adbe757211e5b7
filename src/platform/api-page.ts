/** The API as a page to read: every door with who may, what goes in, what comes out. Made from the OpenAPI document alone. */

interface Schema {
  type?: string | string[];
  format?: string;
  description?: string;
  pattern?: string;
  enum?: unknown[];
  const?: unknown;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  anyOf?: Schema[];
  additionalProperties?: boolean | Schema;
  minimum?: number;
  maximum?: number;
  maxLength?: number;
}

interface Operation {
  summary?: string;
  tags?: string[];
  security?: object[];
  parameters?: { name: string; in: string; required?: boolean; schema?: Schema }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
  responses?: Record<string, { content?: Record<string, { schema: Schema }> }>;
}

interface Document {
  info: { title: string; version: string; description?: string };
  paths: Record<string, Record<string, Operation>>;
}

function safe(text: unknown): string {
  return String(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function kindOf(schema: Schema | undefined): string {
  if (!schema) return '';
  if (schema.anyOf) return schema.anyOf.map(kindOf).join(' or ');
  if (schema.enum) return schema.enum.map(String).join(' | ');
  if (schema.const !== undefined) return String(schema.const);
  if (schema.type === 'array') return `list of ${kindOf(schema.items)}`;
  if (schema.description === 'UUID') return 'UUID';
  return `${String(schema.type ?? 'anything')}${schema.format ? ` (${schema.format})` : ''}`;
}

function rows(schema: Schema | undefined, prefix = ''): string {
  const inner = schema?.type === 'array' ? schema.items : schema;
  return Object.entries(inner?.properties ?? {})
    .map(([name, one]) => {
      const needed = inner?.required?.includes(name) ? '' : ' <span class="may">may be left out</span>';
      const row = `<tr><td><code>${safe(prefix + name)}</code>${needed}</td><td>${safe(kindOf(one))}</td><td>${safe(one.description === 'UUID' ? '' : (one.description ?? ''))}</td></tr>`;
      return row + rows(one, `${prefix}${name}${one.type === 'array' ? '[]' : ''}.`);
    })
    .join('');
}

function table(title: string, schema: Schema | undefined): string {
  const body = rows(schema);
  return body ? `<h4>${title}</h4><div class="wide"><table><tbody>${body}</tbody></table></div>` : '';
}

function parametersOf(operation: Operation): Schema {
  const shown = (operation.parameters ?? []).filter((one) => one.in !== 'header');
  return {
    properties: Object.fromEntries(shown.map((one) => [one.name, one.schema ?? {}])),
    required: shown.filter((one) => one.required).map((one) => one.name),
  };
}

function door(path: string, method: string, operation: Operation): string {
  const id = `${method}-${path}`.replaceAll(/[^a-z0-9]+/gi, '-');
  const body = operation.requestBody?.content['application/json']?.schema;
  const answer = operation.responses?.['200']?.content?.['application/json']?.schema;
  return `<article id="${safe(id)}"><h3><span class="${safe(method)}">${safe(method.toUpperCase())}</span> <code>${safe(path)}</code></h3>
<p>${safe(operation.summary ?? '')} <em>${operation.security ? 'Needs a session or an API key.' : 'Open to anybody.'}</em></p>
${table('In the path and the query', parametersOf(operation))}${table('Body', body)}${table('Answer', answer)}</article>`;
}

export function apiPage(document: Document): string {
  const byModule = new Map<string, string[]>();
  for (const [path, methods] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      const tag = operation.tags?.[0] ?? 'other';
      byModule.set(tag, [...(byModule.get(tag) ?? []), door(path, method, operation)]);
    }
  }
  const sections = [...byModule].map(
    ([tag, doors]) => `<section id="${safe(tag)}"><h2>${safe(tag)}</h2>${doors.join('')}</section>`,
  );
  const contents = [...byModule].map(
    ([tag, doors]) => `<a href="#${safe(tag)}">${safe(tag)} <small>${doors.length}</small></a>`,
  );
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${safe(document.info.title)} API</title><style>${style}</style></head><body><header><h1>${safe(document.info.title)} API <small>v${safe(document.info.version)}</small></h1>
<p>${safe(document.info.description ?? '')}</p><p>The same for machines: <a href="/api/openapi.json">OpenAPI 3.1</a>. A refusal answers with <code>{"error": {"no": "…", "says": "…"}}</code>; <code>no</code> is stable.</p>
<nav aria-label="Departments">${contents.join('')}</nav></header><main>${sections.join('')}</main></body></html>`;
}

const style = `:root{color-scheme:light dark;--ink:#10243E;--page:#F7F5F0;--paper:#fff;--muted:#51606F;--line:#E2DDD2;--sea:#14597A}
@media(prefers-color-scheme:dark){:root{--ink:#E9EEF3;--page:#0B1726;--paper:#12233A;--muted:#9FB0C0;--line:#23374F;--sea:#7CC4E2}}
body{margin:0 auto;max-inline-size:60rem;padding:24px 16px;background:var(--page);color:var(--ink);font:16px/1.5 system-ui,sans-serif}
a{color:var(--sea)}nav{display:flex;flex-wrap:wrap;gap:8px 16px}h1,h2,h3{line-height:1.25;font-weight:650}h2{margin-block:48px 16px;text-transform:capitalize}
article{background:var(--paper);border:1px solid var(--line);border-radius:10px;padding:4px 16px 16px;margin-block-end:16px}h3{font-size:16px;overflow-wrap:anywhere}h4{font-size:14px;margin-block:16px 4px}
.wide{overflow-x:auto}table{border-collapse:collapse;inline-size:100%;font-size:14px}td{border-block-start:1px solid var(--line);padding:4px 12px 4px 0;vertical-align:top}
h3 span{color:var(--sea)}.may,em,small{color:var(--muted);font-style:normal;font-size:14px}`;
