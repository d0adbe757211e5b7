import {
  addPicture,
  categoryForm,
  dropProposal,
  editProduct,
  recallProduct,
  relistProduct,
  saveListing,
  setDigitalGood,
  setStock,
  submitProduct,
  withdrawProduct,
} from '#modules/catalogue';
import { readListing } from '#lib/server/seller-listing-form.ts';
import { current, listingHere, listingPage, ownListing, wrongListing } from '#lib/server/seller-listing-page.ts';
import { countedLines } from '#lib/seller/stock-form.ts';
import { file, files, optional, text } from '#lib/server/fields.ts';
import { done, readForm, refused } from '#lib/server/forms.ts';
import type { Filled } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) =>
  listingPage(await listingHere(event, event.params.product), event.locals);

const saved = (waits: boolean, { locals }: Filled) =>
  locals.t(waits ? 'seller.listing.saved_waits' : 'seller.listing.saved');

const pictureRefusals = {
  picture_is_missing: 'picture',
  picture_is_too_large: 'picture',
  picture_is_not_readable: 'picture',
  picture_is_too_small: 'picture',
  picture_has_too_many_pixels: 'picture',
} as const;

export const actions: Actions = {
  save: async (event) => {
    const { locals, params } = event;
    const form = await readForm(event);
    const found = await ownListing(locals, params.product);
    const listing = current(found);
    const category = await locals.ask(categoryForm, { category: listing.category, locale: locals.locale });
    const input = readListing(form, { currency: found.currency, asked: category?.attributes ?? [], listing });
    if (!input.ok) return input.again;
    const edited = await locals.perform(form.key, saveListing, { product: params.product, ...input.value });
    if (!edited.ok) return wrongListing(edited.refusal, form, found, input.keys);
    return done(form, saved(edited.value.waits, form));
  },
  pictures: async (event) => {
    const { locals, params } = event;
    const form = await readForm(event);
    const input = form.take({ order: optional(text({ most: 1000 })) });
    if (!input.ok) return input.again;
    const pictures = (input.value.order ?? '').split(' ').filter(Boolean);
    const edited = await locals.perform(form.key, editProduct, { product: params.product, pictures });
    if (!edited.ok) return wrongListing(edited.refusal, form, await ownListing(locals, params.product));
    return done(form, saved(edited.value.waits, form));
  },
  upload: async (event) => {
    const { locals, params } = event;
    const form = await readForm(event);
    const input = form.take({ picture: files({ most: 8_000_000, count: 12 }) });
    if (!input.ok) return input.again;
    if (input.value.picture.length === 0) return refused({ no: 'picture_is_missing' }, form, pictureRefusals);
    let waits = false;
    for (const one of input.value.picture) {
      const data = Buffer.from(await one.arrayBuffer()).toString('base64');
      // Each picture is a command of its own: those before one that is refused are there.
      const key = `${form.key}.${one.name}.${one.size}`.slice(0, 200);
      const added = await locals.perform(key, addPicture, { product: params.product, data });
      if (!added.ok)
        return 'problems' in added.refusal
          ? wrongListing(added.refusal, form, await ownListing(locals, params.product))
          : refused(added.refusal, form, pictureRefusals);
      waits = added.value.waits;
    }
    return done(form, saved(waits, form));
  },
  stock: async (event) => {
    const { locals, params } = event;
    const form = await readForm(event);
    const counted = countedLines(form);
    if (!counted.ok) return counted.again;
    const set = await locals.perform(form.key, setStock, { product: params.product, lines: counted.value });
    if (set.ok) return done(form, '');
    const at = 'variant' in set.refusal ? `onHand.${set.refusal.variant}` : undefined;
    return refused(set.refusal, form, at ? { [set.refusal.no]: at } : {});
  },
  digital: async (event) => {
    const { locals, params } = event;
    const form = await readForm(event);
    const input = form.take({
      variant: text({ most: 36 }),
      text: optional(text({ most: 20_000 })),
      file: optional(file({ most: 8_000_000 })),
    });
    if (!input.ok) return input.again;
    const { variant, text: written, file: brought } = input.value;
    const set = await locals.perform(form.key, setDigitalGood, {
      product: params.product,
      variant,
      ...(written ? { text: written } : {}),
      ...(brought
        ? {
            file: {
              name: brought.name,
              type: brought.type,
              data: Buffer.from(await brought.arrayBuffer()).toString('base64'),
            },
          }
        : {}),
    });
    if (!set.ok)
      return refused(set.refusal, form, {
        text_is_too_long: 'text',
        file_is_too_large: 'file',
        give_a_text_or_a_file: 'text',
      });
    return done(form, locals.t('seller.listing.digital_set'));
  },
  submit: async (event) => {
    const { locals, params } = event;
    const form = await readForm(event);
    const sent = await locals.perform(form.key, submitProduct, { product: params.product });
    if (!sent.ok) return wrongListing(sent.refusal, form, await ownListing(locals, params.product));
    return done(form, locals.t('seller.listing.submitted'));
  },
  recall: (event) => step(event, recallProduct, 'recalled'),
  withdraw: (event) => step(event, withdrawProduct, 'withdrawn'),
  relist: (event) => step(event, relistProduct, 'relisted'),
  drop: async (event) => {
    const form = await readForm(event);
    const dropped = await event.locals.perform(form.key, dropProposal, { product: event.params.product });
    return dropped.ok ? done(form, event.locals.t('seller.listing.dropped')) : refused(dropped.refusal, form);
  },
};

async function step(event: RequestEvent, deed: typeof recallProduct, what: 'recalled' | 'withdrawn' | 'relisted') {
  const form = await readForm(event);
  const moved = await event.locals.perform(form.key, deed, { product: event.params.product });
  return moved.ok ? done(form, event.locals.t(`seller.listing.${what}`)) : refused(moved.refusal, form);
}
