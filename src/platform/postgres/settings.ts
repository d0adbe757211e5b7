/** How the embedded PostgreSQL is set. On the command line, so that they are these, whatever version created the data. */
import { totalmem } from 'node:os';

const mb = 2 ** 20;

export function settings({ port, durable }: { port: number; durable: boolean }): string[] {
  const memory = Math.min(totalmem(), process.constrainedMemory() || Infinity);
  const atMost = (megabytes: number, share: number) =>
    `${Math.max(32, Math.min(megabytes, Math.floor(memory / share / mb)))}MB`;
  const values: Record<string, string | number> = {
    listen_addresses: '127.0.0.1',
    port,
    // A socket's path may be at most 107 characters long, which a deep folder exceeds; loopback with a password does.
    unix_socket_directories: '',
    max_connections: 200,
    shared_buffers: atMost(256, 8),
    effective_cache_size: atMost(4096, 2),
    work_mem: '8MB',
    maintenance_work_mem: atMost(128, 16),
    max_wal_size: '1GB',
    checkpoint_timeout: '15min',
    random_page_cost: 1.1,
    // Short transactions of a shop: planning in parallel and compiling cost them more than they give.
    max_parallel_workers_per_gather: 0,
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    lc_messages: 'C',
    // Messages of refused statements can hold what people typed; those stay out of the log.
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_checkpoints: 'off',
    log_line_prefix: '%m [%p] ',
    ...(durable
      ? {}
      : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum_naptime: '10min' }),
  };
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
