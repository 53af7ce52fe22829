import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'vite'
import { faces } from './src/ui/fonts/subset.ts'

/** The client: styles, fonts and the few custom elements. The server is built with `--ssr`, see below. */
export default defineConfig(({ isSsrBuild }) => ({
  plugins: isSsrBuild ? [] : [faces(), tailwindcss()],
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  publicDir: false,
  build: isSsrBuild
    ? {
        outDir: 'build/server',
        target: 'node26',
        minify: false,
        sourcemap: true,
        ssr: true,
        rollupOptions: {
          input: {
            main: 'src/main.ts',
            cli: 'src/cli.ts',
            painter: 'src/platform/picture/painter.worker.ts',
            reader: 'src/features/programme-reader/desk/reader.worker.ts',
            solver: 'src/features/matching/solving/highs.worker.ts',
            typesetter: 'src/platform/pdf/typesetter.worker.ts',
          },
          // All in one folder, so that a file finds the worker beside itself.
          output: { chunkFileNames: '[name]-[hash].js' },
        },
      }
    : {
        outDir: 'build/client',
        manifest: true,
        assetsInlineLimit: 0,
        target: 'es2022',
        rollupOptions: {
          input: {
            client: 'src/ui/client/client.ts',
            work: 'src/ui/client/work.ts',
            clock: 'src/ui/client/clock/clock.ts',
            screen: 'src/ui/client/clock/screen.ts',
            early: 'src/ui/client/early.ts',
            offline: 'src/ui/client/offline.ts',
          },
        },
      },
}))
