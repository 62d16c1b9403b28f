// Builds the screens into out/renderer, the same for both hosts: so for any browser, not only Electron's. Nothing may be
// inlined as a data: address, since the content security policy allows files of our own only.

import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const root = resolve(import.meta.dirname, 'renderer')

export default defineConfig({
  root,
  plugins: [react()],
  server: { host: '127.0.0.1' },
  build: {
    outDir: resolve(import.meta.dirname, 'out/renderer'),
    emptyOutDir: true,
    target: 'baseline-widely-available',
    minify: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1200,
    rolldownOptions: { input: resolve(root, 'index.html') },
  },
})
