// The other side of `runApart`: the module to run is the first argument, the job the first message.
const { default: run } = (await import(process.argv[2]!)) as { default: (job: unknown) => Promise<unknown> };
process.once('message', async ({ job }: { job: unknown }) => {
  const value = await run(job);
  // Some contenders keep connections or timers of their own: what is not closed by now is not measured.
  process.send!({ value }, () => process.exit(0));
});
process.once('disconnect', () => process.exit(1));
