/** What a person's device is to be asked at the sign-in. Asked for by the page's own script, and only where the browser knows passkeys. */
import { json } from '@sveltejs/kit';
import { askPasskey } from '#modules/parties';
import { refusalSentence } from '#lib/server/forms.ts';
import { callFrom, inMinutes } from '#lib/server/sign.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async (event) => {
  const asked = await askPasskey(callFrom(event, crypto.randomUUID()));
  if (asked.ok) return json({ options: asked.value });
  return json({ says: refusalSentence(inMinutes(asked.refusal, event.locals), event.locals) }, { status: 429 });
};
