/** Bad weather: the outside world doubles, delays and loses what it sends. */
import type { Street } from './street.ts';

/** Calls that are never answered are cut soon: nobody's patience is tried here but that of a clock which stands still. */
export function misbehave({ world }: Street, seed: string): void {
  const number = [...seed].reduce((sum, sign) => sum + sign.codePointAt(0)!, 0);
  const webhooks: ('twice' | 'late' | 'out_of_order' | 'lost' | 'bad_signature')[] = [
    'twice',
    'late',
    'out_of_order',
    'lost',
    'bad_signature',
  ];
  const api: ('timeout_after' | 'timeout_before' | 'error_500')[] = ['timeout_after', 'timeout_before', 'error_500'];
  const often = { webhooks, api, rate: 0.15, hang_ms: 10 };
  world.provider.faults({ ...often, seed: number });
  world.carrier.faults({ ...often, seed: number + 1 });
  world.bank.faults({ ...often, seed: number + 2 });
}

export function calm({ world }: Street): void {
  world.provider.faults();
  world.carrier.faults();
  world.bank.faults();
}
