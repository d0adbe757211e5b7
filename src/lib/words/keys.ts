/** The keys of all words, as the English files name them. A key that is not there does not compile. */
import type common from '../../../messages/en/common.json';
import type desk from '../../../messages/en/desk.json';
import type goods from '../../../messages/en/goods.json';
import type refusal from '../../../messages/en/refusal.json';
import type seller from '../../../messages/en/seller.json';
import type shop from '../../../messages/en/shop.json';
import type store from '../../../messages/en/store.json';
import type talk from '../../../messages/en/talk.json';

export type Key =
  | keyof typeof common
  | keyof typeof desk
  | keyof typeof goods
  | keyof typeof refusal
  | keyof typeof seller
  | keyof typeof shop
  | keyof typeof store
  | keyof typeof talk;
