import { buyerDoors } from './doors-buyer.ts';
import { houseDoors } from './doors-house.ts';

export const doors = [...buyerDoors, ...houseDoors];
