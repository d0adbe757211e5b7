import type { FastifyInstance } from 'fastify';
import { openAnswers } from '../ground/answers.ts';
import type { Faults, Mischief } from '../ground/faults.ts';
import { faultDoors } from '../ground/gate.ts';
import type { Ground } from '../ground/ground.ts';
import { carrierApi } from './api.ts';
import { carrierPages } from './pages.ts';
import { toldParcel, type Step } from './parcel.ts';
import { openParcels } from './parcels.ts';

type Told = ReturnType<typeof toldParcel>;

export interface Carrier {
  shipment(number: string): Told;
  ofReference(reference: string): Told[];
  /** The scans on the way there come with it; with `only`, just that one. */
  move(number: string, to: Step, how?: { only?: boolean }): Told;
  faults(faults?: Faults): void;
}

export function openCarrier(
  ground: Ground,
  { mischief, key, pace }: { mischief: Mischief; key: string; pace: number },
) {
  const parcels = openParcels(ground, pace);
  const hand: Carrier = {
    shipment: (number) => toldParcel(parcels.find(number)),
    ofReference: (reference) => parcels.ofReference(reference).map(toldParcel),
    move: (number, to, how) => toldParcel(parcels.move(number, to, how)),
    faults: (faults = {}) => mischief.set(faults),
  };
  return {
    hand,
    doors(app: FastifyInstance) {
      const once = openAnswers(ground.journal, 'carrier', ground.now);
      carrierApi(app, { parcels, mischief, once, key });
      carrierPages(app, { parcels });
      faultDoors(app, '/carrier/sandbox/faults', mischief);
    },
  };
}
