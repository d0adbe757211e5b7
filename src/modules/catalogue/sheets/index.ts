/** Spreadsheets in and out. */
export { plainFields } from './fields.ts';
export type { PlainField, SheetKind } from './fields.ts';
export { checkSheet, openSheet, takeSheet } from './bring-sheet.ts';
export type { OpenSheetRefusal, SheetStepRefusal } from './bring-sheet.ts';
export { mendSheet } from './mend-sheet.ts';
export type { MendedCell, MendSheetRefusal } from './mend-sheet.ts';
export type { SheetSettings } from './read-item.ts';
export { badRows, sheetPage, sheetsOfStore } from './sheet-questions.ts';
export type { BadRow, SheetLine, SheetPage, SheetProblemLine } from './sheet-questions.ts';
export type { SheetState } from './sheet-row.ts';
export { attributesForSheet } from './sheet-attributes.ts';
export { exportProducts, sheetTemplate } from './export-products.ts';
export { tableTypes, writeTable } from './write-table.ts';
export type { TableKind } from './write-table.ts';
