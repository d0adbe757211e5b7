/** Paper: a Typst source and what is to be printed become a PDF. The fonts are ours, so that every machine prints the same. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

const require = createRequire(import.meta.url);

/** Where each font's files lie: beside the main file of its package. All are under the Open Font License. */
const fonts = (): (readonly [string, string, string])[] => [
  [require.resolve('@embedpdf/fonts-latin'), '../fonts/NotoSans-Regular.ttf', '../fonts/NotoSans-Bold.ttf'],
  [
    require.resolve('@embedpdf/fonts-arabic'),
    '../fonts/NotoNaskhArabic-Regular.ttf',
    '../fonts/NotoNaskhArabic-Bold.ttf',
  ],
  [
    require.resolve('@embedpdf/fonts-hebrew'),
    '../fonts/NotoSansHebrew-Regular.ttf',
    '../fonts/NotoSansHebrew-Bold.ttf',
  ],
  [require.resolve('@embedpdf/fonts-sc'), '../fonts/NotoSansHans-Regular.otf', '../fonts/NotoSansHans-Bold.otf'],
  [require.resolve('@embedpdf/fonts-jp'), '../fonts/NotoSansJP-Regular.otf', '../fonts/NotoSansJP-Bold.otf'],
  [
    require.resolve('@expo-google-fonts/nanum-gothic'),
    '400Regular/NanumGothic_400Regular.ttf',
    '700Bold/NanumGothic_700Bold.ttf',
  ],
  [
    require.resolve('@expo-google-fonts/noto-sans-thai'),
    '400Regular/NotoSansThai_400Regular.ttf',
    '700Bold/NotoSansThai_700Bold.ttf',
  ],
];

/** As Typst knows them, in the order in which they are tried for each letter. */
const families = [
  'Noto Sans',
  'Noto Naskh Arabic',
  'Noto Sans Hebrew',
  'Noto Sans S Chinese',
  'Noto Sans Japanese',
  'NanumGothic',
  'Noto Sans Thai',
];

/** For a reader of the language: Japanese has signs in common with Chinese, and writes some of them otherwise. */
export const familiesFor = (language: string): string[] =>
  /^ja\b/.test(language) ? ['Noto Sans', 'Noto Sans Japanese', ...families] : families;

let press: Promise<NodeCompiler> | undefined;

/** Loaded when the first paper is printed: the fonts are large, and most processes print none. */
async function openPress(): Promise<NodeCompiler> {
  const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler');
  const fontBlobs = fonts().flatMap(([main, ...files]) => files.map((file) => readFileSync(join(dirname(main), file))));
  return NodeCompiler.create({ fontArgs: [{ fontBlobs }] });
}

/** Prints a source; what it is told stands in `sys.inputs`, as text. The same input gives the same paper. */
export async function print(source: string, inputs: Record<string, string>, at: Date): Promise<Uint8Array> {
  press ??= openPress();
  const compiler = await press;
  const printed = compiler.compile({ mainFileContent: source, inputs });
  const paper = printed.result;
  if (!paper) {
    const problem = printed.takeDiagnostics();
    throw new Error(`This cannot be printed: ${JSON.stringify(problem?.shortDiagnostics ?? [])}`);
  }
  const pdf = compiler.pdf(paper, { creationTimestamp: Math.floor(at.getTime() / 1000) });
  // Typst keeps what it laid out; papers seldom come again.
  compiler.evictCache(2);
  return pdf;
}
