/** The house's health in words: what is wrong, what to do about it, and where. */
import type { HealthCounts } from '#platform/health';
import { t } from '#lib/words/words.ts';
import { ageText } from './age.ts';

export interface Finding {
  kind: 'bad' | 'warn' | 'note';
  says: string;
  what_to_do: string;
  href: string;
}

interface Measured {
  health: HealthCounts;
  now: Date;
  /** Regular jobs that are late. */
  late: number;
  /** How many kinds of errors there were within the last hour, and what is slow, of pages and of the workers' work. */
  errors: { pages: number; work: number };
  slow: { pages: number; work: number };
}

/** Longer than this nothing that is due should wait. */
const slowMs = 60_000;

export function findingsOf({ health, now, late, errors, slow }: Measured): Finding[] {
  const { reactions, jobs, webhooks } = health;
  const lags = (oldest: Date | null): oldest is Date => oldest !== null && now.getTime() - oldest.getTime() > slowMs;
  const dead = reactions.dead + jobs.dead + webhooks.dead;
  const failing = reactions.failing + jobs.failing + webhooks.failing;
  const found: (Finding | false)[] = [
    health.workers === 0 && {
      kind: 'bad',
      says: t('desk.health.no_worker'),
      what_to_do: t('desk.health.no_worker_help'),
      href: '#workers',
    },
    dead > 0 && {
      kind: 'bad',
      says: t('desk.health.dead_found', { count: dead }),
      what_to_do: t('desk.health.dead_found.do'),
      href: reactions.dead > 0 ? '#reactions' : jobs.dead > 0 ? '#jobs' : '#webhooks',
    },
    errors.pages > 0 && {
      kind: 'bad',
      says: t('desk.health.errors_found', { count: errors.pages }),
      what_to_do: t('desk.health.errors_found.do'),
      href: '/desk/health/errors',
    },
    lags(reactions.oldest) && {
      kind: 'warn',
      says: t('desk.health.lag_reactions', { age: ageText(reactions.oldest, now) }),
      what_to_do: t('desk.health.lag_reactions.do'),
      href: '#reactions',
    },
    lags(jobs.oldest) && {
      kind: 'warn',
      says: t('desk.health.lag_jobs', { age: ageText(jobs.oldest, now) }),
      what_to_do: t('desk.health.lag_jobs.do'),
      href: '#jobs',
    },
    late > 0 && {
      kind: 'warn',
      says: t('desk.health.late_found', { count: late }),
      what_to_do: t('desk.health.late_found.do'),
      href: '#periodic',
    },
    errors.work > 0 && {
      kind: 'warn',
      says: t('desk.health.errors_work', { count: errors.work }),
      what_to_do: t('desk.health.errors_work.do'),
      href: '/desk/health/errors',
    },
    slow.pages > 0 && {
      kind: 'warn',
      says: t('desk.health.slow_found', { count: slow.pages }),
      what_to_do: t('desk.health.slow_found.do'),
      href: '/desk/health/pages#pages',
    },
    slow.work > 0 && {
      kind: 'warn',
      says: t('desk.health.slow_work', { count: slow.work }),
      what_to_do: t('desk.health.slow_work.do'),
      href: '/desk/health/pages#work',
    },
    webhooks.refused > 0 && {
      kind: 'warn',
      says: t('desk.health.refused_found', { count: webhooks.refused }),
      what_to_do: t('desk.health.refused_found.do'),
      href: '#webhooks',
    },
    failing > 0 && {
      kind: 'note',
      says: t('desk.health.failing_found', { count: failing }),
      what_to_do: t('desk.health.failing_found.do'),
      href: '#reactions',
    },
  ];
  return found.filter((one) => one !== false);
}
