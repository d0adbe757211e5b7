/** In which colour a state's word stands. The word says it; the colour only helps to find it. */
type Kind = 'plain' | 'note' | 'good' | 'warn' | 'bad';

const kinds: Readonly<Record<string, Kind>> = {
  // Stores and listings.
  draft: 'plain',
  in_review: 'note',
  open: 'good',
  live: 'good',
  suspended: 'bad',
  withdrawn: 'plain',
  // Orders.
  funded: 'warn',
  dispatched: 'note',
  delivered: 'note',
  completed: 'good',
  refunding: 'warn',
  // Payouts.
  requested: 'note',
  sent: 'note',
  unknown: 'warn',
  paid: 'good',
  rejected: 'bad',
  refused: 'bad',
};

export const stateKind = (state: string): Kind => kinds[state] ?? 'plain';
