/** Signing in without a password, with a device that Chromium plays (WebDriver’s virtual authenticator). */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { CDPSession, Page } from 'playwright-core';
import { must } from '#kernel/result';
import { appointStaff, enrol, hashPassword } from '#modules/parties';
import { system } from '#platform/actor';
import { sayIn } from '../../src/lib/server/messages.ts';
import { inBrowser, openBrowserTown, opening } from './browser.ts';
import type { BrowserTown } from './browser.ts';

const en = sayIn('en');
const password = 'the kettle sings in Lyon';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const field = (page: Page, label: string) => page.getByLabel(label, { exact: true }).first();
const notice = (page: Page, text: string) => page.getByText(text).first().waitFor();

inBrowser('Passkeys', () => {
  let town: BrowserTown;
  let ines: string;
  /** The tab with Luc’s device. */
  let luc: Page;
  beforeAll(async () => {
    town = await openBrowserTown();
    // A passkey belongs to a host by its name; an address of numbers has none.
    town.house.config.publicUrl = town.url.replace('127.0.0.1', 'localhost');
    const passwordHash = await hashPassword(password);
    for (const [name, email] of [
      ['Luc', 'luc@lyon.test'],
      ['Inês', 'ines@lisboa.test'],
    ] as const) {
      const about = { email, name, locale: 'en', country: 'FR', currency: 'EUR', passwordHash };
      ines = must(await town.does(system, enrol, about)).person;
    }
    must(await town.does(system, appointStaff, { person: ines, roles: ['admin'], why: 'Runs the desk.' }));
  }, opening);
  afterAll(() => town?.close());
  afterEach(() => expect(town.complaints()).toEqual([]));

  const at = (path: string) => town.house.config.publicUrl + path;
  const flawless = async (page: Page) => expect(await town.faults(page), page.url()).toEqual([]);
  const signIn = async (page: Page, email: string) => {
    await field(page, en('account.email')).fill(email);
    await field(page, en('account.password')).fill(password);
    await button(page, en('shell.sign_in')).click();
  };
  /** Gives the tab a device that makes sure of its person, and answers at once or only when it is told to. */
  const withDevice = async (page: Page) => {
    const line = await page.context().newCDPSession(page);
    await line.send('WebAuthn.enable', { enableUI: false });
    const { authenticatorId } = await line.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
    return { line, authenticatorId };
  };
  type Device = { line: CDPSession; authenticatorId: string };
  const keysOf = async ({ line, authenticatorId }: Device) =>
    (await line.send('WebAuthn.getCredentials', { authenticatorId })).credentials;
  const addPasskey = async (page: Page, name: string) => {
    await page.getByLabel(en('account.passkeys.name'), { exact: true }).last().fill(name);
    await field(page, en('account.password.now')).fill(password);
    await button(page, en('account.passkeys.add')).click();
  };

  test('Luc adds a passkey, calls it something, and signs in with nothing else', async () => {
    const page = (luc = await town.page('Luc'));
    // A browser that offers none by itself: the button asks.
    await page.addInitScript('PublicKeyCredential.isConditionalMediationAvailable = undefined');
    await page.goto(at('/sign-in?next=/account/passkeys'));
    const device = await withDevice(page);
    await flawless(page);
    await signIn(page, 'luc@lyon.test');
    await page.waitForURL('**/account/passkeys');
    await notice(page, en('account.passkeys.none'));
    await flawless(page);
    await field(page, en('account.password.now')).fill('another one');
    await button(page, en('account.passkeys.add')).click();
    await notice(page, en('refusal.password_is_wrong'));
    await addPasskey(page, 'Phone');
    await notice(page, en('account.passkeys.added', { name: 'Phone' }));
    expect(await keysOf(device)).toMatchObject([{ rpId: 'localhost', isResidentCredential: true }]);
    await flawless(page);

    // The same device is not added twice.
    await addPasskey(page, 'Phone again');
    await notice(page, en('account.passkeys.already'));
    await page.getByText(en('account.passkeys.rename'), { exact: true }).click();
    await page.locator('details').getByLabel(en('account.passkeys.name')).fill('Luc’s phone');
    await button(page, en('preferences.keep')).click();
    await notice(page, en('account.passkeys.renamed', { name: 'Luc’s phone' }));

    await page.context().clearCookies();
    await page.goto(at('/sign-in?next=/account/security'));
    await button(page, en('account.passkey.sign_in')).click();
    await page.waitForURL('**/account/security');
    await notice(page, en('account.passkeys.count', { count: 1 }));
    await flawless(page);
  });

  test('removed it opens nothing; put back it opens again', async () => {
    const page = luc;
    await page.goto(at('/account/passkeys'));
    await button(page, en('account.passkeys.remove_of', { name: 'Luc’s phone' })).click();
    await notice(page, en('account.passkeys.removed', { name: 'Luc’s phone' }));
    await flawless(page);
    await button(page, en('account.passkeys.undo')).click();
    await notice(page, en('account.passkeys.back', { name: 'Luc’s phone' }));
    await button(page, en('account.passkeys.remove_of', { name: 'Luc’s phone' })).click();
    await notice(page, en('account.passkeys.none'));
    await page.context().clearCookies();
    await page.goto(at('/sign-in'));
    await button(page, en('account.passkey.sign_in')).click();
    await notice(page, en('refusal.passkey_not_known'));
    await flawless(page);
  });

  test('Inês of the desk is asked for no code: her passkey is the second step too', async () => {
    const page = await town.page('Inês');
    await withDevice(page);
    await page.goto(at('/sign-in?next=/account/passkeys'));
    await signIn(page, 'ines@lisboa.test');
    await page.waitForURL('**/account/passkeys');
    await addPasskey(page, 'Key at the desk');
    await notice(page, en('account.passkeys.added', { name: 'Key at the desk' }));

    // In by the password alone, the desk is closed, and a stolen password adds no way in.
    await page.goto(at('/desk'));
    await page.waitForURL('**/account/second-step?next=*');
    await notice(page, en('account.passkeys.show_help'));
    await flawless(page);
    await button(page, en('account.passkeys.show')).click();
    await page.waitForURL('**/desk');

    await page.context().clearCookies();
    // Her browser offers the passkey in the field; the device plays her finger, so that she is in at once.
    await page.goto(at('/sign-in?next=/desk'));
    await page.waitForURL('**/desk');
  });

  test('without JavaScript the page says what is missing, and the password opens', async () => {
    const page = await town.page('Luc without scripts', { phone: true, javaScript: false });
    await page.goto(at('/sign-in?next=/account/passkeys'));
    expect(await button(page, en('account.passkey.sign_in')).count()).toBe(0);
    await signIn(page, 'luc@lyon.test');
    await page.waitForURL('**/account/passkeys');
    await notice(page, en('account.passkeys.not_able'));
  });
});
