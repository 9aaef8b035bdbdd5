import { availableParallelism } from 'node:os'
import { Script } from 'node:vm'
import { build, type Plugin } from 'vite'
import { defineConfig } from 'vitest/config'

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
          rolldownOptions: { input: 'server/inbox/index.html' },
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
            input: { hub: 'widget/loader.ts' },
            preserveEntrySignatures: false,
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
            include: ['test/widget/**/*.test.{ts,tsx}', 'test/inbox/**/*.test.{ts,tsx}'],
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
            globalSetup: ['test/database/setup.ts'],
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
            globalSetup: ['test/database/setup.ts'],
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

/**
 * `import { script } from './x.ts?thread'`: x and all it imports, packages too, as the text of one script. A worker
 * thread runs it as it stands, so nobody has to find a file, wherever the server was built or is tested.
 */
function threadScript(): Plugin {
  const mark = '?thread'
  return {
    name: 'thread-script',
    enforce: 'pre',
    async load(id) {
      if (!id.endsWith(mark)) return null
      const built = await build({
        configFile: false,
        envDir: false,
        publicDir: false,
        logLevel: 'warn',
        ssr: { noExternal: true },
        build: {
          ssr: true,
          write: false,
          target: 'node20',
          rolldownOptions: { input: id.slice(0, -mark.length), output: { format: 'cjs' } },
        },
      })
      const chunks = 'output' in built ? built.output : []
      const [chunk, ...others] = chunks
      if (chunk === undefined || others.length > 0) return this.error(`${id} does not fit into one script`)
      for (const file of chunk.moduleIds) if (!file.startsWith('\0')) this.addWatchFile(file)
      return `export const script = ${JSON.stringify(chunk.code)}`
    },
  }
}

/** Vite keeps the page's source path; it belongs at the top of its folder. */
function inboxPage(): Plugin {
  return {
    name: 'inbox-page',
    applyToEnvironment: (environment) => environment.name === 'client',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const page = bundle['server/inbox/index.html']
      if (page?.type !== 'asset') return this.error('the build made no page for the inbox')
      page.fileName = 'index.html'
      // Vite drops the attribute; with it nothing is painted before the chosen theme is known.
      page.source = String(page.source).replace('<script type="module"', '<script type="module" blocking="render"')
    },
  }
}

/** Parts of packages of which our pages use less, and what stands in for them. Exact versions are pinned. */
const lean: Record<string, string> = {
  'socket.io-client/build/esm/contrib/backo2.js': `export class Backoff {
    attempts = 0
    constructor(options) {
      this.options = options
    }
    duration() {
      const { min, max, jitter } = this.options
      return Math.min(min * 2 ** this.attempts++ * (1 + jitter * (Math.random() * 2 - 1)), max)
    }
    reset() {
      this.attempts = 0
    }
  }`,
  '@socket.io/component-emitter/lib/esm/index.js': `export class Emitter {
    heard = {}
    on(name, hear) {
      ;(this.heard[name] ??= new Set()).add(hear)
      return this
    }
    off(name, hear) {
      this.heard[name]?.delete(hear)
    }
    emit(name, ...details) {
      for (const hear of this.heard[name] ?? []) hear.apply(this, details)
    }
    emitReserved(...all) {
      Emitter.prototype.emit.apply(this, all)
    }
  }`,
}

/** Methods of Socket.IO's client that our pages never call; a browser's tools cannot know that of a class. */
const idle: Record<string, string> = {
  'socket.io-client/build/esm/socket.js':
    'send emitWithAck _addToQueue compress volatile close disconnected ' +
    'onAny prependAny offAny listenersAny onAnyOutgoing prependAnyOutgoing offAnyOutgoing listenersAnyOutgoing',
  'socket.io-client/build/esm/manager.js': 'connect disconnect',
}

/**
 * Keeps out of everybody's way what neither page uses: most of Engine.IO (thread/engine.ts does its work) and binary
 * messages of Socket.IO's client; and out of a shopper's the binding of signals to every component (hub/live.ts binds
 * those that read one).
 */
