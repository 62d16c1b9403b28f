// Builds the desktop app: the main process with its workers, flat in out/main, the sandboxed preload, and the screens.
// What stands in `dependencies` stays a package of its own; everything else is bundled, and the preload is whole.

import { resolve } from 'node:path'
import { defineConfig } from 'electron-vite'
import screens from './vite.config.ts'

const at = (path: string) => resolve(import.meta.dirname, path)

/** electron-vite makes addresses relative, for pages from files; our screens have addresses of their own, such as /clients/5. */
const absolute = { name: 'absolute-addresses', config: () => ({ base: '/' }) }

/** The window gets its pages from here by our own scheme, so Vite's script must be told where its changes come from. */
const PORT = 5173
const DEV_SERVER = { host: '127.0.0.1', port: PORT, strictPort: true, hmr: { protocol: 'ws', host: '127.0.0.1', clientPort: PORT } }

export default defineConfig({
  main: {
    build: {
      outDir: at('out/main'),
      sourcemap: true,
      rolldownOptions: {
        input: {
          main: at('electron/main.ts'),
          work: at('electron/documents/work.ts'),
          'bench-start': at('electron/bench-start.ts'),
          'read-worker': at('electron/read-worker.ts'),
          'copy-worker': at('db/copy-worker.ts'),
          'sample-worker': at('electron/sample-worker.ts'),
        },
        // Flat: the code looks for its workers beside itself. CommonJS in ASCII is read faster at start than modules in UTF-8.
        output: { format: 'cjs', charset: 'ascii', entryFileNames: '[name].cjs', chunkFileNames: '[name]-[hash].cjs', comments: false },
      },
    },
  },
  preload: {
    build: {
      outDir: at('out/preload'),
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: at('electron/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: { ...screens, server: DEV_SERVER, plugins: [...(screens.plugins ?? []), absolute] },
})
