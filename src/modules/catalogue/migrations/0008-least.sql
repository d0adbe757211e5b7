-- What is sent when one buys the cheapest variant, as few of it as are sold: for the price delivered that every card says.
alter table catalogue.products add column least jsonb;
update catalogue.products p
   set least = (select jsonb_build_object('pieces', v.tier_from[1], 'minor', v.tier_minor[1], 'grams', v.grams, 'size', v.size_mm)
                  from catalogue.variants v where v.product = p.id order by v.tier_minor[1], v.place limit 1);
