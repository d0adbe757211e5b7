/** Trade: the cart, the purchase, the order from its placing to its end. */
import type { Module } from '#platform/house';
import { acceptByItself } from './accept-delivery.ts';
import { tooLateToDispatch } from './cancel-order.ts';
import { assumeDelivered } from './deliver-order.ts';
import { doors } from './doors.ts';
import { lapse } from './lapse-purchase.ts';
import { orderLife } from './order.ts';
import { personal } from './personal.ts';
import { reactions } from './reactions.ts';
import { letterToBuyer } from './letter-to-buyer.ts';
import { letterToStore, tellOfNewOrders } from './tell-stores.ts';
import { seedTimers } from './timers.ts';
import { letterOfPurchase } from './write-to-buyer.ts';

export { acceptDelivery } from './accept-delivery.ts';
export { basketOf } from './basket.ts';
export type { Basket, BasketLine, BasketStore, LineProblem } from './basket.ts';
export { addToCart, cartCount, setCartLine } from './cart.ts';
export { cancelOrder } from './cancel-order.ts';
export { broughtCart, checkoutOf, heldCheckout } from './checkout.ts';
export type { Brought, CarriageChoice, Checkout, CheckoutStore } from './checkout.ts';
export { deliverOrder, failDelivery } from './deliver-order.ts';
export { dispatchOrder, labelOrder } from './dispatch-order.ts';
export { endsAhead } from './ends-ahead.ts';
export * from './facts.ts';
export { productsOfOrders } from './products-of-orders.ts';
export { lapsePurchase } from './lapse-purchase.ts';
export { orderLife, orderNumber } from './order.ts';
export type { OrderState } from './order.ts';
export { heldByOrders } from './held-by-orders.ts';
export { orderPage, purchasePage } from './order-page.ts';
export type { OrderLine, OrderPage, OrderRecord, PurchasePage } from './order-page.ts';
export {
  orderCounts,
  orderOfNumber,
  orderCountsOfStore,
  ordersForDesk,
  ordersOfBuyer,
  ordersOfStore,
} from './orders-of.ts';
export type { OrderCard, OrdersPage } from './orders-of.ts';
export { mostAtOnce as mostOrdersAtOnce, dispatchOrders, labelOrders } from './ship-orders.ts';
export type { Batch } from './ship-orders.ts';
export { notesOf, writeNote } from './order-notes.ts';
export type { OrderNote } from './order-notes.ts';
export { packingOf, setPlace } from './packing.ts';
export type { PackedOrder, Packing, Picked } from './packing.ts';
export { orderNeighbours, orderTabs, sellerOrders } from './seller-orders.ts';
export type { OrderTab, SellerOrder, SellerOrders } from './seller-orders.ts';
export { numbersOfStore } from './numbers-of-store.ts';
export type { DayOfSales, NumbersOfStore, SalesOf } from './numbers-of-store.ts';
export { ordersToShip } from './orders-to-ship.ts';
export type { OrderToShip, ToShip } from './orders-to-ship.ts';
export { payAgain } from './pay-again.ts';
export { placePurchase } from './place-purchase.ts';
export type { Placed, PlacePurchaseInput, PlacePurchaseRefusal } from './place-purchase.ts';
export { takeCartAlong } from './take-cart-along.ts';
export { deadline, ordersInStep, setTimer, timerHistory, timerNames } from './timers.ts';
export { addWish, endWish, removeWish, saveForLater, wishToCart } from './wish.ts';
export { wishedOf, wishesOf } from './wishes-of.ts';
export type { WishLine } from './wishes-of.ts';
export { writeToBuyer } from './write-to-buyer.ts';

export const trade: Module = {
  name: 'trade',
  migrations: new URL('./migrations/', import.meta.url),
  doors,
  reactions,
  personal,
  jobs: [lapse, tooLateToDispatch, assumeDelivered, acceptByItself, letterOfPurchase, letterToBuyer, letterToStore],
  periodic: [tellOfNewOrders],
  lives: [{ table: 'trade.orders', life: orderLife }],
  seed: seedTimers,
};
