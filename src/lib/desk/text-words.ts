/** Where a text stands, in words: the files of messages/, and the letters. */
import { t } from '#lib/words/words.ts';

const areas = ['names', 'common', 'desk', 'goods', 'letters', 'refusal', 'seller', 'shop', 'store', 'talk'] as const;

export function areaText(area: string): string {
  const known = areas.find((one) => one === area);
  return known ? t(`desk.texts.area.${known}`) : area;
}
