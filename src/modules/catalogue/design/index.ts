/** What a store's page looks like, and who arranges it. */
export { arrangeStore, dropDraft, publishDesign } from './arrange-store.ts';
export type { ArrangeStoreRefusal, PublishDesignRefusal } from './arrange-store.ts';
export { bringBanner, bringSectionPicture } from './bring-banner.ts';
export type { BringBannerRefusal } from './bring-banner.ts';
export { across, down, linkedTo, mostProducts, mostSections, mostText, mostTitle, sectionKinds } from './design.ts';
export type { Banner, Design, Focus, Link, Section } from './design.ts';
export { designForSeller, storeDesign } from './design-of-store.ts';
export type { DesignForSeller, ShownSection, StoreDesign } from './design-of-store.ts';
