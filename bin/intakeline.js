#!/usr/bin/env node
const built = new URL('../dist/run.js', import.meta.url);

const { run } = await import(built.href).catch(notBuilt);
await run(process.argv.slice(2));

/** A checkout has no dist/ before its first build; any other failure is not for us to explain. */
async function notBuilt(error) {
  const { existsSync } = await import('node:fs');
  if (existsSync(built)) throw error;
  const { fileURLToPath } = await import('node:url');
  const folder = fileURLToPath(new URL('..', import.meta.url));
  return {
    run: async () => {
      process.exitCode = 2;
      process.stderr.write(`intakeline: not built yet\n  run \`npm ci\` in ${folder}\n`);
    },
  };
}
