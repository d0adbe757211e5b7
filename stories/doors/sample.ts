/** An input that a door's shape takes, made from the shape alone. What it says matters little: the door asks first who says it. */
interface Shape {
  type?: string | string[];
  const?: unknown;
  enum?: unknown[];
  anyOf?: Shape[];
  properties?: Record<string, Shape>;
  required?: string[];
  items?: Shape | Shape[];
  minItems?: number;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  format?: string;
  pattern?: string;
  default?: unknown;
}

const byPattern: Readonly<Record<string, string>> = {
  '^[A-Z]{3}$': 'CNY',
  '^[A-Z]{2}$': 'CN',
  '^([A-Z]{2}|\\*)$': '*',
  '^([A-Z]{3}|\\*)$': '*',
};
const byFormat: Readonly<Record<string, string>> = {
  date: '2026-03-02',
  'date-time': '2027-03-02T09:00:00Z',
};

export function sampleOf(shape: Shape): unknown {
  if (shape.const !== undefined) return shape.const;
  if (shape.enum) return shape.enum[0];
  if (shape.default !== undefined) return shape.default;
  if (shape.anyOf) return sampleOf(shape.anyOf[0]!);
  const type = Array.isArray(shape.type) ? shape.type[0] : shape.type;
  if (type === 'object' || shape.properties) {
    const needed = new Set(shape.required ?? []);
    const entries = Object.entries(shape.properties ?? {}).filter(([name]) => needed.has(name));
    return Object.fromEntries(entries.map(([name, inner]) => [name, sampleOf(inner)]));
  }
  if (type === 'array') {
    const inner = Array.isArray(shape.items) ? shape.items[0] : shape.items;
    return Array.from({ length: shape.minItems ?? 0 }, () => sampleOf(inner ?? {}));
  }
  if (type === 'integer' || type === 'number') return Math.max(shape.minimum ?? 1, 1);
  if (type === 'boolean') return false;
  if (type === 'null') return null;
  return textOf(shape);
}

function textOf({ format, pattern, minLength = 1, maxLength }: Shape): string {
  if (maxLength === 2) return 'CN';
  if (maxLength === 3) return 'CNY';
  if (format && byFormat[format]) return byFormat[format];
  if (pattern?.includes('[0-9a-f]{8}')) return '01900000-0000-7000-8000-000000000000';
  if (pattern && byPattern[pattern]) return byPattern[pattern];
  return 'x'.repeat(Math.max(minLength, 3));
}
