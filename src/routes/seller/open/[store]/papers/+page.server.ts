import { bringPaper, inLanguage, removePaper } from '#modules/parties';
import { draftAt } from '#lib/server/seller-application.ts';
import { file, text } from '#lib/server/fields.ts';
import { done, readForm, refused } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { store, left, name, asked, papers } = await draftAt(locals, params.store);
  return {
    id: store,
    left,
    name,
    kinds: (asked?.papers ?? []).map(({ paper, must, label }) => ({
      kind: paper,
      must,
      label: inLanguage(label, locals.locale),
      papers: papers.filter((one) => one.kind === paper),
    })),
  };
};

export const actions: Actions = {
  bring: async (event) => {
    const { locals, params } = event;
    const form = await readForm(event);
    const input = form.take({
      kind: text({ most: 80 }),
      paper: file({ kinds: ['application/pdf', 'image/jpeg', 'image/png', 'image/webp'], most: 8_000_000 }),
    });
    if (!input.ok) return input.again;
    const { kind, paper } = input.value;
    const call = { house: locals.house, by: locals.by, key: form.key };
    const bytes = new Uint8Array(await paper.arrayBuffer());
    const brought = await bringPaper(call, { store: params.store, kind, bytes });
    if (!brought.ok) {
      return refused(brought.refusal, form, {
        paper_is_empty: 'paper',
        paper_is_too_large: 'paper',
        paper_is_of_no_known_kind: 'paper',
        too_many_papers: 'paper',
      });
    }
    return done(form, locals.t('seller.open.paper_added'));
  },
  remove: async (event) => {
    const form = await readForm(event);
    const input = form.take({ paper: text({ most: 40 }) });
    if (!input.ok) return input.again;
    const removed = await event.locals.perform(form.key, removePaper, { store: event.params.store, ...input.value });
    return removed.ok ? done(form, event.locals.t('seller.open.paper_removed')) : refused(removed.refusal, form);
  },
};
