import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/**
 * Builds the people's door into `dist/web`, from where the api serves it on its own address.
 * `vite --config apps/web/vite.config.ts` serves it for development and passes `/api` on to a running Luban
 * (`API_URL`, default `http://localhost:3000`).
 */
export default defineConfig({
  root: here('.'),
  plugins: [react()],
  resolve: {
    // The libs whose rules also run in the browser: a running total on a marking form, a pack's findings on a draft.
    alias: {
      '@luban/scoring': here('../../libs/scoring/src/index.ts'),
      '@luban/rulebook': here('../../libs/rulebook/src/index.ts'),
    },
  },
  build: {
    outDir: here('../../dist/web'),
    emptyOutDir: true,
    // Venue tablets are a few years old.
    target: ['chrome87', 'safari14', 'firefox78'],
    chunkSizeWarningLimit: 900,
  },
  server: {
    port: 5173,
    proxy: { '/api': { target: process.env.API_URL ?? 'http://localhost:3000', changeOrigin: false } },
  },
});
