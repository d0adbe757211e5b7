/** The doors of this department. */
import { decisionDoors, queueDoors, ruleDoors, staffDoors } from './doors/desk.ts';
import { meDoors, signDoors } from './doors/people.ts';
import { keyDoors, memberDoors } from './doors/store-people.ts';
import { applicationDoors, payoutDoors, storeDoors } from './doors/stores.ts';

export const doors = [
  ...signDoors,
  ...meDoors,
  ...storeDoors,
  ...applicationDoors,
  ...payoutDoors,
  ...memberDoors,
  ...keyDoors,
  ...queueDoors,
  ...decisionDoors,
  ...staffDoors,
  ...ruleDoors,
];
