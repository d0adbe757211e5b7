/** How goods reach their buyers: what carriage costs, who carries it, and where the parcel is. */
import type { Module } from '#platform/house';
import { askForParcel, askForSilent, cancelAtCarrier, followAtCarrier, forgetUnclaimed } from './ask-carrier.ts';
import { bookAtCarrier } from './book-shipment.ts';
import { doors } from './doors.ts';
import { carrierRoutes, carrierWebhooksAgain } from './hear-carrier.ts';
import { seedLines } from './lines.ts';

export { addRateCard } from './add-rate-card.ts';
export type { AddRateCardRefusal } from './add-rate-card.ts';
export { bookShipment } from './book-shipment.ts';
export { carriageOf } from './carriage.ts';
export type { Carriage, CarriageZone } from './carriage.ts';
export { carriers } from './carriers.ts';
export type { Carrier } from './carriers.ts';
export { correctable, correctTracking } from './correct-tracking.ts';
export type { CorrectTrackingRefusal } from './correct-tracking.ts';
export { shipmentForStore } from './doors.ts';
export {
  bookingFailed,
  parcelAccepted,
  parcelCorrected,
  parcelDelivered,
  parcelLost,
  parcelReturned,
} from './facts.ts';
export type { ParcelFact } from './facts.ts';
export { labelPdf, labelsPdf } from './label.ts';
export { exampleParcels, examplePrices } from './example-prices.ts';
export { linesForDesk } from './lines-for-desk.ts';
export type { CardLine, LineForDesk } from './lines-for-desk.ts';
export { cardCurrencies } from './lines.ts';
export type { CardText } from './lines.ts';
export { parcelsForDesk, parcelsOfStore } from './parcels-for-desk.ts';
export type { ParcelLine, ParcelsPage, ParcelsRefusal, ParcelsWanted } from './parcels-for-desk.ts';
export { standingParcels, troubledParcels } from './parcels-of-orders.ts';
export type { StandingParcel } from './parcels-of-orders.ts';
export { forgetAddressees, parcelsHeld } from './personal.ts';
export { reportTracking } from './report-tracking.ts';
export type { ReportedScan, ReportTrackingRefusal, TrackingReport } from './report-tracking.ts';
export { setCarriage } from './set-carriage.ts';
export type { SetCarriageRefusal } from './set-carriage.ts';
export { correctNumber, shipWithCarrier } from './ship-with-carrier.ts';
export type { CorrectNumberRefusal, ShipWithCarrierRefusal } from './ship-with-carrier.ts';
export type { Content, PostalAddress } from './shipment.ts';
export { shipmentsOf } from './shipments-of.ts';
export type { ShipmentView, TrackedEvent } from './shipments-of.ts';
export { shippingOptions } from './shipping-options.ts';
export type { ShippingOption, ShippingWanted } from './shipping-options.ts';
export { parcelStates } from './status.ts';
export type { ParcelState } from './status.ts';
export { withdrawLabelsOf, withdrawShipment } from './withdraw-shipment.ts';
export type { WithdrawShipmentRefusal } from './withdraw-shipment.ts';

export const logistics: Module = {
  name: 'logistics',
  migrations: new URL('./migrations/', import.meta.url),
  doors,
  routes: carrierRoutes,
  jobs: [bookAtCarrier, followAtCarrier, askForParcel, cancelAtCarrier],
  periodic: [askForSilent, forgetUnclaimed, ...carrierWebhooksAgain],
  seed: seedLines,
};
