/** What an order is, as simply as it can be said: the model beside the house in the walk of deeds. It knows no money and no tables. */

export type State =
  'placed' | 'lapsed' | 'cancelled' | 'funded' | 'dispatched' | 'delivered' | 'completed' | 'refunded';

export interface ModelOrder {
  order: string;
  purchase: string;
  buyer: number;
  seller: number;
  quantity: number;
  state: State;
  /** When the step it is in is over by itself. */
  until: number;
  /** Where the parcel is, as far as its end. */
  parcel: 'none' | 'under way' | 'ended';
  /** All of the money went back. */
  givenBack: boolean;
}

const minute = 60_000;
const day = 1440 * minute;
const spans = { dispatch: 7 * day, acceptance: 15 * day, withoutScan: 60 * day } as const;

export type Side = 'buyer' | 'seller' | 'desk' | 'stranger';

/** What is left of each seller's good, and what became of each order. Every deed answers what the house has to answer. */
export class Model {
  readonly orders: ModelOrder[] = [];
  readonly left: number[];
  now: number;

  constructor(left: number[], now: number) {
    this.left = left;
    this.now = now;
  }

  place(bought: Omit<ModelOrder, 'state' | 'parcel' | 'givenBack'>): void {
    this.orders.push({ ...bought, state: 'placed', parcel: 'none', givenBack: false });
    this.left[bought.seller]! -= bought.quantity;
  }

  /** The purchase is paid: all of its orders that wait. */
  pay(purchase: string): void {
    for (const one of this.#waiting(purchase)) this.#enter(one, 'funded', spans.dispatch);
  }

  cancel(one: ModelOrder, side: Side): string {
    if (side === 'stranger') return 'order_not_found';
    if (one.state === 'placed' && side !== 'seller') {
      for (const other of this.#waiting(one.purchase)) this.#end(other, 'cancelled', true);
      return 'ok';
    }
    if (one.state !== 'funded') return 'order_cannot_be_cancelled';
    this.#end(one, 'refunded', true);
    return 'ok';
  }

  dispatch(one: ModelOrder, side: Side): string {
    if (side !== 'seller') return 'order_not_found';
    if (one.state !== 'funded') return 'order_is_not_to_be_dispatched';
    one.parcel = 'under way';
    this.#enter(one, 'dispatched', spans.withoutScan);
    return 'ok';
  }

  /** The carrier's last scan. The order follows if it still waits for it. */
  arrive(one: ModelOrder, how: 'delivered' | 'returned' | 'lost'): void {
    one.parcel = 'ended';
    if (one.state !== 'dispatched') return;
    if (how === 'delivered') this.#enter(one, 'delivered', spans.acceptance);
    else this.#end(one, 'refunded', false);
  }

  accept(one: ModelOrder, side: Side): string {
    if (side !== 'buyer') return 'only_the_buyer_may_accept';
    if (one.state !== 'delivered') return 'order_is_not_awaiting_acceptance';
    one.state = 'completed';
    return 'ok';
  }

  /** The desk gives everything back that is left. */
  giveBack(one: ModelOrder): string {
    const paid = ['funded', 'dispatched', 'delivered', 'completed'].includes(one.state);
    if (!paid || one.givenBack) return 'nothing_to_refund';
    if (one.state === 'completed') one.givenBack = true;
    else this.#end(one, 'refunded', one.state === 'funded');
    return 'ok';
  }

  /** The seller counted: so many are on the shelf, those that wait for their money included. */
  count(seller: number, onHand: number): string {
    const waiting = this.orders.filter((one) => one.seller === seller && one.state === 'placed');
    const held = waiting.reduce((sum, one) => sum + one.quantity, 0);
    if (onHand < held) return 'orders_hold_more';
    this.left[seller] = onHand - held;
    return 'ok';
  }

  /** Time passes in one go: whatever falls due on the way happens at its end. */
  pass(ms: number): void {
    this.now += ms;
    for (let more = true; more;) {
      more = false;
      for (const one of this.orders) {
        if (this.now < one.until || !this.#byItself(one)) continue;
        more = true;
      }
    }
  }

  #byItself(one: ModelOrder): boolean {
    if (one.state === 'placed') this.#end(one, 'lapsed', true);
    else if (one.state === 'funded') this.#end(one, 'refunded', true);
    else if (one.state === 'dispatched') this.#enter(one, 'delivered', spans.acceptance);
    else if (one.state === 'delivered') one.state = 'completed';
    else return false;
    return true;
  }

  #waiting(purchase: string): ModelOrder[] {
    return this.orders.filter((one) => one.purchase === purchase && one.state === 'placed');
  }

  #enter(one: ModelOrder, state: State, span: number): void {
    one.state = state;
    one.until = this.now + span;
  }

  /** `back`: its goods are on the shelf again. */
  #end(one: ModelOrder, state: State, back: boolean): void {
    if (state === 'refunded') one.givenBack = true;
    one.state = state;
    if (back) this.left[one.seller]! += one.quantity;
  }
}
