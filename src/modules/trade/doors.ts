import { buyerDoors } from './doors-buyer.ts';
import { houseDoors } from './doors-house.ts';
import { wishDoors } from './doors-wishes.ts';
import { sellerDoors } from './doors-seller.ts';

export const doors = [...buyerDoors, ...wishDoors, ...houseDoors, ...sellerDoors];
