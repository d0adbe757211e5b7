-- How many products of a store are in each state and category is asked with every page of its table: counted along this
-- index alone.
create index products_by_state on catalogue.products (store, state, category);
