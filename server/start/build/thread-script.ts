import { build, type Plugin } from 'vite'

/**
 * `import { script } from './x.ts?thread'`: x and all it imports, packages too, as the text of one script. A worker
 * thread runs it as it stands, so nobody has to find a file, wherever the server was built or is tested.
 */
export function threadScript(): Plugin {
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
