/** The books' accounts of changing money. Where a currency goes over into another, each side balances by itself. */
import { accountKind } from '#modules/ledger';

/** What we hold in one currency against what we owe in another: each currency's open position. */
export const fxClearing = accountKind({ kind: 'fx_clearing', side: 'credit', guarded: false, stripes: 32 }).kind;
/** What buyers pay above the middle rate. */
export const fxMarginIncome = accountKind({
  kind: 'fx_margin_income',
  side: 'credit',
  guarded: false,
  stripes: 8,
}).kind;
/** What the platform wins or loses by rates that move: a credit is a gain. */
export const fxGainLoss = accountKind({ kind: 'fx_gain_loss', side: 'credit', guarded: false, stripes: 1 }).kind;
