/** The report of a replay: the data's figures beside the house's, what differs and why, and the proof that the books hold. */
import type { House } from '#platform/house';
import { proofText } from './proof-text.ts';
import { boletos, byType, differences, earned, instalments } from './report-money.ts';
import { byState, late, ofSeveralStores, repaired, withoutGoods, withoutPayment } from './report-orders.ts';
import type { Section, Told } from './report-orders.ts';
import { see } from './seen.ts';
import type { Stage } from './stage.ts';
import type { Story } from './story.ts';
import { count } from './words.ts';

export interface Report {
  lines: string[];
  /** Nothing is left unexplained, and the books hold. */
  ok: boolean;
}

const sections: ((told: Told) => Section)[] = [
  byState,
  byType,
  differences,
  instalments,
  boletos,
  late,
  withoutPayment,
  withoutGoods,
  ofSeveralStores,
  repaired,
  earned,
];

export async function reportOf(
  house: House,
  { placed, refused, market }: Stage,
  stories: readonly Story[],
): Promise<Report> {
  const told: Told = { stories, placed, refused, seen: await see(house) };
  const written = sections.map((section) => section(told));
  const { proof, troubles } = told.seen;
  const wrong = [...written.flatMap((section) => section.wrong), ...troubles, ...proof.problems];
  const stand =
    market.withoutSize > 0
      ? [
          `${count(market.withoutSize)} listings (stand-ins among them) have no weight or size: a gram and a millimetre were taken.`,
        ]
      : [];
  return {
    ok: wrong.length === 0,
    lines: [
      ...written.filter(({ lines }) => lines.length > 0).flatMap(({ title, lines }) => headed(title, lines)),
      ...headed('The proof', [...proofText(proof), ...stand]),
      ...headed(
        wrong.length === 0 ? 'Everything is explained, and the books hold.' : 'Not explained',
        wrong.slice(0, 200),
      ),
    ],
  };
}

const headed = (title: string, lines: string[]): string[] => [
  '',
  title,
  ...(lines.length > 0 ? ['═'.repeat([...title].length)] : []),
  ...lines,
];
