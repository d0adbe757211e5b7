/**
 * Loaded first into every process that another of ours started. When that one is killed, this one ends too, in order:
 * nothing is left that holds a port.
 */
const patience = 8000;

if (process.channel) {
  process.once('disconnect', () => {
    setTimeout(() => process.exit(1), patience).unref();
    process.kill(process.pid, 'SIGTERM');
  });
  process.channel.unref();
}
