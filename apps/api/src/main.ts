import { createLog, readConfig, stayUntilStopped } from '@luban/platform';
import { createApi, webFolderOf } from './create-api.js';

/** The api as a process of its own: told by the environment (see `Config`), until SIGTERM or its launcher ends. */
async function main(): Promise<void> {
  const config = readConfig();
  const app = await createApi({ config, webFolder: webFolderOf(process.env.LUBAN_ROOT ?? process.cwd()) });
  await app.listen(config.port, config.host);
  stayUntilStopped('api', createLog('api', config.logLevel), () => app.close());
}

main().catch((error: Error) => {
  process.stderr.write(
    `api: ${error.name === 'ConfigError' ? error.message : (error.stack ?? String(error))}\n`,
  );
  process.exit(1);
});
