import type { Plugin } from 'vite'

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

/** Taken whole, a module becomes an object whose names a page's `Object.prototype` can join. */
const whole = 'import * as parser from "socket.io-parser"'
const parts = 'import { Decoder, Encoder } from "socket.io-parser"; const parser = { Decoder, Encoder }'

/**
 * Keeps out of everybody's way what neither page uses: most of Engine.IO (thread/engine.ts does its work) and binary
 * messages of Socket.IO's client; and out of a shopper's the binding of signals to every component (hub/live.ts binds
 * those that read one).
 */
export function leanPages(): Plugin {
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
      if (file.endsWith('manager.js') && !left.includes(whole)) this.error(`${file} has no ${whole}`)
      return { code: left.replace(whole, parts), map: null }
    },
    buildEnd() {
      const gone = [...Object.keys(lean), ...Object.keys(idle)].filter((file) => !changed.has(file))
      if (gone.length > 0) this.error(`these parts have moved, look where they are now: ${gone.join(', ')}`)
    },
  }
}
