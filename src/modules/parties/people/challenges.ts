/** What a device is asked to sign. Each challenge is kept here until it is answered, for a few minutes at most. */
import { hashToken, token } from '#platform/crypto';
import type { House } from '#platform/house';
import { sql } from '#platform/sql';

const minutes = 10;

export type ChallengeFor = 'add' | 'sign_in';

/** Written outside of any deed: a question that is asked changes nothing that anybody would want undone. */
export async function newChallenge(house: House, purpose: ChallengeFor, person: string | null): Promise<string> {
  const challenge = token();
  const expires = new Date(house.clock.now().getTime() + minutes * 60_000);
  await house.db.query(sql`
    insert into parties.challenges (challenge_hash, purpose, person, expires_at)
    values (${hashToken(challenge)}, ${purpose}, ${person}, ${expires})`);
  return challenge;
}

/** Uses it up, whatever becomes of the answer: no challenge is answered twice. Undefined when there is none, or no more. */
export async function useChallenge(
  house: House,
  { clientDataJSON, purpose, person }: { clientDataJSON: string; purpose: ChallengeFor; person: string | null },
): Promise<string | undefined> {
  const challenge = challengeIn(clientDataJSON);
  if (!challenge) return undefined;
  const { rowCount } = await house.db.query(sql`
    delete from parties.challenges
     where challenge_hash = ${hashToken(challenge)} and purpose = ${purpose}
       and person is not distinct from ${person} and expires_at > ${house.clock.now()}`);
  return rowCount === 1 ? challenge : undefined;
}

function challengeIn(clientDataJSON: string): string | undefined {
  try {
    const { challenge } = JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString()) as { challenge?: unknown };
    return typeof challenge === 'string' ? challenge : undefined;
  } catch {
    return undefined;
  }
}
