/**
 * What the people's doors are called with. A password must not be part of a command's input, which is hashed and kept,
 * and hashing it must not hold a transaction open; so these take a call, do the slow part, and perform a deed inside.
 */
import { newId } from '#kernel/id';
import type { Actor } from '#platform/actor';
import type { House } from '#platform/house';
import type { Asking } from '#platform/work';

/** Where a call comes from, as far as the door knows: the network address and what the browser says it is. */
export interface From {
  readonly address?: string | undefined;
  readonly agent?: string | undefined;
}

export interface Call {
  readonly house: House;
  readonly by: Actor;
  /** The form's or the client's key: the same key and input is the same command. */
  readonly key: string;
  readonly from?: From | undefined;
}

/** Somebody at the API's door, with what the door knows of the request. */
export interface AtTheDoor extends Actor {
  readonly door: { readonly key: string | undefined; readonly from: From };
}

/** The call that came through a door of the API. */
export function callOf({ house, by, now }: Asking): Call {
  const { door } = by as Partial<AtTheDoor>;
  return { house, by, key: door?.key ?? newId(now), from: door?.from };
}
