import { Script } from 'node:vm'
import type { Plugin } from 'vite'

/**
 * hub.js is loaded by a plain script tag of another origin, so it must be a classic script: no exports, no globals, and
 * its part is looked up beside the script (`$base`), not beside the shop's page. What could not be loaded is asked for
 * under another address the next time (`$again`), since browsers remember failures: hub.js asks anew only after one.
 */
export function classicScript(): Plugin {
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
      const entry = (called: string) => chunks.find(({ isEntry, name }) => isEntry && name === called)
      const [hub, again] = [entry('hub'), entry('again')]
      const control = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith('/widget/control.ts'))
      if (!hub) return this.error('the build made no hub.js')
      const body = hub.code.replace(/\bexport\s*\{\s*\};?\s*/, '').replace(lazy, 'import($base+"$2?"+$again++)')
      const own = `var $script=document.currentScript||document.querySelector('script[src*="/hub."]'),$base=new URL(".",$script.src).href,$again=0`
      hub.code = `(async()=>{${own};${body}})();\n`
      if (control) control.code = `let $again="";${control.code.replace(lazy, 'import("./$2"+$again)')}`
      // Throws where the loader and its part share a module: a classic script cannot import one.
      new Script(hub.code)
      if (/\bimport\((?!\$base\+)/.test(hub.code)) this.error('hub.js imports something that is not beside it')
      if (again?.imports.length !== 0) this.error('again.js has to go alone, under the name of another file')
      // What shares a module with it would load it under another address, as another copy.
      const isShared = chunks.some(({ imports }) => imports.includes(control?.fileName ?? ''))
      if (isShared) this.error('a part of the hub shares a module with control.ts')
    },
  }
}
