/** Rows as a file to download, CSV or XLSX as the address says (`?kind=xlsx`). */
import { tableTypes, writeTable } from '#modules/catalogue';
import type { TableKind } from '#modules/catalogue';

export async function tableFile(url: URL, name: string, lines: readonly (readonly string[])[]): Promise<Response> {
  const kind: TableKind = url.searchParams.get('kind') === 'xlsx' ? 'xlsx' : 'csv';
  const safe = name.replace(/[^\w.-]+/g, '-').slice(0, 80) || 'goods';
  return new Response(new Uint8Array(await writeTable(kind, lines)), {
    headers: {
      'content-type': tableTypes[kind],
      'content-disposition': `attachment; filename="${safe}.${kind}"`,
      'cache-control': 'private, no-store',
    },
  });
}