function leanPages(): Plugin {
  const changed = new Set<string>()
  const isAt = (id: string) => (end: string) => id.endsWith(`/node_modules/${end}`)
  return {
    name: 'lean-pages',
    enforce: 'pre',
    applyToEnvironment: (environment) => environment.name === 'widget' || environment.name === 'client',
    resolveId(source, importer) {
      const inHub = this.environment.name === 'widget'
      if (inHub && source === '@preact/signals') return this.resolve('@preact/signals-core', importer)
      if (source === 'engine.io-client' && importer?.endsWith('/manager.js')) {
        return this.resolve('/widget/thread/engine.ts')
      }
      return source === 'socket.io-parser' ? this.resolve('/widget/thread/text-parser.ts') : null
    },
    load(id) {
      const file = Object.keys(lean).find(isAt(id))
      if (file) changed.add(file)
      return file ? lean[file] : null
    },
    transform(code, id) {
      // Assigned to what some pages freeze (Object.prototype); nobody asks a signal for these.
      if (id.includes('/@preact/signals-core/')) {
        return { code: code.replace(/\w+\.prototype\.(valueOf|toString|toJSON)=function\(\)\{.*?\};/g, ''), map: null }
      }
      const file = Object.keys(idle).find(isAt(id))
      if (!file) return null
      changed.add(file)
      const names = new Set(idle[file]?.split(' '))
      let left = code
      for (const statement of this.parse(code).body) {
        const made = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement
        if (made?.type !== 'ClassDeclaration') continue
        for (const member of made.body.body.toReversed()) {
          if (member.type !== 'MethodDefinition' || member.key.type !== 'Identifier') continue
          if (names.delete(member.key.name)) left = left.slice(0, member.start) + left.slice(member.end)
        }
      }
      if (names.size > 0) this.error(`${file} has no ${[...names].join(', ')}`)
      return { code: left, map: null }
    },
    buildEnd() {
      const gone = [...Object.keys(lean), ...Object.keys(idle)].filter((file) => !changed.has(file))
      if (gone.length > 0) this.error(`these parts have moved, look where they are now: ${gone.join(', ')}`)
    },
  }
}

/**
 * hub.js is loaded by a plain script tag of another origin, so it must be a classic script: no exports, no globals, and
 * its part is looked up beside the script (`$base`), not beside the shop's page. What could not be loaded is asked for
 * under another address the next time (`$again`), since browsers remember failures: hub.js asks anew only after one.
 */
function classicScript(): Plugin {
  const lazy = /\bimport\(\s*(["'`])\.\/([^"'`$]+)\1\s*\)/g
  return {
    name: 'classic-script',
    applyToEnvironment: (environment) => environment.name === 'widget',
    enforce: 'post',
    // A page's `@property --text` holds in shadow trees too: custom properties of the hub begin with a word of its own.
    transform: (code, id) =>
      /\.css\?/.test(id) ? { code: code.replace(/(?<![\w-])--(?=[a-z])/g, '--ch-'), map: null } : null,
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((made) => made.type === 'chunk')
      const hub = chunks.find(({ isEntry }) => isEntry)
      const control = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith('/widget/control.ts'))
      if (!hub) return this.error('the build made no hub.js')
      const body = hub.code.replace(/\bexport\s*\{\s*\};?\s*/, '').replace(lazy, 'import($base+"$2?"+$again++)')
      const own = `var $script=document.currentScript||document.querySelector('script[src*="/hub."]'),$base=new URL(".",$script.src).href,$again=0`
      hub.code = `(async()=>{${own};${body}})();\n`
      if (control) control.code = `let $again="";${control.code.replace(lazy, 'import("./$2"+$again)')}`
      // Throws where the loader and its part share a module: a classic script cannot import one.
      new Script(hub.code)
      if (/\bimport\((?!\$base\+)/.test(hub.code)) this.error('hub.js imports something that is not beside it')
      // What shares a module with it would load it under another address, as another copy.
      const isShared = chunks.some(({ imports }) => imports.includes(control?.fileName ?? ''))
      if (isShared) this.error('a part of the hub shares a module with control.ts')
    },
  }
}
