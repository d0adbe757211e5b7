import { createTransport } from 'nodemailer';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { hour, openTestWorld, type TestWorld } from '../testing.ts';

let town: TestWorld;
beforeAll(async () => void (town = await openTestWorld({ smtpPort: 0 })));
afterAll(() => town.close());
beforeEach(() => town.world.mail.clear());

async function send(letter: Record<string, unknown>): Promise<void> {
  const transport = createTransport({ host: '127.0.0.1', port: town.world.mail.port });
  await transport.sendMail({
    from: 'Entrepôt <no-reply@entrepot.invalid>',
    to: 'ana@example.com',
    subject: 'Olá, Ana',
    text: 'Seu boleto',
    ...letter,
  });
  transport.close();
}

test('a letter is kept as it was sent, for each it was sent to', async () => {
  await send({
    to: 'ana@example.com, Luc <luc@example.com>',
    bcc: 'desk@example.com',
    html: '<p>Seu <b>boleto</b></p>',
  });
  expect(town.world.mail.letters()).toMatchObject([
    {
      from: 'Entrepôt <no-reply@entrepot.invalid>',
      to: ['ana@example.com', 'luc@example.com', 'desk@example.com'],
      subject: 'Olá, Ana',
      text: 'Seu boleto\n',
      html: '<p>Seu <b>boleto</b></p>\n',
      at: '2026-03-02T09:00:00.000Z',
    },
  ]);
});

test('letters are found by address and time, newest first', async () => {
  await send({ subject: 'one' });
  await town.later(hour);
  await send({ subject: 'two' });
  await send({ subject: 'three', to: 'mei@example.cn' });
  const subjects = async (query: string) =>
    (await town.get(`/mail/messages.json${query}`)).body.messages.map(({ subject }: { subject: string }) => subject);
  expect(await subjects('')).toEqual(['three', 'two', 'one']);
  expect(await subjects('?to=ANA@example')).toEqual(['two', 'one']);
  expect(await subjects(`?since=${town.now().toISOString()}`)).toEqual(['three', 'two']);
  expect(await subjects('?limit=1')).toEqual(['three']);
  expect(town.world.mail.letters({ to: 'nobody' })).toEqual([]);
});

describe('the mailbox page', () => {
  test('lists letters and opens one; what was sent cannot run there', async () => {
    await send({
      subject: '<script>alert(1)</script>',
      html: '<script>alert(2)</script><a href="https://shop.example">shop</a>',
    });
    const [letter] = town.world.mail.letters();
    const list = await town.visit('/mail?to=ana');
    expect(list.page).toContain('&lt;script&gt;alert(1)');
    expect(list.page).toContain(`/mail/${letter!.id}`);
    const { page } = await town.visit(`/mail/${letter!.id}`);
    expect(page).not.toContain('<script>alert(2)');
    // Its source stands there to be read, the head too.
    expect(page).toContain('Content-Type: multipart/alternative');
    expect(page).toMatch(/<iframe[^>]+sandbox="allow-popups allow-popups-to-escape-sandbox"/);
    const inside = await fetch(`${town.world.url}/mail/${letter!.id}/html`);
    expect(inside.headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox allow-popups/);
    expect(await inside.text()).toContain('<a href="https://shop.example">');
  });

  test('says so when there is nothing', async () => {
    expect((await town.visit('/mail?lang=en')).page).toContain('No letters yet');
    expect((await town.visit('/mail?to=x@y.z&lang=en')).page).toContain('No letters to x@y.z.');
    expect((await town.visit('/mail/mail_none')).status).toBe(404);
  });

  test('hands out what was attached, and shows pictures where they stand in the letter', async () => {
    const paper = Buffer.from('%PDF-1.7 invoice');
    await send({
      html: '<img src="cid:sign">',
      attachments: [
        { filename: 'fatura nº 7.pdf', content: paper, contentType: 'application/pdf' },
        { filename: 'sign.png', content: Buffer.from('png'), cid: 'sign' },
      ],
    });
    const [{ id, attachments }] = (await town.get('/mail/messages.json')).body.messages;
    const [picture, invoice] = attachments;
    expect(invoice).toEqual({
      name: 'fatura nº 7.pdf',
      type: 'application/pdf',
      bytes: paper.length,
      path: `/mail/${id}/attachments/1`,
    });
    const answer = await fetch(`${town.world.url}${invoice.path}`);
    expect(answer.headers.get('content-disposition')).toContain(
      "attachment; filename*=UTF-8''fatura%20n%C2%BA%207.pdf",
    );
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(paper);
    expect((await town.visit(`/mail/${id}/html`)).page).toContain(`<img src="${picture.path}">`);
    expect((await town.get(`/mail/${id}/attachments/7`)).status).toBe(404);
  });
});
