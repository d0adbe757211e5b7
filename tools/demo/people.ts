/** The people behind the demo's accounts: Ana who buys, Inês at the desk. Mei has her store among the others. */
import { addAddress, allowFootprints, appointStaff, enrol, giveSecondStep } from '#modules/parties';
import { system } from '#platform/actor';
import type { Actor } from '#platform/actor';
import { demoSecret } from '../../world/codes/totp.ts';
import { password, passwordHash } from './stores.ts';
import type { Does } from './stores.ts';

/** What `npm start` prints. These people are invented, and only the demo has them. */
export const demoAccounts = [
  { door: 'shop', who: 'Ana Souza, buyer in São Paulo', email: 'ana@demo.entrepot.test', password },
  { door: 'seller centre', who: 'Mei Lin, owner of Haitang Kitchen', email: 'mei@demo.entrepot.test', password },
  { door: 'desk', who: 'Inês Prado, staff with every role', email: 'ines@demo.entrepot.test', password, codes: true },
] as const;

export const anasHome = {
  street: 'Rua Augusta',
  number: '1508',
  extra: 'Apto 42',
  district: 'Consolação',
  city: 'São Paulo',
  region: 'SP',
  postalCode: '01304-001',
};

/** Opens the accounts, and one more at the desk, whose work is listings alone; answers Ana. */
export async function openAccounts(does: Does): Promise<Actor> {
  const [ana, , ines] = demoAccounts;
  const brazilian = { country: 'BR', currency: 'BRL', passwordHash };
  const buyer = await does(system, enrol, { ...brazilian, email: ana.email, name: 'Ana Souza', locale: 'pt-BR' });
  const desk = await does(system, enrol, { ...brazilian, email: ines.email, name: 'Inês Prado', locale: 'en' });
  const { person } = desk;
  await does(system, appointStaff, {
    person,
    roles: ['admin', 'admission', 'listings', 'orders', 'money', 'rules'],
    why: 'Runs the demo.',
  });
  await does(system, giveSecondStep, { person, secret: demoSecret });
  const reviewer = await does(system, enrol, {
    ...brazilian,
    email: 'tomas@demo.entrepot.test',
    name: 'Tomás Reis',
    locale: 'pt-BR',
  });
  await does(system, appointStaff, { person: reviewer.person, roles: ['listings'], why: 'Reviews listings.' });
  await does(system, giveSecondStep, { person: reviewer.person, secret: demoSecret });
  const by: Actor = { id: buyer.person, kind: 'person', name: 'Ana Souza', stores: [], staff: [] };
  await does(by, allowFootprints, { allowed: true });
  const addresses = [
    { ...anasHome, name: 'Ana Souza', first: true },
    {
      name: 'Ana Souza (trabalho)',
      street: 'Avenida Paulista',
      number: '1374',
      extra: '12º andar',
      district: 'Bela Vista',
      city: 'São Paulo',
      region: 'SP',
      postalCode: '01310-100',
    },
    {
      name: 'Marina Souza',
      street: 'Rua Barroso',
      number: '220',
      district: 'Centro',
      city: 'Manaus',
      region: 'AM',
      postalCode: '69010-050',
    },
  ];
  for (const address of addresses) await does(by, addAddress, { ...address, country: 'BR', phone: '(11) 91234-5678' });
  return by;
}
