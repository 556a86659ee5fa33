import { startEmbeddedPostgres } from '@luban/platform';
export async function hello(args: string[]): Promise<number> {
  const pgd = await startEmbeddedPostgres({
    stateDir: args[0]!,
    durable: true,
    onStep: (s) => console.log(s),
  });
  console.log(pgd.url);
  return 0;
}
