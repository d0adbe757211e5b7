import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { must } from '#kernel/result';
import { askQuestion } from '#modules/messaging';
import { enrol } from '#modules/parties';
import { system } from '#platform/actor';
import type { Actor } from '#platform/actor';
import { sayIn } from '../../src/lib/server/messages.ts';
import type { Seller } from '../town.ts';
import { countActs, measured } from './acts.ts';
import { inBrowser, openBrowserTown, opening } from './browser.ts';
import type { BrowserTown } from './browser.ts';
import { button, field, goes, says, title } from './trade/hands.ts';

const en = sayIn('en');
const pt = sayIn('pt-BR');
const replyFiveMost = 11;

inBrowser('Questions about the kettle', () => {
  let town: BrowserTown;
  let mei: Seller;
  beforeAll(async () => {
    town = await openBrowserTown();
    mei = await town.seller('Mei, Shenzhen');
  }, opening);
  afterAll(() => town?.close());
  afterEach(() => expect(town.complaints()).toEqual([]));

  async function person(name: string, email: string): Promise<Actor> {
    const about = { email, name, locale: 'pt-BR', country: 'BR', currency: 'BRL' };
    const enrolled = must(await town.does(system, enrol, about));
    return { id: enrolled.person, kind: 'person', name, stores: [], staff: [] };
  }

  test('Ana asks on the product, Mei has a letter and answers, Ana has a letter and reads it', async () => {
    const ana = await town.page('Ana', { phone: true, locale: 'pt-BR' });
    await town.signsIn(ana, await person('Ana Souza', 'ana@saopaulo.test'));
    await ana.goto(town.at(`/pt-BR/products/${mei.product}`));
    const asks = field(ana, pt('talk.ask'));
    await asks.fill('Serve? Meu número é 11 98765-4321');
    await button(ana, pt('talk.send')).click();
    // Where people speak before everybody, they leave no telephone number; what was typed stays.
    await says(ana, pt('refusal.text_holds_a_phone_number'));
    expect(await asks.inputValue()).toContain('98765-4321');
    expect(await town.faults(ana)).toEqual([]);
    await asks.fill('O cabo de madeira esquenta quando a água ferve?');
    await button(ana, pt('talk.send')).click();
    await says(ana, pt('talk.sent'));
    await says(ana, pt('talk.waits'));
    expect(await town.faults(ana)).toEqual([]);

    // Strangers do not see it before it is answered.
    const caio = await town.page('Caio', { locale: 'pt-BR' });
    await caio.goto(town.at(`/pt-BR/products/${mei.product}`));
    await says(caio, pt('talk.none'));

    await town.settle();
    const [asked] = town.world.mail.letters({ to: 'mei' });
    expect(asked?.text).toContain('O cabo de madeira esquenta quando a água ferve?');
    const page = await town.page('Mei');
    await town.signsIn(page, mei.actor);
    await page.goto(/https?:\/\/\S+/.exec(asked!.text)![0]);
    await title(page, en('seller.nav.questions'));
    await says(page, 'O cabo de madeira esquenta quando a água ferve?');
    expect(await town.faults(page)).toEqual([]);
    await field(page, en('talk.reply', { name: 'Ana' })).fill('Não: a madeira fica fria.');
    await button(page, en('talk.reply_send')).click();
    await says(page, en('talk.just'));
    await says(page, en('talk.nothing_waits'));
    expect(await town.faults(page)).toEqual([]);

    await caio.reload();
    await says(caio, 'Não: a madeira fica fria.');
    await page.locator('summary', { hasText: en('talk.edit') }).click();
    await field(page.locator('details[open]'), en('talk.edit')).fill(
      'Não: a madeira fica fria, e por dentro é de aço.',
    );
    await button(page, en('talk.save')).click();
    await says(page, en('talk.saved'));
    await caio.reload();
    await says(caio, 'Não: a madeira fica fria, e por dentro é de aço.');

    // For five minutes she may take it back; then the letter leaves.
    await town.later({ minutes: 4 });
    expect(town.world.mail.letters({ to: 'ana@saopaulo.test' })).toEqual([]);
    await town.later({ minutes: 2 });
    await ana.goto(await town.linkTo('ana@saopaulo.test'));
    await says(ana, 'Não: a madeira fica fria, e por dentro é de aço.');
    await button(ana, pt('talk.yes', { count: 0 })).click();
    await button(ana, pt('talk.yes', { count: 1 })).waitFor();
    expect(await town.faults(ana)).toEqual([]);
  });

  test('Mei replies to five, and her hands stay on the keys', async () => {
    const asking = ['Bia', 'Davi', 'Eva', 'Fábio', 'Gil'];
    for (const [n, name] of asking.entries()) {
      const by = await person(name, `buyer${n}@saopaulo.test`);
      const text = `Pergunta ${n + 1}: quanto tempo leva?`;
      must(await town.does(by, askQuestion, { product: mei.product, locale: 'pt-BR', text }));
      await town.later({ minutes: 1 });
    }
    const page = await town.page('Mei');
    const acts = await countActs(page);
    await page.goto(town.at('/seller'));
    await page
      .getByRole('navigation')
      .first()
      .getByRole('link', { name: en('seller.nav.questions') })
      .click();
    await title(page, en('seller.nav.questions'));
    for (const [n, name] of asking.entries()) {
      // The next one has the focus by itself, oldest first.
      const reply = page.getByLabel(en('talk.reply', { name }));
      await reply.and(page.locator(':focus')).waitFor();
      await acts.types(`Leva quatro minutos, ${name}.`);
      await page.keyboard.press('ControlOrMeta+Enter');
      await reply.waitFor({ state: 'detached' });
      await says(page.locator('[aria-labelledby=just]'), `Pergunta ${n + 1}`);
    }
    await says(page, en('talk.nothing_waits'));
    measured('reply_five', acts, replyFiveMost);
    expect(await town.faults(page)).toEqual([]);

    // What she sends in haste she takes back, and it waits again with its field under her hands.
    await button(page, en('talk.take_back')).first().click();
    await page.getByLabel(/^Your answer to/).waitFor();
    await goes(page, en('seller.nav.today'));
    await says(page, en('talk.to_answer'));
    expect(await town.faults(page)).toEqual([]);
  });
});
