import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** Most that a first visit may load as script, in bytes after gzip. */
const INITIAL_SCRIPT_LIMIT = 200 * 1024;

/** Fails the build when the script that a first visit loads grows over the limit. */
function initialScriptLimit(): Plugin {
  return {
    name: 'initial-script-limit',
    apply: 'build',
    generateBundle(_, bundle) {
      const entry = Object.values(bundle).find(part => part.type === 'chunk' && part.isEntry);
      const loaded = new Set<string>();
      const load = (name: string) => {
        const part = bundle[name];
        if (part?.type !== 'chunk' || loaded.has(name)) return;
        loaded.add(name);
        part.imports.forEach(load);
      };
      if (entry) load(entry.fileName);
      let bytes = 0;
      for (const name of loaded) {
        const part = bundle[name];
        if (part?.type === 'chunk') bytes += gzipSync(part.code).length;
      }
      if (bytes > INITIAL_SCRIPT_LIMIT)
        this.error(`initial script is ${bytes} bytes after gzip; at most ${INITIAL_SCRIPT_LIMIT} are allowed`);
      process.stdout.write(`initial script ${Math.round(bytes / 1024)} KiB after gzip\n`);
    },
  };
}

const server = process.env.BASE_URL ?? 'http://127.0.0.1:8080';
const own = ['/api', '/epcis', '/health', '/openapi.json', '/docs', '/01', '/00', '/metrics'];

export default defineConfig({
  plugins: [react(), initialScriptLimit()],
  resolve: { alias: { '~': fileURLToPath(new URL('./src', import.meta.url)) } },
  server: { proxy: Object.fromEntries(own.map(path => [path, { target: server }])) },
  build: {
    target: 'es2023',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
    modulePreload: { polyfill: false },
  },
});
