/** What devices answer, read and checked. Whose address the answer must be for is ours, as people reach us. */
import { verifyAuthenticationResponse, verifyRegistrationResponse } from '@simplewebauthn/server';
import type {
  AuthenticationResponseJSON,
  RegistrationResponseJSON,
  VerifiedAuthenticationResponse,
  VerifiedRegistrationResponse,
} from '@simplewebauthn/server';
import type { House } from '#platform/house';

/** The name by which devices know us: the host of the public address. A passkey made under one opens no other. */
export function ourselves(house: House): { rpID: string; origin: string } {
  const { hostname, origin } = new URL(house.config.publicUrl);
  return { rpID: hostname, origin };
}

/** EdDSA, ES256, RS256, by their numbers in COSE: what devices sign with. Said, for those that Node only tries out are not asked for. */
export const algorithms = [-8, -7, -257];

const most = 20_000;

/** The text a page sends on from the device; undefined when it cannot be an answer. */
export function readAnswer<Answer extends RegistrationResponseJSON | AuthenticationResponseJSON>(
  text: string,
): Answer | undefined {
  if (text.length > most) return undefined;
  try {
    const answer = JSON.parse(text) as { id?: unknown; response?: { clientDataJSON?: unknown } } | null;
    const fits = typeof answer?.id === 'string' && typeof answer.response?.clientDataJSON === 'string';
    return fits ? (answer as Answer) : undefined;
  } catch {
    return undefined;
  }
}

/** A new key; undefined when the answer is not to this challenge, not for us, or the device did not make sure of its person. */
export async function newKeyIn(
  house: House,
  response: RegistrationResponseJSON,
  expectedChallenge: string,
): Promise<(VerifiedRegistrationResponse & { verified: true })['registrationInfo'] | undefined> {
  const { rpID, origin } = ourselves(house);
  return heard(house, async () => {
    const said = await verifyRegistrationResponse({
      response,
      expectedChallenge,
      expectedOrigin: origin,
      expectedRPID: rpID,
      requireUserVerification: true,
      supportedAlgorithmIDs: algorithms,
    });
    return said.verified ? said.registrationInfo : undefined;
  });
}

export interface KeptKey {
  credential: string;
  public_key: Buffer;
}

/** An answer of a key we know; undefined like `newKeyIn`. Its counter is for the caller to compare, where it is changed. */
export async function answerOf(
  house: House,
  response: AuthenticationResponseJSON,
  expectedChallenge: string,
  { credential, public_key }: KeptKey,
): Promise<VerifiedAuthenticationResponse['authenticationInfo'] | undefined> {
  const { rpID, origin } = ourselves(house);
  return heard(house, async () => {
    const said = await verifyAuthenticationResponse({
      response,
      expectedChallenge,
      expectedOrigin: origin,
      expectedRPID: rpID,
      requireUserVerification: true,
      credential: { id: credential, publicKey: new Uint8Array(public_key), counter: 0 },
    });
    return said.verified ? said.authenticationInfo : undefined;
  });
}

/** The library throws at what does not fit; anybody can send that, so it is no bug of ours, only something to note. */
async function heard<T>(house: House, check: () => Promise<T>): Promise<T | undefined> {
  try {
    return await check();
  } catch (error) {
    house.log.info({ err: error }, 'a passkey’s answer does not fit');
    return undefined;
  }
}
