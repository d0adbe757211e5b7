/** What Ana asks about Mei's goods in the last weeks: one answer is there, two questions wait for Mei this morning. */
import { answerQuestion, askQuestion } from '#modules/messaging';
import { must } from '#kernel/result';
import type { Actor } from '#platform/actor';
import { shelfOf } from '../simulate/buyer.ts';
import type { Play } from '../simulate/simulate.ts';

const day = 86_400_000;

interface Asked {
  daysAgo: number;
  text: string;
  /** What Mei says within the hour. */
  answer?: string;
}

const asked: readonly Asked[] = [
  {
    daysAgo: 12.3,
    text: 'A tampa sai para lavar? E pode ir à lava-louças?',
    answer:
      'Sim, a tampa sai com um quarto de volta. Tampa e filtro podem ir à lava-louças; o corpo, melhor lavar à mão.',
  },
  {
    daysAgo: 0.8,
    text: 'A tampa fecha bem? Quero levar sopa para o trabalho, e a minha panela antiga sempre vazava na bolsa.',
  },
  { daysAgo: 0.3, text: 'Funciona em fogão de indução?' },
];

export function planQuestions(play: Play, { ana, mei, end }: { ana: Actor; mei: Actor; end: Date }): void {
  const start = play.street.house.clock.now();
  for (const [n, one] of asked.entries()) {
    const at = new Date(end.getTime() - one.daysAgo * day);
    if (at > start) play.agenda.at(at, 'Ana asks Mei', () => asks(play, { ana, mei, one, n }));
  }
}

async function asks(
  play: Play,
  { ana, mei, one, n }: { ana: Actor; mei: Actor; one: Asked; n: number },
): Promise<void> {
  const { street } = play;
  const { store } = mei.stores[0]!;
  const card = (await shelfOf(play, ana, 'pt-BR')).filter((card) => card.store === store)[n];
  if (!card) return;
  const { product } = card;
  const { question } = must(
    await street.does(`Ana asks ${n}`, ana, askQuestion, { product, text: one.text, locale: 'pt-BR' }),
  );
  const { answer: text } = one;
  if (!text) return;
  play.after(40 * 60_000, 'Mei answers', async () => {
    must(await street.does(`Mei answers ${n}`, mei, answerQuestion, { question, text }));
  });
}
