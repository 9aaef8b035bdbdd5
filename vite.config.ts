import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { classicScript } from './server/start/build/classic-script.ts'
import { inboxPage } from './server/start/build/inbox-page.ts'
import { leanPages } from './server/start/build/lean-pages.ts'
import { threadScript } from './server/start/build/thread-script.ts'

/** More than the machine has processors: half of the time a test waits, for the database or a browser. */
const maxWorkers = Math.ceil(availableParallelism() * 1.5)
/** A busy machine is no failure; a test that hangs is found all the same. */
const patience = { testTimeout: 30_000, hookTimeout: 60_000, expect: { poll: { timeout: 15_000 } } }

/**
 * `vite build --app` makes five things: the agents' page (dist/inbox), the shop's script (dist/widget), the desk
 * (dist/server), the demo store (dist/demo-store) and its carriers (dist/sandbox). Servers carry our own code only.
 */
export default defineConfig(({ command }) => {
  // Whatever NODE_ENV the shell has: a build for development is a kilobyte more and tells the machine's paths.
  if (command === 'build') process.env['NODE_ENV'] = 'production'
  return {
    base: '/inbox/',
    publicDir: false,
    envDir: false,
    plugins: [inboxPage(), leanPages(), classicScript(), threadScript()],
    builder: {},
    environments: {
      client: {
        build: {
          outDir: 'dist/inbox',
          emptyOutDir: true,
          manifest: true,
          modulePreload: { polyfill: false },
          rolldownOptions: {
            input: 'server/inbox/index.html',
            // Socket.IO's client passes on parts of it that no page uses: 7 KB that do nothing by being imported.
            treeshake: { moduleSideEffects: [{ test: /node_modules\/engine\.io-client/, sideEffects: false }] },
          },
        },
      },
      // Called a server's environment only because Vite would otherwise add its preload helper, which speaks
      // import.meta (a syntax error in a classic script) and puts link tags into the shop's page.
      widget: {
        consumer: 'server',
        define: { 'process.env.NODE_ENV': '"production"' },
        resolve: {
          noExternal: true,
          conditions: ['module', 'browser', 'production', 'import', 'default'],
          mainFields: ['browser', 'module', 'main'],
        },
        build: {
          ssr: false,
          outDir: 'dist/widget',
          emptyOutDir: true,
          manifest: true,
          minify: 'oxc',
          cssMinify: 'lightningcss',
          target: 'es2022',
          sourcemap: 'hidden',
          rolldownOptions: {
            input: { hub: 'widget/loader.ts', again: 'widget/again.ts' },
            preserveEntrySignatures: 'exports-only',
            // No package that the hub uses does anything by being imported; not all of them say so.
            treeshake: { moduleSideEffects: [{ test: /node_modules/, sideEffects: false }] },
            output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'h/[name]-[hash].js' },
          },
        },
      },
      server: node({ main: 'server/main.ts', seed: 'server/seed/main.ts' }, 'dist/server'),
      store: node({ main: 'demo-store/main.ts' }, 'dist/demo-store'),
      sandbox: node({ main: 'demo-store/sandbox/main.ts', sim: 'demo-store/sandbox/sim/main.ts' }, 'dist/sandbox'),
    },
    test: {
      projects: [
        {
          test: {
            ...patience,
            name: 'widget',
            environment: 'happy-dom',
            maxWorkers,
            include: ['test/widget/**/*.test.{ts,tsx}'],
          },
        },
        {
          test: {
            ...patience,
            name: 'inbox',
            environment: 'happy-dom',
            // Each worker makes one page and loads what is tested once: that took longer than the tests themselves.
            isolate: false,
            setupFiles: ['test/inbox/same-page.ts'],
            maxWorkers,
            include: ['test/inbox/**/*.test.{ts,tsx}'],
          },
        },
        {
          plugins: [threadScript()],
          test: {
            ...patience,
            name: 'server',
            environment: 'node',
            // Each worker loads the desk once; no test changes what another one finds.
            isolate: false,
            maxWorkers,
            include: ['test/{server,demo-store,house,fuzz}/**/*.test.ts'],
            globalSetup: ['test/built.mjs', 'test/database/setup.ts'],
          },
        },
        {
          // In a real browser against the built product, each file with a desk of its own, after the others.
          test: {
            ...patience,
            name: 'journeys',
            environment: 'node',
            // Where a journey starts a server of its own: with its styles.
            css: true,
            include: ['test/journeys/**/*.test.ts'],
            globalSetup: ['test/built.mjs', 'test/database/setup.ts', 'test/journeys/team.ts'],
            // A browser and a whole product each: they wait for nothing but the processors.
            maxWorkers: '100%',
            sequence: { groupOrder: 1 },
            testTimeout: 120_000,
            hookTimeout: 120_000,
          },
        },
      ],
    },
  }
})

function node(input: Record<string, string>, outDir: string) {
  return {
    consumer: 'server' as const,
    build: {
      ssr: true,
      outDir,
      emptyOutDir: true,
      target: 'node20',
      sourcemap: true,
      rolldownOptions: { input, output: { entryFileNames: '[name].js' } },
    },
  }
}
