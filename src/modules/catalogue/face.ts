/** What other departments, pages and commands may use of this one. */
export { treeOf } from './category.ts';
export type { Attribute, Category, CategoryRow, Choice, Tree } from './category.ts';
export { categoryForm, categoryTree } from './category-tree.ts';
export type { AttributeView, CategoryForm, CategoryView } from './category-tree.ts';
export { categoryPage, countsOfCategories, sorts } from './category-page.ts';
export type { CategoryPage, CategoryPageInput, CategoryPageRefusal, Sort, Worths } from './category-page.ts';
export { shelf } from './shelf.ts';
export type { Shelf, ShelfInput, Sieve } from './shelf.ts';
export type { Facet } from './facets.ts';
export { facetsOfFound } from './facets-of-found.ts';
export { cardsOf, newestCards, perPage, storeCards } from './cards.ts';
export type { Card, CardPage } from './cards.ts';
export { productPage } from './product-page.ts';
export type { ProductPage, Statement, VariantPage } from './product-page.ts';
export { offersOf } from './offers-of.ts';
export type { Offer } from './offers-of.ts';
export { priceAt } from './price.ts';
export type { Tier } from './price.ts';
export { holdStock } from './hold-stock.ts';
export type { HoldStockRefusal, StockLine } from './hold-stock.ts';
export { releaseStock, returnStock, takeStock } from './settle-hold.ts';
export { checkStock, setStock, stockHeld } from './set-stock.ts';
export type { SetStockRefusal, StockProblem } from './set-stock.ts';
export { draftProduct } from './draft-product.ts';
export type { DraftProductRefusal } from './draft-product.ts';
export { dropProposal, editProduct } from './edit-product.ts';
export type { Edited, EditProductRefusal } from './edit-product.ts';
export { destinationAsks } from './destinations.ts';
export type { AskName, DestinationAsks } from './destinations.ts';
export { saveListing } from './save-listing.ts';
export type { SaveListingRefusal } from './save-listing.ts';
export { recallProduct, relistProduct, submitProduct, withdrawProduct } from './submit-product.ts';
export type { SubmitProductRefusal } from './submit-product.ts';
export { categoriesForDesk, namesInLanguage, renamingsOf } from './categories-for-desk.ts';
export type { CategoryForDesk, NameLine, Renaming } from './categories-for-desk.ts';
export { rename } from './rename.ts';
export { decisionJustMade } from './decision.ts';
export { takeBackDecision } from './take-back-decision.ts';
export type { TakeBackDecisionRefusal } from './take-back-decision.ts';
export { listProduct, refuseProduct, resumeProduct, suspendProduct } from './review-product.ts';
export type { ReviewRefusal } from './review-product.ts';
export { addPicture, pictureBytes } from './pictures.ts';
export type { AddPictureRefusal, ServedPicture } from './pictures.ts';
export { wideWidths, widths } from './picture-check.ts';
export { digitalGoodsOf, setDigitalGood } from './digital-goods.ts';
export type { DigitalGood, SetDigitalGoodRefusal } from './digital-goods.ts';
export { listingsToMend } from './listings-to-mend.ts';
export type { ListingsToMend, ListingToMend } from './listings-to-mend.ts';
export { storesOfProducts } from './stores-of-products.ts';
export { onSaleFrom, startsOfParts } from './on-sale.ts';
export { titlesOf } from './titles-of.ts';
export { stockOfProducts } from './stock-of-products.ts';
export type { VariantStock } from './stock-of-products.ts';
export { productForSeller, productsOfStore } from './seller-questions.ts';
export type { ProductForSeller, ProductsOfStore, StoreProduct } from './seller-questions.ts';
export { aroundInReview, onSaleIn, productsForStaff, reviewQueue } from './desk-questions.ts';
export type { DeskProduct } from './desk-questions.ts';
export { categoryNames, conceptNames, onSaleAfter, searchTextsOf } from './search-texts.ts';
export type { SearchText, SearchWords } from './search-texts.ts';
export type { AttributeValue, Listing, Option, Picture, Variant } from './listing.ts';
export type { ListingInput, VariantInput } from './listing-input.ts';
export type { ListingProblem } from './listing-rules.ts';
export { batteries, holdLife, kinds, productLife } from './product.ts';
export type { Battery, Kind, ProductState } from './product.ts';
export { listed, said } from './texts.ts';
export type { Texts } from './texts.ts';
export {
  listingDecided,
  productChanged,
  productListed,
  productUnlisted,
  shelvesChanged,
  stockTurned,
} from './facts.ts';
export { bringIn } from './bring-in.ts';
export type { BringInRefusal, Brought, BroughtIn } from './bring-in.ts';
export { importIcecat } from './icecat/import.ts';
export type { ImportReport, ImportWish } from './icecat/import.ts';
export type { LineProblem } from './icecat/journal.ts';
export { bringCategories } from './bring-categories.ts';
export type { BringCategoriesRefusal } from './bring-categories.ts';
export * from './sheets/index.ts';
export * from './many/index.ts';
export * from './design/index.ts';
