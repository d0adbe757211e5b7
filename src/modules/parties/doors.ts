/** The doors of this department. */
import { applicationDoors, payoutDoors } from './doors/applications.ts';
import { ruleDoors, staffDoors } from './doors/desk-staff.ts';
import { decisionDoors, queueDoors } from './doors/desk.ts';
import { leavingDoors } from './doors/leaving.ts';
import { meDoors } from './doors/me.ts';
import { passkeyDoors } from './doors/passkeys.ts';
import { signDoors } from './doors/people.ts';
import { secondStepDoors } from './doors/second-step.ts';
import { keyDoors, memberDoors } from './doors/store-people.ts';
import { storeDoors } from './doors/stores.ts';

export const doors = [
  ...signDoors,
  ...meDoors,
  ...secondStepDoors,
  ...passkeyDoors,
  ...leavingDoors,
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
