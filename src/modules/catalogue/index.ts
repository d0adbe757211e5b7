/** What is for sale: categories, products, prices, stock, pictures. */
import { storeResumed, storeSuspended } from '#modules/parties';
import { reaction } from '#platform/facts';
import type { Module } from '#platform/house';
import { closeStore, openStoreAgain } from './close-store.ts';
import { designDoors } from './doors-design.ts';
import { deskDoors } from './doors-desk.ts';
import { sellerDoors } from './doors-seller.ts';
import { shopDoors } from './doors-shop.ts';
import { stockTurned } from './facts.ts';
import { makeSizes } from './pictures.ts';
import { holdLife, productLife } from './product.ts';
import { seedCategories } from './seed.ts';
import { changeMore } from './many/change-many.ts';
import { noteSoldOut } from './set-stock.ts';
import { goThrough } from './sheets/take-sheet.ts';

export * from './face.ts';

export const catalogue: Module = {
  name: 'catalogue',
  migrations: new URL('./migrations/', import.meta.url),
  doors: [...shopDoors, ...sellerDoors, ...designDoors, ...deskDoors],
  reactions: [
    reaction(storeSuspended, 'catalogue.close_store', closeStore),
    reaction(storeResumed, 'catalogue.open_store_again', openStoreAgain),
    reaction(stockTurned, 'catalogue.note_sold_out', noteSoldOut),
  ],
  jobs: [makeSizes, goThrough, changeMore],
  lives: [
    { table: 'catalogue.products', life: productLife },
    { table: 'catalogue.holds', life: holdLife },
  ],
  seed: seedCategories,
};
