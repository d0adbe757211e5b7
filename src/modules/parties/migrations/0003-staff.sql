-- Staff of the platform and what each may do at the desk. Small: on a cluster a reference table.
create table parties.staff (
  person       uuid primary key,
  roles        text[] not null check (cardinality(roles) > 0 and roles <@ array['admission', 'listings', 'orders', 'money', 'rules', 'admin']),
  since        timestamptz not null,
  appointed_by text not null
);
