/** The table of a store's products: looking, keeping ways to look, changing many. */
export { filterOf, lowStock, tableSorts } from './product-filter.ts';
export type { ProductFilter, TableSort } from './product-filter.ts';
export { productsMatching, productTable, tablePage } from './product-table.ts';
export type { ProductTable, TableRow } from './product-table.ts';
export { listingsAtOnce } from './listings-at-once.ts';
export type { ListingAtOnce } from './listings-at-once.ts';
export { dropTableView, keepTableView, tableViews } from './table-views.ts';
export type { TableView } from './table-views.ts';
export { changes } from './change.ts';
export type { Change, ChangeName } from './change.ts';
export { changeMany, undoMany } from './change-many.ts';
export type { ChangeManyRefusal, UndoRefusal, Which } from './change-many.ts';
export { batchPage, previewMany } from './batch-questions.ts';
export type { BatchPage, PreviewLine } from './batch-questions.ts';
