/** Who may pass the doors of passkeys: each has their own behind them, and nobody anybody else's. */
import type { Who } from './permissions.ts';

export const passkeyChanges: Readonly<Record<string, Who>> = {
  'POST /sessions/passkey-challenges': 'public',
  'POST /sessions/passkeys': 'public',
  'POST /sessions/current/passkey': 'own',
  'POST /me/passkey-challenges': 'own',
  'POST /me/passkeys': 'own',
  'PATCH /me/passkeys/{passkey}': [],
  'DELETE /me/passkeys/{passkey}': [],
  'POST /me/passkeys/{passkey}/restoration': [],
};
