/** Sixteen buyers at once, over HTTP, who do what programs should: the same command is sent again under the same key until it is answered. */
import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Chance } from '../../tools/simulate/chance.ts';
import type { World } from '../../world/world.ts';
import { saoPaulo } from '../../bench/buyer.ts';

export interface Crowd {
  /** Purchases that were answered: by the key they were sent with. */
  readonly placed: ReadonlyMap<string, string>;
  /** Of purchases whose payment the provider has taken. */
  readonly paid: ReadonlySet<string>;
  /** Answers that no program should get, whatever was killed. */
  readonly strange: readonly string[];
  /** The last ones finish what they are at. */
  leave(): Promise<void>;
}

interface Places {
  url: string;
  world: World;
  variants: readonly string[];
  chance: Chance;
}

interface Told {
  status: number;
  body: Record<string, any>;
}

/** How long somebody believes in an answer. */
const faithMs = 40_000;

export function openCrowd({ url, world, variants, chance }: Places, many = 16): Crowd {
  const placed = new Map<string, string>();
  const paid = new Set<string>();
  const strange: string[] = [];
  let over = false;

  async function knock(
    cookie: string,
    method: string,
    path: string,
    body?: object,
    key?: string,
  ): Promise<Told | undefined> {
    try {
      const answer = await fetch(`${url}/api/v1${path}`, {
        method,
        headers: {
          cookie: `entrepot_guest=${cookie}`,
          ...(body ? { 'content-type': 'application/json' } : {}),
          ...(key ? { 'idempotency-key': key } : {}),
        },
        ...(body ? { body: JSON.stringify(body) } : {}),
        signal: AbortSignal.timeout(8000),
      });
      const told = { status: answer.status, body: (await answer.json()) as Record<string, any> };
      // While parts of the house are dead it says "try again"; that something broke it must not say.
      if (told.status === 500) strange.push(`${method} ${path}: ${JSON.stringify(told.body)}`);
      return told.status >= 500 ? undefined : told;
    } catch {
      return undefined;
    }
  }

  /** Until there is an answer. */
  async function insists(...[cookie, method, path, body, key]: Parameters<typeof knock>): Promise<Told> {
    for (const end = performance.now() + faithMs; performance.now() < end; await sleep(60 + chance.whole(0, 60))) {
      const told = await knock(cookie, method, path, body, key);
      if (told) return told;
    }
    throw new Error(`${method} ${path} was not answered for ${faithMs} ms.`);
  }

  async function buys(): Promise<void> {
    const cookie = randomBytes(24).toString('base64url');
    for (const variant of variants)
      await insists(cookie, 'POST', '/cart/lines', { variant, quantity: chance.whole(1, 2) }, randomUUID());
    const key = randomUUID();
    const form = { ...saoPaulo, method: chance.pick(['card', 'pix']), taxId: '390.533.447-05' };
    // Every third one is impatient and presses twice.
    const sent = chance.happens(0.33) ? 2 : 1;
    const said = await Promise.all(
      Array.from({ length: sent }, () => insists(cookie, 'POST', '/purchases', form, key)),
    );
    const [first] = said;
    if (first!.status !== 200 || said.some(({ body }) => body['purchase'] !== first!.body['purchase'])) {
      strange.push(`a purchase was answered ${JSON.stringify(said)}`);
      return;
    }
    const { purchase, secret, payment } = first!.body as { purchase: string; secret: string; payment: string };
    placed.set(key, purchase);
    if (chance.happens(0.15)) return;
    await pays(cookie, { purchase, secret, payment });
  }

  /** Waits a little for the page to say how, and pays; who waits too long goes away. */
  async function pays(
    cookie: string,
    { purchase, secret, payment }: { purchase: string; secret: string; payment: string },
  ): Promise<void> {
    for (const end = performance.now() + 3000; performance.now() < end; await sleep(80)) {
      const page = await knock(cookie, 'GET', `/purchases/${purchase}?key=${secret}`);
      if (page?.body['payments']?.[0]?.state !== 'waiting') continue;
      world.provider.pay(world.provider.ofReference(payment)[0]!.id);
      paid.add(purchase);
      return;
    }
  }

  const shopping = Array.from({ length: many }, async () => {
    while (!over) {
      await buys().catch((error: unknown) => strange.push(String(error)));
      await sleep(chance.whole(20, 200));
    }
  });
  return {
    placed,
    paid,
    strange,
    leave: async () => {
      over = true;
      await Promise.all(shopping);
    },
  };
}
